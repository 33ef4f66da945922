/// Bounds on what a page may make its reader do.
enum Limits {
    /// Bytes of a page that are read; the largest article pages of news sites have about 5 MB.
    static let pageBytes = 10 << 20
    /// Bytes of a page-text dump; a long book has 2 MB.
    static let dumpBytes = 4 << 20
    /// Bytes of a class or id that are looked at for words; utility-class soup beyond says nothing.
    static let classBytes = 400
    /// Different class strings whose meaning is remembered in one page.
    static let rememberedClasses = 8192
    /// JSON-LD scripts read in one page; sites with plugins have up to ten.
    static let linkedDataScripts = 32
    /// Bytes of all JSON-LD of one page.
    static let linkedDataBytes = 4 << 20
    /// Objects of a page's JSON-LD that are looked at.
    static let linkedDataObjects = 20_000
    /// Values of one metadata name that are kept.
    static let valuesOfName = 16
    /// Headings compared with the page's titles.
    static let headings = 200
    /// Letters of a headline.
    static let headlineLetters = 300
    /// Authors of one article.
    static let authors = 12
    /// Items of a page's own list of other news.
    static let recentNews = 20
    /// Links that may lead to the next page of the article.
    static let pageLinks = 40
    /// Steps of a breadcrumb trail.
    static let sections = 8
    /// Blocks at the top of a page among which a breadcrumb trail is looked for.
    static let trailBlocks = 150
    /// Words of one line that are searched for a date.
    static let dateTokens = 200
    /// Short lines searched for in the text that JSON-LD gives; each search reads all of it.
    static let stencilSearches = 100
    /// Inline elements around one piece of text that are written.
    static let inlineMarks = 16
    /// Elements around one block that are written; deeper nesting says nothing to a reader.
    static let structureSteps = 24
    /// Tables whose shape is looked at.
    static let tables = 1000
    /// Pictures kept of one article.
    static let pictures = 200
}
