/// Bounds on what a foreign file may make its reader do.
enum Limits {
    /// Bytes of one record of a table; longer, and a quotation mark was never closed.
    static let tableRecord = 1 << 20
    /// How often a table is read again from a later line because a quotation mark was never closed.
    static let tableRestarts = 64
    /// Fields of a record of a table.
    static let tableFields = 256
    /// Bytes of one letter of a mailbox; a page with its pictures inside has a few million.
    static let letter = 32 << 20
    /// Lines of a letter's header.
    static let headerLines = 2_000
    /// Bytes of one field of a letter's header.
    static let headerField = 1 << 16
    /// Parts inside of parts of a letter.
    static let mailDepth = 8
    /// Parts of a letter altogether.
    static let mailParts = 200
    /// Bytes of one record of a web archive that are kept; what is longer is no page to read.
    static let webRecord = 32 << 20
    /// Lines of a header of a web archive.
    static let webHeaderLines = 1_000
    /// Subjects of one item.
    static let categories = 256
    /// Lines of a list of feeds.
    static let feedLines = 100_000
    /// Bytes of the readable part of a file's name, so that with its number and ending it fits everywhere.
    static let fileName = 80
    /// Articles of one book; reading programs open no more.
    static let bookArticles = 10_000
}
