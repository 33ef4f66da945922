import Foundation
import Glibc

/// Feeds and archives of `NewsText`, made once and kept in `.build/bench`.
struct Corpora {
    /// Sources that a reader follows.
    static let sources = 200
    /// Where everything is kept.
    let folder: URL
    private let news = NewsText()

    init() throws {
        folder = URL(fileURLWithPath: Inputs.root + "/.build/bench")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    /// A file or folder, made where it is not there yet; a broken-off making leaves none.
    func made(_ name: String, by make: (String) throws -> Void) throws -> String {
        let path = folder.appendingPathComponent(name).path
        guard !FileManager.default.fileExists(atPath: path) else { return path }
        let unfinished = path + ".part"
        try? FileManager.default.removeItem(atPath: unfinished)
        FileHandle.standardError.write(Data("making \(name)…\n".utf8))
        try make(unfinished)
        try FileManager.default.moveItem(atPath: unfinished, toPath: path)
        return path
    }

    /// The address of a source's feed on a host of its own.
    static func address(of source: Int, port: UInt16) -> String {
        "http://127.0.0.\(source % 100 + 1):\(port)/\(source).xml"
    }

    // MARK: Files

    /// A folder of feeds, of so many items each.
    func feeds(items: Int) throws -> String {
        try made("feeds-\(items)") { path in
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
            for source in 0..<Self.sources {
                var text =
                    "<?xml version=\"1.0\"?>\n<rss version=\"2.0\"><channel><title>\(Self.title(source))</title>\n"
                text += "<link>https://s\(source).example/</link><description>News</description>\n"
                for item in (0..<items).reversed() {
                    text += self.item(item * Self.sources + source, of: source)
                }
                text += "</channel></rss>\n"
                try text.write(toFile: "\(path)/\(source).xml", atomically: false, encoding: .utf8)
            }
        }
    }

    /// A file of JSON Lines with so many articles, those of `feeds(items:)`.
    func archive(articles: Int) throws -> String {
        try made("archive-\(articles).jsonl") { path in
            try Data().write(to: URL(fileURLWithPath: path))
            let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
            for start in stride(from: 0, to: articles, by: 1000) {
                var text = ""
                for number in start..<min(start + 1000, articles) { text += record(number) }
                try file.write(contentsOf: Data(text.utf8))
            }
            try file.close()
        }
    }

    /// An article of 200 KB under a short one, as a feed and as an archive.
    func longArticle() throws -> (feed: String, archive: String) {
        let paragraphs = (0..<65).flatMap { news.article($0).paragraphs.map { "<p>\($0)</p>" } }
        let html = paragraphs.joined()
        let feed = try made("long.xml") { path in
            let text = """
                <rss version="2.0"><channel><title>\(Self.title(0))</title>
                <item><title>A short one</title><link>https://s0.example/short</link>
                <pubDate>Tue, 02 Jan 2024 00:00:00 GMT</pubDate><description>Short.</description></item>
                <item><title>A long read</title><pubDate>Mon, 01 Jan 2024 00:00:00 GMT</pubDate>
                <link>https://s0.example/long</link><description><![CDATA[\(html)]]></description></item></channel></rss>
                """
            try text.write(toFile: path, atomically: false, encoding: .utf8)
        }
        let archive = try made("long.jsonl") { path in
            let short =
                #"{"url":"https://s0.example/short","title":"A short one","published":"2024-01-02T00:00:00Z","#
                + #""feed":"https://s0.example/feed","html":"Short."}"# + "\n"
            let text =
                short
                + #"{"url":"https://s0.example/long","title":"A long read","published":"2024-01-01T00:00:00Z","#
                + #""feed":"https://s0.example/feed","html":"\#(html)"}"# + "\n"
            try text.write(toFile: path, atomically: false, encoding: .utf8)
        }
        return (feed, archive)
    }

    /// A word of the long article's beginning.
    var longArticleWord: String {
        let words = news.article(0).paragraphs[0].split { $0 == " " }.prefix(5)
        return words.map(String.init).max { $0.count < $1.count } ?? ""
    }

    /// The name of a source; all are as long.
    static func title(_ source: Int) -> String { "Source \(1000 + source)" }

    // MARK: Rows

    /// An article's rows as a raw table has them.
    func row(_ number: Int) -> (url: String, title: String, published: Int64, html: String, text: String) {
        let article = news.article(number)
        return (Self.link(number), article.title, article.published, article.html, article.text)
    }

    private static func link(_ number: Int) -> String { "https://s\(number % sources).example/\(number)" }

    private func item(_ number: Int, of source: Int) -> String {
        let article = news.article(number)
        return """
            <item><title>\(article.title)</title><link>\(Self.link(number))</link>\
            <guid>\(Self.link(number))</guid><pubDate>\(Self.moment(article.published, "%a, %d %b %Y %H:%M:%S GMT"))\
            </pubDate><description><![CDATA[\(article.html)]]></description></item>

            """
    }

    private func record(_ number: Int) -> String {
        let article = news.article(number)
        let html = article.html.replacing("\n", with: #"\n"#)
        return
            #"{"url":"\#(Self.link(number))","title":"\#(article.title)","#
            + #""published":"\#(Self.moment(article.published, "%Y-%m-%dT%H:%M:%SZ"))","#
            + #""feed":"https://s\#(number % Self.sources).example/feed","html":"\#(html)"}"# + "\n"
    }

    private static func moment(_ seconds: Int64, _ format: String) -> String {
        var time = time_t(seconds)
        var parts = tm()
        gmtime_r(&time, &parts)
        var text = [CChar](repeating: 0, count: 64)
        strftime(&text, text.count, format, &parts)
        return String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}
