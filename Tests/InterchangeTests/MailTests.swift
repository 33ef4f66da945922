import News
import Testing

@testable import Interchange

@Suite struct MailTests {
    private func letters(_ text: String) -> [Mailbox.Letter] {
        var box = Mailbox()
        var letters: [Mailbox.Letter] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if let letter = box.take(Array(line.utf8)) { letters.append(letter) }
        }
        return letters + [box.finish()].compactMap { $0 }
    }

    private let letter = """
        From rss Tue May 12 09:14:00 2026
        From: "Harbour Post: Mara Lindqvist" <user@rss.example>
        Subject: =?utf-8?Q?Caf=C3=A9_?= =?utf-8?B?w6AgVmVsbA==?=
        Date: Tue, 12 May 2026 09:14:00 -0000
        Message-ID: <1@rss.example>
        X-RSS-Feed: https://post.example/feed
        X-RSS-ID: item-7
        X-RSS-URL: https://post.example/7
        X-RSS-TAGS: food,
         town
        Status: RO
        X-Status: F
        Content-Type: multipart/alternative; boundary="b;1"

        --b;1
        Content-Type: text/plain; charset="us-ascii"

        plain
        --b;1
        Content-Type: text/html; charset="iso-8859-1"
        Content-Transfer-Encoding: quoted-printable

        <p>T=E9a <b>and</b> long=
        er</p><script>evil()</script>
        >From here.
        --b;1--

        """

    @Test func aLetterOfAFeedIsAnArticleOfThatFeed() throws {
        let found = letters(letter + "\n")
        #expect(found.count == 1)
        let item = try MailedItem.read(found[0])
        #expect(item.article.headline == "Café à Vell")
        #expect(item.article.identity == "item-7")
        #expect(item.article.address?.text == "https://post.example/7")
        #expect(item.article.authors.map(\.name) == ["Mara Lindqvist"])
        #expect(item.article.categories == ["food", "town"])
        #expect(item.article.html == "<p>Téa <b>and</b> longer</p>\nFrom here.\n")
        #expect(item.source.title == "Harbour Post")
        #expect(item.source.address?.text == "https://post.example/feed")
        #expect(item.isRead && item.isStarred)
        #expect(item.article.published?.iso8601 == "2026-05-12T09:14:00Z")
    }

    @Test func base64AndPlainTextAreRead() throws {
        let found = letters(
            """
            From a b
            Subject: One
            Content-Type: text/plain; charset=utf-8
            Content-Transfer-Encoding: base64

            Rmlyc3QuCgpT
            ZWNvbmQu

            From c d
            Subject: Two

            Text.
            """)
        #expect(found.map(\.line) == [1, 9])
        #expect(try MailedItem.read(found[0]).article.html == "<p>First.</p>\n<p>Second.</p>")
        #expect(try MailedItem.read(found[1]).article.html.contains("Text."))
    }

    @Test func partsInsideOfPartsEndSomewhere() throws {
        var text = "From a b\nSubject: Deep\n"
        for depth in 0..<3_000 {
            text += "Content-Type: multipart/mixed; boundary=b\(depth)\n\n--b\(depth)\n"
        }
        let found = letters(text + "Content-Type: text/plain\n\nx")
        #expect(try MailedItem.read(found[0]).article.headline == "Deep")
    }

    @Test func aLetterWithoutAnythingIsRefused() {
        #expect(throws: MailedItem.Unreadable.self) { try MailedItem.read(letters("From a b\n\n\n")[0]) }
    }

    @Test func aRejectedLetterReadsBackTheSame() throws {
        let first = letters(letter)[0]
        let again = letters(String(decoding: first.raw, as: UTF8.self))
        #expect(try MailedItem.read(again[0]) == MailedItem.read(first))
    }
}
