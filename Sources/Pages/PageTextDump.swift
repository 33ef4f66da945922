import Markup
import News

/// Reads a crawler's plain text of a page: its parts in lines, in the order in which the page showed them.
public enum PageTextDump {
    /// The article of a dump; nil if there is none.
    public static func read(_ bytes: [UInt8]) -> SavedPage? {
        let page = DecodedText(bytes.count > Limits.dumpBytes ? Array(bytes.prefix(Limits.dumpBytes)) : bytes)
        let lines = DumpLines.read(String(decoding: page.utf8, as: UTF8.self))
        guard let headline = DumpHeadline(lines) else { return nil }
        let header = DumpHeader(lines, from: headline.next)
        let tail = DumpTail(lines[min(header.next, lines.count)...], authors: header.authors)
        guard tail.text.contains(where: \.hasSentence) else { return nil }
        let html = DumpBody.html(tail.text)
        let title = Line(headline.text)
        let article = Article(
            identity: "page:\(Fingerprint.of(title.text, html))", headline: title,
            dek: Line(nonEmpty: header.dek), authors: authors(header, tail), published: header.published,
            updated: tail.updated ?? header.updated,
            sections: headline.sections.prefix(Limits.sections).map { Line($0) },
            categories: tail.subjects, html: html, recentNews: tail.recentNews)
        return SavedPage(article: article, siteName: Line(nonEmpty: headline.siteName))
    }

    private static func authors(_ header: DumpHeader, _ tail: DumpTail) -> [Author] {
        let names = header.authors.isEmpty ? tail.author.map { [$0] } ?? [] : header.authors
        let unique = names.enumerated().filter { names.firstIndex(of: $0.element) == $0.offset }.map(
            \.element)
        return unique.prefix(Limits.authors).enumerated().map { number, name in
            Author(name: Line(name), biography: number == 0 ? Line(nonEmpty: tail.biography) : nil)
        }
    }
}
