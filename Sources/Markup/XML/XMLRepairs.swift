/// What a reader of XML had to put right.
public struct XMLRepairs: OptionSet, Sendable, Hashable {
    /// One bit a kind.
    public let rawValue: Int

    /// A set of repairs by its bits.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// `&` that begins no reference.
    public static let bareAmpersand = XMLRepairs(rawValue: 1 << 0)
    /// `<` that begins no tag.
    public static let bareLessThan = XMLRepairs(rawValue: 1 << 1)
    /// An end tag without a start, or a start tag without an end.
    public static let unbalancedTags = XMLRepairs(rawValue: 1 << 2)
    /// The document stops inside an element.
    public static let cutOff = XMLRepairs(rawValue: 1 << 3)
    /// `<![CDATA[` that is never closed.
    public static let openCDATA = XMLRepairs(rawValue: 1 << 4)
    /// More than `Limits.depth` open elements.
    public static let tooDeep = XMLRepairs(rawValue: 1 << 5)
    /// A tag with more attributes than are read.
    public static let tooManyAttributes = XMLRepairs(rawValue: 1 << 6)
    /// Declared entities that would not end, or not fit.
    public static let entityLimit = XMLRepairs(rawValue: 1 << 7)
    /// A declared entity whose text is elsewhere; nothing is fetched.
    public static let externalEntity = XMLRepairs(rawValue: 1 << 8)
}
