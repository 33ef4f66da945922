import Canvas
import Feeds
import News
import Pages
import Typesetting

/// What has to be true of every value, whatever it was made from.
enum Promises {
    /// No letter of it is a command to a terminal.
    static func isCalm(_ text: String, mayBreak: Bool = false) {
        for scalar in text.unicodeScalars {
            let isBreak = mayBreak && (scalar == "\n" || scalar == "\t")
            let isControl = scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
            promise(!isControl || isBreak, "control U+\(String(scalar.value, radix: 16)) in “\(text)”")
            let isOverride =
                (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
            promise(!isOverride, "text that turns around in “\(text)”")
        }
    }

    /// It leads into the web, and is read again as itself.
    static func leadsIntoTheWeb(_ address: WebAddress?) {
        guard let address else { return }
        isCalm(address.text)
        promise(
            address.text.hasPrefix("http://") || address.text.hasPrefix("https://"), "address \(address.text)"
        )
        promise(WebAddress(address.text) == address, "address \(address.text) changes when it is read again")
    }

    static func areKept(by article: Article) {
        isCalm(article.headline.text)
        leadsIntoTheWeb(article.address)
        leadsIntoTheWeb(article.leadImage)
        for author in article.authors { isCalm(author.name.text) }
        for enclosure in article.enclosures { leadsIntoTheWeb(enclosure.address) }
        for reference in article.recentNews { isCalm(reference.title.text) }
        areKept(byBody: article.html)
    }

    static func areKept(by parsed: ParsedFeed) {
        isCalm(parsed.feed.title?.text ?? "")
        for warning in parsed.warnings { isCalm(warning.text) }
        for entry in parsed.entries {
            leadsIntoTheWeb(entry.link)
            areKept(by: entry.article)
        }
    }

    /// A body that was made safe has no scripts, and can be set.
    static func areKept(byBody html: String) {
        // By bytes: searching strings took most of the time of a whole page.
        let bytes = Array(html.utf8)
        for start in bytes.indices where bytes[start] == UInt8(ascii: "<") {
            let name = bytes[(start + 1)...].prefix { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A }.map {
                $0 | 0x20
            }
            promise(!dangerous.contains(name), "a dangerous element in “\(html)”")
        }
        isSet(ArticleBody.blocks(html: html))
    }

    private static let dangerous = Set(
        ["script", "style", "iframe", "object", "form", "embed", "base", "link", "meta"].map {
            Array($0.utf8)
        })

    /// Blocks become lines that are no wider than they may be and hold nothing but letters.
    static func isSet(_ blocks: [Block], width: Int = 40) {
        var setter = Typesetter(blocks: blocks, width: width)
        for line in setter.lines(upTo: 400) {
            isCalm(line.text)
            promise(line.width == DisplayWidth.of(line.text), "width of “\(line.text)”")
        }
    }
}
