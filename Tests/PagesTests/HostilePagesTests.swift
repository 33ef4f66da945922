import Testing

@testable import Pages

/// Pages that are made to hurt: each has to be over in a moment, whatever comes of it.
@Suite struct HostilePagesTests {
    private static let text =
        "<p>This is a sentence of some length that looks like real text, for all to read.</p>"

    @Test(arguments: [
        String(repeating: "<div>", count: 2_000) + text,
        String(repeating: "<ul><li>", count: 600) + text,
        String(repeating: "<div class=\"article-body\">" + text, count: 800),
        String(repeating: "<h1>One two three</h1>" + text, count: 600),
        "<h1>A headline</h1>" + String(repeating: "<article class=post>" + text + "</article>", count: 600),
        "<div>" + String(repeating: "<a href=/author/x>Some Body</a> ", count: 2_000),
        "<div>" + String(repeating: "<span class=date><time>3 May 2024</time>", count: 800),
        "<div>" + String(repeating: "A line. <br><br>", count: 600),
        "<script type=\"application/ld+json\">"
            + String(repeating: "[{\"@type\":\"Article\",\"x\":", count: 600),
        String(repeating: "<table><tr><td>", count: 800) + text,
    ])
    func aHostilePageIsRead(page: String) {
        _ = PageReader.read(Array(page.utf8))
    }

    @Test(arguments: ["Related\n", "Home › ", "Some Name\nA B C D\n", "3 May 2024\n", "• item\n"])
    func aHostileDumpIsRead(line: String) {
        _ = PageTextDump.read(Array(String(repeating: line, count: 600).utf8))
    }

    @Test func aCutPageIsReadAtEveryPlace() {
        let page = Array(
            "<html><title>A b c</title><body><h1>A b c</h1>\(Self.text)<a href='x'>é</a><!-- ".utf8)
        for end in page.indices { _ = PageReader.read(Array(page[..<end])) }
    }
}
