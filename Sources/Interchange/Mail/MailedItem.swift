import Feeds
import News

/// Reads a letter that a feed-to-mail program made of an item, as rss2email and its like do.
public enum MailedItem {
    /// Why a letter is no item.
    public struct Unreadable: Error, Sendable, Equatable, CustomStringConvertible {
        /// A few words.
        public let description: String
    }

    /// The item of a letter.
    ///
    /// The feed is named by `X-RSS-Feed`, else by `List-Id` or by whom the letter is from; the page by `X-RSS-URL`, `Link`
    /// or `Content-Location`. `Status: R` is read, `X-Status: F` flagged.
    ///
    /// - Throws: `Unreadable` with the reason.
    public static func read(_ letter: Mailbox.Letter) throws(Unreadable) -> ImportedArticle {
        if letter.isCut {
            throw Unreadable(description: "this letter is longer than \(Limits.letter >> 20) MiB")
        }
        var lines = letter.lines[...]
        let header = MailHeader(&lines)
        guard !header.isEmpty else { throw Unreadable(description: "this letter has no header") }
        let body = MailBody(header, lines)
        let (name, author) = sender(header)
        var item = ForeignItem()
        item.identity = header.text("x-rss-id") ?? header.text("message-id")
        item.address = address(header)
        item.title = header.text("subject")
        item.author = author
        item.html = body.html
        item.text = body.text
        item.published = header.text("date").flatMap(FeedDate.read)
        item.categories = (header.text("x-rss-tags") ?? header.text("keywords") ?? "")
            .split(separator: ",").map(String.init)
        guard let article = item.article else {
            throw Unreadable(description: "this letter has no subject, text or address")
        }
        let marks = (header.text("status") ?? "") + (header.text("x-status") ?? "")
        return ImportedArticle(
            article: article, source: source(header, name), isRead: marks.contains("R"),
            isStarred: (header.text("x-status") ?? "").contains("F"))
    }

    private static func source(_ header: MailHeader, _ name: String?) -> SourceIdentity {
        let feed = header.text("x-rss-feed") ?? header.text("x-feed-url")
        let list = header.text("list-id").map { $0.prefix { $0 != "<" } }
        let title = Line(nonEmpty: list) ?? Line(nonEmpty: name)
        if let address = feed.flatMap({ WebAddress($0) }) {
            return SourceIdentity(
                address: address, title: title ?? SourceIdentity(named: address.text).title)
        }
        return SourceIdentity(title: title ?? "Mail")
    }

    private static func address(_ header: MailHeader) -> String? {
        for name in ["x-rss-url", "x-rss-link", "link", "content-location", "archived-at"] {
            guard let value = header.text(name) else { continue }
            let plain = value.split(whereSeparator: { "<>; \t".contains($0) }).first.map(String.init) ?? ""
            if WebAddress(plain) != nil { return plain }
        }
        return nil
    }

    /// `Feed: Author <user@host>`: rss2email's way to name both.
    private static func sender(_ header: MailHeader) -> (name: String?, author: String?) {
        guard let from = header.text("from") else { return (nil, nil) }
        let shown = from.prefix { $0 != "<" }.filter { $0 != "\"" }
        let name = String(shown).trimmingSpaces
        guard !name.isEmpty else { return (Line(from).text, nil) }
        guard let colon = name.firstRange(of: ": ") else { return (name, nil) }
        return (String(name[..<colon.lowerBound]), String(name[colon.upperBound...]))
    }
}
