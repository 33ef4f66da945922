import Foundation
import Testing

@Suite struct CommandLineTests {
    @Test func listsWhatWasImportedAsJSON() throws {
        let tidings = try Tidings()
        try tidings.fill()
        let list = try tidings.run("list", "--json")
        let lines = list.output.split(separator: "\n")
        #expect(list.status == 0 && lines.count == 3)
        #expect(
            lines.first.map(String.init)
                == #"{"id":"3","url":"https://a.example/3","title":"Three","feed":"The Post","published":"2026-11-22T09:00:00Z","read":false,"starred":false,"story":"3","fulltext":false}"#
        )
    }

    @Test func badInputIsNamedAndTheRestIsKept() throws {
        let tidings = try Tidings()
        let bad = try tidings.file("bad.xml", "no feed at all")
        let good = try tidings.file(
            "good.xml",
            "<rss version='2.0'><channel><title>T</title><item><title>A</title></item></channel></rss>")
        let added = try tidings.run("add", bad, good)
        #expect(added.status == 65)
        #expect(added.errors.contains("bad.xml: this is plain text, not a feed"))
        #expect(try tidings.run("list").output.contains(" A — T"))
    }

    @Test func marksByNumberAddressAndQuery() throws {
        let tidings = try Tidings()
        try tidings.fill()
        #expect(try tidings.run("read", "3").errors == "1 marked read\n")
        #expect(try tidings.run("star", "https://a.example/1").errors == "1 starred\n")
        #expect(try tidings.run("read", "is:unread").errors == "2 marked read\n")
        #expect(try tidings.run("list", "is:starred").output.contains("One"))
        #expect(try tidings.run("unread", "title:two").status == 0)
        #expect(try tidings.run("list", "is:unread").output.split(separator: "\n").count == 1)
        #expect(try tidings.run("read", "nothing-matches-this").status == 1)
    }

    @Test func anEmptyQueryMarksNothing() throws {
        let tidings = try Tidings()
        try tidings.fill()
        #expect(try tidings.run("read", "").status == 64)
        #expect(try tidings.run("read", "1", "two").status == 64)
        #expect(try tidings.run("list", "is:read").status == 1)
        #expect(
            try tidings.run("read", "1", "99").errors
                == "tidings: no article 99 in this library\n1 marked read\n")
    }

    @Test func aCommandThatOnlyReadsMakesNoLibrary() throws {
        let tidings = try Tidings()
        #expect(try tidings.run("list").status == 66)
        #expect(!FileManager.default.fileExists(atPath: tidings.library))
    }

    @Test func aQueryErrorPointsAtItsColumn() throws {
        let tidings = try Tidings()
        try tidings.fill()
        let outcome = try tidings.run("list", "is:green")
        #expect(outcome.status == 64)
        #expect(outcome.errors.contains("  is:green\n     ^"))
    }

    @Test func withoutATerminalItPrintsTheFrontPage() throws {
        let tidings = try Tidings()
        try tidings.fill()
        let page = try tidings.run()
        #expect(page.status == 0)
        #expect(page.output.hasPrefix("Tidings · 3 unread of 3\n3 ● 2026-11-22 09:00 Three — The Post\n"))
    }

    @Test func showsAnArticleAsTextHTMLAndJSON() throws {
        let tidings = try Tidings()
        try tidings.fill()
        #expect(try tidings.run("show", "1").output.contains("Text of One."))
        #expect(try tidings.run("show", "--as", "html", "1").output == "<p>Text of One.</p>\n\n")
        let json = try tidings.run("show", "--as", "json", "https://a.example/1").output
        let object = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
        #expect(object?["text"] as? String == "Text of One.")
        #expect(try tidings.run("show", "99").status == 1)
    }

    @Test func searchesAndRelates() throws {
        let tidings = try Tidings()
        try tidings.fill()
        #expect(try tidings.run("search", "--json", "text").output.split(separator: "\n").count == 3)
        let related = try tidings.run("related", "--json", "https://a.example/1").output
        #expect(related.hasPrefix(#"{"url":"https://a.example/1","related":["#))
    }

    @Test func parsesFeedsWithoutALibrary() throws {
        let tidings = try Tidings()
        let feed = try tidings.file(
            "a.xml",
            "<rss version='2.0'><channel><title>T &amp; U</title><item><title>A</title></item></channel></rss>"
        )
        let parsed = try tidings.run("parse", feed, tidings.folder + "/missing.xml")
        #expect(parsed.status == 66)
        #expect(parsed.output.contains(#""format":"rss2.0""#) && parsed.output.contains(#""title":"T & U""#))
        #expect(
            try tidings.run("parse", "--quiet", feed) == Tidings.Outcome(status: 0, output: "", errors: ""))
    }

    @Test func aDamagedLibraryIsSaidPlainlyAndNotTouched() throws {
        let tidings = try Tidings()
        let path = try tidings.file("library.sqlite", String(repeating: "not a library ", count: 100))
        let outcome = try tidings.run("list")
        #expect(outcome.status == 74 && outcome.errors.contains("is not a Tidings library"))
        #expect(try String(contentsOfFile: path, encoding: .utf8).hasPrefix("not a library"))
    }

    @Test func controlsInAFileNameNeverReachTheTerminal() throws {
        let tidings = try Tidings()
        let outcome = try tidings.run("import", "/nowhere/\u{1B}[31mred.xml")
        #expect(outcome.status == 66 && !outcome.errors.contains("\u{1B}"))
    }
}
