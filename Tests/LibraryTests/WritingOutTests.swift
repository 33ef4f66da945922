import Foundation
import Library
import News
import Testing

@Suite struct WritingOutTests {
    private static let feed = """
        {"url":"https://a.example/1","title":"Ferry halted: a/b ..","text":"The night ferry stays in port.","published":"2026-11-20T08:00:00Z","feed":"The Post"}
        """

    private static let changed = """
        {"url":"https://a.example/1","title":"Ferry runs again","text":"The night ferry left the port.","published":"2026-11-20T08:00:00Z","feed":"The Post"}
        """

    private func library() async throws -> (TemporaryLibrary, Listing) {
        let temporary = try TemporaryLibrary()
        _ = try await temporary.importing(WritingOutTests.feed, as: "one.jsonl")
        let listing = try #require(try await temporary.library.listings(.all, limit: 1).first)
        return (temporary, listing)
    }

    @Test func theEndingOfTheNameSaysWhatIsWritten() async throws {
        let (temporary, listing) = try await library()
        for (name, sign) in [("a.md", "---\n"), ("a.html", "<"), ("a.txt", "Ferry halted")] {
            let path = temporary.folder + "/" + name
            try await temporary.library.write(listing.id, to: path)
            let text = try String(contentsOfFile: path, encoding: .utf8)
            #expect(text.hasPrefix(sign) && text.contains("night ferry"))
        }
    }

    @Test func aFileThatIsThereIsNeverReplaced() async throws {
        let (temporary, listing) = try await library()
        let path = temporary.folder + "/mine.md"
        try "mine".write(toFile: path, atomically: true, encoding: .utf8)
        await #expect(throws: WritingFailure.exists(path: path)) {
            try await temporary.library.write(listing.id, to: path)
        }
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "mine")
    }

    @Test func theNameIsSafeInAnyFolder() async throws {
        let (_, listing) = try await library()
        let name = Library.fileName(of: listing)
        #expect(name.hasPrefix("2026-11-20-ferry-halted-a-b") && name.hasSuffix(".md"))
        #expect(!name.contains("/") && !name.dropLast(3).contains("."))
    }

    @Test func excerptsShowWhereTheWordsStandInHeadlineAndText() async throws {
        let (temporary, listing) = try await library()
        let excerpts = try await temporary.library.excerpts(of: [listing.id, ArticleID(99)], for: "ferr*")
        let excerpt = try #require(excerpts[listing.id])
        #expect(excerpts.count == 1)
        #expect(excerpt.headlineHits == [0..<4])
        #expect(excerpt.snippet.hits == [10..<14])
    }

    @Test func theFirstVersionIsThereBesideWhatTheArticleSaysNow() async throws {
        let (temporary, listing) = try await library()
        #expect(try await temporary.library.firstVersion(of: listing.id) == nil)
        _ = try await temporary.importing(WritingOutTests.changed, as: "two.jsonl")
        let first = try #require(try await temporary.library.firstVersion(of: listing.id))
        #expect(first.headline.text.hasPrefix("Ferry halted"))
        #expect(first.text.contains("stays in port") && first.currentText.contains("left the port"))
    }
}
