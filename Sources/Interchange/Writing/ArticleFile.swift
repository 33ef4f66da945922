import News
import Pages

/// An article as a file of its own.
public struct ArticleFile: Sendable {
    /// What kind of file.
    public enum Form: String, Sendable {
        /// Markdown with a head in YAML.
        case markdown
        /// A page of HTML.
        case html

        /// The ending of its name, with the dot.
        public var ending: String { self == .markdown ? ".md" : ".html" }
    }

    private let imported: ImportedArticle
    private let moment: Timestamp
    private let number: String

    /// A file of an article.
    ///
    /// - Parameters:
    ///   - imported: The article, its source and its marks.
    ///   - moment: Its place in lists.
    ///   - number: What tells it from all others, in digits.
    public init(_ imported: ImportedArticle, moment: Timestamp, number: ArticleID) {
        self.imported = imported
        self.moment = moment
        self.number = number.description
    }

    /// The headline, as an index has it.
    public var headline: Line { imported.article.headline }

    /// `2026-05-12 The Harbour Post`, as an index has it.
    public var origin: String { moment.utc.date + " " + imported.source.title.text }

    /// A name that is safe in any folder: date, words of the headline, number.
    ///
    /// Only letters and digits of the headline are kept, so that it holds no separator, no dots and no controls.
    public func name(_ form: Form) -> String {
        var words = ""
        for scalar in headline.text.lowercased().unicodeScalars {
            let isKept = scalar.properties.isAlphabetic || scalar.properties.numericType != nil
            if words.utf8.count + UTF8.width(scalar) > Limits.fileName { break }
            if isKept {
                words.unicodeScalars.append(scalar)
            } else if !words.isEmpty, words.last != "-" {
                words += "-"
            }
        }
        while words.last == "-" { words.removeLast() }
        return [moment.utc.date, words, number].filter { !$0.isEmpty }.joined(separator: "-") + form.ending
    }

    /// The whole file.
    public func text(_ form: Form) -> String {
        let blocks = ArticleBody.blocks(html: imported.article.html, base: imported.article.address)
        switch form {
        case .markdown: return markdown(blocks)
        case .html:
            return XHTMLPage.page(
                title: headline.text, body: XHTMLPage.article(imported, moment, blocks, pictures: .shown))
        }
    }

    private func markdown(_ blocks: [Block]) -> String {
        let article = imported.article
        var head = ["---"]
        func add(_ name: String, _ value: String?) {
            if let value { head.append("\(name): \(ArticleFile.quoted(value))") }
        }
        add("title", headline.text)
        add("source", imported.source.title.text)
        add("url", article.address?.encoded)
        add("author", article.byline?.text)
        add("published", article.published?.iso8601)
        add("updated", article.updated?.iso8601)
        head.append("read: \(imported.isRead)")
        head.append("starred: \(imported.isStarred)")
        if !imported.tags.isEmpty {
            head.append(
                "tags: [\(imported.tags.map { ArticleFile.quoted($0.name) }.joined(separator: ", "))]")
        }
        let title = "# " + MarkdownEscaping.text(headline.text)
        let dek = article.dek.map { "\n*\(MarkdownEscaping.text($0.text))*\n" } ?? ""
        return head.joined(separator: "\n") + "\n---\n\n\(title)\n\(dek)\n" + MarkdownText.write(blocks)
    }

    /// A text in quotation marks, as YAML and JSON write it.
    private static func quoted(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
}

/// The page that lists the files of a folder, piece by piece.
public enum ArticleIndex {
    /// Its name.
    public static func name(_ form: ArticleFile.Form) -> String { "index" + form.ending }

    /// Its beginning.
    public static func start(_ form: ArticleFile.Form) -> String {
        form == .markdown
            ? "# Articles\n\n" : XHTMLPage.start(title: "Articles") + "<h1>Articles</h1>\n<ul>\n"
    }

    /// A line for a file.
    public static func line(_ file: ArticleFile, _ form: ArticleFile.Form) -> String {
        let name = Percent.encoded(file.name(form))
        switch form {
        case .markdown:
            return "- [\(MarkdownEscaping.text(file.headline.text))](\(name)) · "
                + MarkdownEscaping.text(file.origin) + "\n"
        case .html:
            return "<li><a href=\"\(name)\">\(XHTMLText.escaped(file.headline.text))</a> · "
                + XHTMLText.escaped(file.origin) + "</li>\n"
        }
    }

    /// Its end.
    public static func end(_ form: ArticleFile.Form) -> String {
        form == .markdown ? "" : "</ul>\n" + XHTMLPage.end
    }
}
