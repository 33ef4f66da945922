import News
import Packing
import Pages

/// Writes articles as a book (EPUB 3.3), one chapter each: a zip file, piece by piece.
///
/// A book holds all it shows: pictures that are elsewhere become links.
public struct EPUBBook: Sendable {
    /// The most articles of a book; reading programs open no more.
    public static let maximumArticles = Limits.bookArticles

    private let title: Line
    private let modified: Timestamp
    private var zip = ZIPFile()
    private var chapters: [(number: String, headline: Line)] = []
    private var digest = Fingerprint()

    /// A book without chapters.
    ///
    /// - Parameters:
    ///   - title: What it is called.
    ///   - modified: When it is made.
    public init(title: Line, modified: Timestamp) {
        self.title = title
        self.modified = modified
    }

    /// The bytes a book begins with.
    ///
    /// - Throws: `ZIPFile.Failure`.
    public mutating func start() throws(ZIPFile.Failure) -> [UInt8] {
        // First, unpacked and without anything: by this a reading program knows what it is (OCF §4.2.2).
        try zip.entry("mimetype", Array("application/epub+zip".utf8), isStored: true)
            + zip.entry(
                "META-INF/container.xml",
                Array(
                    """
                    <?xml version="1.0" encoding="UTF-8"?>
                    <container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
                    <rootfiles><rootfile full-path="EPUB/book.opf" media-type="application/oebps-package+xml"/></rootfiles>
                    </container>

                    """.utf8))
    }

    /// A chapter.
    ///
    /// - Throws: `ZIPFile.Failure`.
    public mutating func chapter(
        _ imported: ImportedArticle, moment: Timestamp, number: ArticleID
    ) throws(ZIPFile.Failure) -> [UInt8] {
        let article = imported.article
        chapters.append((number.description, article.headline))
        digest.add(Array(article.identity.utf8))
        let blocks = ArticleBody.blocks(html: article.html, base: article.address)
        let body = XHTMLPage.article(imported, moment, blocks, pictures: .linked)
        return try zip.entry(
            "EPUB/article-\(number).xhtml", Array(EPUBBook.page(article.headline, body).utf8))
    }

    /// The table of contents, the list of all parts and the end of the file.
    ///
    /// - Throws: `ZIPFile.Failure`.
    public mutating func end() throws(ZIPFile.Failure) -> [UInt8] {
        let lines = chapters.map { chapter in
            "<li><a href=\"article-\(chapter.number).xhtml\">\(XHTMLText.escaped(chapter.headline.text))</a></li>\n"
        }
        let contents =
            "<nav epub:type=\"toc\" id=\"toc\">\n<h1>\(XHTMLText.escaped(title.text))</h1>\n<ol>\n"
            + lines.joined() + "</ol>\n</nav>\n"
        return try zip.entry("EPUB/nav.xhtml", Array(EPUBBook.page(title, contents).utf8))
            + zip.entry("EPUB/book.opf", Array(package.utf8)) + zip.end()
    }

    private static func page(_ title: Line, _ body: String) -> String {
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <!DOCTYPE html>
        <html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops">
        <head>
        <title>\(XHTMLText.escaped(title.text))</title>
        </head>
        <body>
        \(body)</body>
        </html>

        """
    }

    private var package: String {
        let items = chapters.map { chapter in
            "<item id=\"a\(chapter.number)\" href=\"article-\(chapter.number).xhtml\" media-type=\"application/xhtml+xml\"/>\n"
        }
        let spine = chapters.map { "<itemref idref=\"a\($0.number)\"/>\n" }
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id">
            <metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
            <dc:identifier id="id">urn:tidings:\(String(UInt64(bitPattern: digest.value), radix: 16))</dc:identifier>
            <dc:title>\(XHTMLText.escaped(title.text))</dc:title>
            <dc:language>und</dc:language>
            <meta property="dcterms:modified">\(modified.iso8601)</meta>
            </metadata>
            <manifest>
            <item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
            \(items.joined())</manifest>
            <spine>
            <itemref idref="nav"/>
            \(spine.joined())</spine>
            </package>

            """
    }
}
