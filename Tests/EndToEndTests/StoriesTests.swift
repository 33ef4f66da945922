import Foundation
import Testing

@Suite struct StoriesTests {
    /// Two tellings of one event by two sources, and news on other subjects, so that words have frequencies.
    private func filled() throws -> Tidings {
        let tidings = try Tidings()
        let bridge = [
            (
                "Harbour bridge at Kestrel Bay closed after cracks are found",
                "Engineers closed the harbour bridge at Kestrel Bay on Monday after Ingrid Solheim, the chief inspector, found cracks in two of its northern pylons."
            ),
            (
                "Cracks in pylons shut Kestrel Bay bridge",
                "The harbour bridge in Kestrel Bay was shut on Monday. Inspector Ingrid Solheim said cracks in its pylons had grown since winter."
            ),
        ]
        let others = (0..<40).map { number in
            (
                "Report \(number) on word\(number)",
                (0..<30).map { "word\((number * 37 + $0 * $0) % 300)" }.joined(separator: " ")
            )
        }
        let lines = (bridge + others).enumerated().map { number, article in
            #"{"url":"https://a.example/\#(number + 1)","title":"\#(article.0)","text":"\#(article.1)","published":"2026-11-2\#(number % 2)T\#(22 - number % 2 * 20):00:00Z","feed":"Source \#(number % 5)"}"#
        }
        try tidings.run("import", "-q", try tidings.file("fill.jsonl", lines.joined(separator: "\n")))
        return tidings
    }

    @Test func aStoryIsATimeline() throws {
        let tidings = try filled()
        let story = try tidings.run("story", "2")
        #expect(
            story.output == """
                Harbour bridge at Kestrel Bay closed after cracks are found
                story 1: 2 articles, 2 sources, 2026-11-20 – 2026-11-21, 2 unread

                2026-11-20
                  22:00 ● ◆ 1 Harbour bridge at Kestrel Bay closed after cracks are found — Source 0

                2026-11-21
                  02:00 ●   2 Cracks in pylons shut Kestrel Bay bridge — Source 1

                """)
        #expect(try tidings.run("story", "show", "--why", "1").output.contains("Kestrel Bay (2)"))
        #expect(
            try tidings.run("stories").output.contains("1\t2 articles, 2 sources, 2026-11-20 – 2026-11-21"))
        let json = try tidings.run("story", "--json", "1").output
        let object = try #require(JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
        #expect(object["first"] as? String == "2026-11-20T22:00:00Z" && object["size"] as? Int == 2)
        #expect((object["timeline"] as? [Any])?.count == 2)
        #expect(try tidings.run("story", "999").status == 1)
    }

    @Test func storiesAreFollowedJoinedPartedAndAllOfItUndone() throws {
        let tidings = try filled()
        #expect(try tidings.run("story", "follow", "2").status == 0)
        #expect(try tidings.run("story", "follow", "2").status == 1)
        #expect(try tidings.run("stories", "--followed").output.contains("2 unread, followed: Harbour"))
        #expect(try tidings.run("story", "part", "2", "1").status == 0)
        #expect(try !tidings.run("related", "1").output.contains("Cracks in pylons"))
        #expect(try tidings.run("story", "2").output.contains("story 2: 1 article,"))
        #expect(try tidings.run("undo").errors == "undone: two articles kept apart\n")
        #expect(try tidings.run("related", "1").output.contains("Cracks in pylons"))
        #expect(try tidings.run("story", "join", "9", "1").errors == "two articles put into one story, 1\n")
        #expect(try tidings.run("list", "story:1").output.contains("Report 6 on"))
        #expect(try tidings.run("undo").errors == "undone: two articles put into one story\n")
        #expect(try tidings.run("story", "unfollow", "1").status == 0)
        #expect(try tidings.run("stories", "--followed").status == 1)
    }

    @Test func documentsFromOutsideAreComparedWithTheArchive() throws {
        let tidings = try filled()
        let page =
            "<html><title>Kestrel Bay</title><article><h1>Ferries at Kestrel Bay</h1><p>With cracks in the pylons of the harbour bridge at Kestrel Bay, inspector Ingrid Solheim sends commuters to the ferries, which go twice an hour from the old quay until the winter is over.</p></article></html>"
        let file = try tidings.file("page.html", page)
        #expect(try tidings.run("related", "--why", file).output.contains("Kestrel Bay"))
        #expect(try tidings.run("related", "-", input: page).output.contains("Cracks in pylons"))
        #expect(
            try tidings.run("related", "-", input: "1 https://a.example/2\n").output.contains(
                "Harbour bridge"))
        let json = try tidings.run("related", "--json", file).output
        #expect(json.hasPrefix("{\"url\":\"\(file)\"") && json.contains("https://a.example/1"))
        #expect(try tidings.run("related", tidings.folder + "/nothing.html").status == 1)
        #expect(try tidings.run("list").output.split(separator: "\n").count == 42)
    }
}
