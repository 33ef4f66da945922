/// Bounds on what a page may ask for.
enum BodyLimits {
    /// Lists, quotations, tables and the like open at once; deeper ones flow.
    ///
    /// Freeing a value that nests takes the stack: deeper ones could not be freed.
    static let containers = 256
    /// Tables open at once; deeper ones flow.
    ///
    /// What is in a table for layout is handed on by every one around it, which is linear only if they are few.
    static let tables = 16
    /// Headings, captions and other places for text alone that are open at once; for the same reason.
    static let texts = 8
    /// Inline elements open at once; deeper ones are read as if their tags were not there.
    static let inlines = 32
    /// Columns of a table; one with more is no table that a person reads as such.
    static let columns = 100
    /// Rows that a cell may reach down over.
    static let rowSpan = 1000
    /// Bytes of a pull quote; what is longer is part of the text, whatever its class says.
    static let pullQuote = 800
    /// A list's numbers stay within what a marker can show.
    static let listNumber = 999_999_999
}
