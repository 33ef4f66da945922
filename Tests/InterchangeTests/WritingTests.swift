import Foundation
import FoundationXML
import News
import Packing
import Testing

@testable import Interchange

@Suite struct ArticleFileTests {
    private func file(_ headline: String, html: String = "<p>x</p>") -> ArticleFile {
        let article = Article(
            identity: "i", headline: Line(headline), address: WebAddress("https://a.example/1"), html: html)
        let imported = ImportedArticle(
            article: article, source: SourceIdentity(title: "The Post"), isRead: true,
            tags: [Tag("sea")].compactMap { $0 })
        return ArticleFile(imported, moment: Timestamp(seconds: 1_778_577_240), number: ArticleID(7))
    }

    @Test(arguments: [
        "../../etc/passwd", "a/b\\c:d", "....", "CON", "\u{202E}gpj.exe", "a\u{0}b\nc", "   ",
        String(repeating: "Ж", count: 500), String(repeating: "e\u{301}", count: 500),
    ])
    func aNameNeverLeavesItsFolder(_ headline: String) {
        let name = file(headline).name(.markdown)
        #expect(name.hasPrefix("2026-05-12-") && name.hasSuffix("-7.md"))
        #expect(name.utf8.count < 120)
        #expect(!name.contains("/") && !name.contains("\\") && !name.contains(".."))
        #expect(name.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) })
    }

    @Test func markdownSaysWhatTheBodySays() {
        let html = """
            <h2>Head</h2><p>A <b>bold</b> * star, <a href="https://b.example/x(1)">link</a>.<br>1. no list</p>
            <ul><li>one<ul><li>inner</li></ul></li><li>two</li></ul><blockquote><p>said</p></blockquote>
            <pre>x = `1`
              y</pre><table><tr><th>a</th><th>b</th></tr><tr><td>1|2</td><td>3</td></tr></table>
            """
        #expect(
            file("Tides", html: html).text(.markdown)
                == """
                ---
                title: "Tides"
                source: "The Post"
                url: "https://a.example/1"
                read: true
                starred: false
                tags: ["sea"]
                ---

                # Tides

                ### Head

                A **bold** \\* star, [link](<https://b.example/x(1)>).\\
                1\\. no list

                - one
                  
                  - inner
                - two

                > said

                ```
                x = `1`
                  y
                ```

                | a | b |
                | --- | --- |
                | 1\\|2 | 3 |

                """.replacing("  \n  - inner", with: "\n  - inner"))
    }

    @Test func aPageIsWellFormedAndRunsNothing() throws {
        let html =
            "<p>a &amp; b <a href='https://b.example/?a=1&amp;b=2'>l<a href='https://c.example/'>m</a></a></p><hr>"
        let text = file("<script>alert(1)</script> & \"x\"", html: html).text(.html)
        #expect(XMLParser(data: Data(text.utf8)).parse())
        #expect(!text.contains("<script") && text.contains("&lt;script&gt;"))
        #expect(text.contains("default-src 'none'"))
    }
}

@Suite struct EPUBBookTests {
    @Test func aBookIsAZipFileThatBeginsWithItsKindAndHoldsWellFormedPages() throws {
        var book = EPUBBook(title: "T & t", modified: Timestamp(seconds: 0))
        var bytes = try book.start()
        let article = Article(
            identity: "i", headline: "A < b", address: WebAddress("https://a.example/1"),
            html: "<p>x<img src=\"https://b.example/p.png\" alt=\"A pier\"></p>")
        let imported = ImportedArticle(article: article, source: SourceIdentity(title: "S"))
        bytes += try book.chapter(imported, moment: Timestamp(seconds: 0), number: ArticleID(3))
        bytes += try book.end()
        #expect(bytes[30..<58].elementsEqual("mimetypeapplication/epub+zip".utf8))
        let entries = try ZIPReading.entries(bytes)
        #expect(
            entries.map(\.name) == [
                "mimetype", "META-INF/container.xml", "EPUB/article-3.xhtml", "EPUB/nav.xhtml",
                "EPUB/book.opf",
            ])
        for entry in entries.dropFirst() {
            #expect(XMLParser(data: Data(entry.bytes)).parse(), "\(entry.name)")
        }
        let chapter = String(decoding: entries[2].bytes, as: UTF8.self)
        #expect(!chapter.contains("<img") && chapter.contains("Picture: A pier"))
    }
}

/// Reads the local entries of a zip file in their order.
private enum ZIPReading {
    static func entries(_ bytes: [UInt8]) throws -> [(name: String, bytes: [UInt8])] {
        func number(_ place: Int, _ count: Int) -> Int {
            (0..<count).reduce(0) { $0 | Int(bytes[place + $1]) << (8 * $1) }
        }
        var entries: [(String, [UInt8])] = []
        var place = 0
        while number(place, 4) == 0x0403_4B50 {
            let (packed, size, name) = (number(place + 18, 4), number(place + 22, 4), number(place + 26, 2))
            let start = place + 30 + name
            let data = Array(bytes[start..<(start + packed)])
            let plain = number(place + 8, 2) == 0 ? data : try Packing.unpack(data, limit: 1 << 20)
            #expect(plain.count == size && Int(Packing.checksum(plain)) == number(place + 14, 4))
            entries.append((String(decoding: bytes[(place + 30)..<start], as: UTF8.self), plain))
            place = start + packed
        }
        #expect(number(place, 4) == 0x0201_4B50)
        return entries
    }
}
