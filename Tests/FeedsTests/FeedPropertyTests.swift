import News
import Testing

@testable import Feeds

/// What holds for every feed, tried on many.
@Suite struct FeedPropertyTests {
    static let parts = [
        "<title>Storm – übers Meer</title>", "<link>https://gazette.example/1</link>", "<guid>g1</guid>",
        "<pubDate>Tue, 12 May 2026 09:14:00 GMT</pubDate>", "<dc:creator>Ida</dc:creator>",
        "<description>&lt;p&gt;kurz&lt;/p&gt;</description>",
        "<content:encoded><![CDATA[<p>lang</p>]]></content:encoded>",
        "<category>Sea</category>", "<enclosure url=\"https://gazette.example/1.mp3\" type=\"audio/mpeg\"/>",
        "<media:title>Other</media:title>", "<dc:date>2026-05-13T09:14:00Z</dc:date>",
        "<itunes:summary>x</itunes:summary>",
    ]

    static func feed(_ items: [[String]], encoding: String = "utf-8") -> String {
        let root = RSSTests.modules + "<channel><title>T</title><link>https://gazette.example/</link>"
        let all = items.map { "<item>" + $0.joined() + "</item>" }.joined(separator: "\n")
        return "<?xml version=\"1.0\" encoding=\"\(encoding)\"?>\n" + root + all + "</channel></rss>"
    }

    func line(_ bytes: [UInt8]) throws -> String {
        FeedJSON.line("x", .success(try FeedReader.read(bytes)))
    }

    @Test func theOrderInsideAnItemDoesNotMatter() throws {
        let expected = try line(Array(Self.feed([Self.parts]).utf8))
        var seed = Seed(3)
        for _ in 0..<100 {
            var parts = Self.parts
            for index in parts.indices { parts.swapAt(index, seed.next(below: parts.count)) }
            #expect(try line(Array(Self.feed([parts]).utf8)) == expected)
        }
    }

    @Test func theEncodingDoesNotMatter() throws {
        let text = Self.feed([Self.parts])
        let expected = try line(Array(text.utf8))
        let wide = [UInt16(0xFEFF)] + Array(text.utf16)
        #expect(try line(wide.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }) == expected)
        #expect(try line(wide.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }) == expected)
        let western = Self.feed([Self.parts], encoding: "windows-1252").unicodeScalars.map {
            $0 == "–" ? 0x96 : UInt8(truncatingIfNeeded: $0.value)
        }
        #expect(try line(western) == expected)
    }

    @Test func aCutKeepsTheItemsBeforeIt() throws {
        let items = (1...5).map {
            ["<title>T\($0)</title>", "<guid>g\($0)</guid>", "<description>d & <p>x</description>"]
        }
        let bytes = Array(Self.feed(items).utf8)
        let ends = bytes.indices.filter { bytes[..<$0].suffix(7).elementsEqual("</item>".utf8) }
        for cut in (ends.first ?? 0)..<bytes.count {
            let whole = ends.filter { $0 <= cut }.count
            let ids = try FeedReader.read(Array(bytes[..<cut])).entries.map(\.id)
            #expect(ids.prefix(whole) == ["g1", "g2", "g3", "g4", "g5"].prefix(whole))
        }
    }

    @Test func anyBytesEnd() {
        var seed = Seed(11)
        let sample = Array(Self.feed([Self.parts, Self.parts]).utf8)
        for _ in 0..<500 {
            var bytes = sample
            for _ in 0...seed.next(below: 8) {
                let place = seed.next(below: bytes.count)
                switch seed.next(below: 4) {
                case 0: bytes[place] = UInt8(seed.next(below: 256))
                case 1: bytes.removeSubrange(place..<min(bytes.count, place + seed.next(below: 40)))
                case 2:
                    bytes.insert(
                        contentsOf: Array("<>&\"'/![]-CDATA".utf8).suffix(seed.next(below: 15)), at: place)
                default: bytes.insert(contentsOf: seed.bytes(upTo: 20), at: place)
                }
                if bytes.isEmpty { bytes = [0x3C] }
            }
            if let parsed = try? FeedReader.read(bytes) { expectSafe(parsed) }
        }
    }

    func expectSafe(_ parsed: ParsedFeed) {
        for entry in parsed.entries {
            for html in [entry.summary, entry.content].compactMap({ $0 }) {
                let isClean = html.unicodeScalars.allSatisfy {
                    ($0.value >= 0x20 || $0 == "\n" || $0 == "\t") && !(0x7F...0x9F).contains($0.value)
                }
                #expect(isClean)
            }
        }
    }
}

/// Numbers that look random and are the same in every run (xorshift).
struct Seed {
    private var state: UInt64

    init(_ state: UInt64) { self.state = state &* 0x9E37_79B9_7F4A_7C15 | 1 }

    mutating func next(below limit: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int(truncatingIfNeeded: state >> 33) % limit
    }

    mutating func bytes(upTo limit: Int) -> [UInt8] {
        (0..<next(below: limit)).map { _ in UInt8(next(below: 256)) }
    }
}
