import Foundation
import Library
import News
import Testing

@Suite struct ExportingTests {
    private func export(_ temporary: TemporaryLibrary, _ scope: ListScope = .all) async throws -> Data {
        let path = temporary.folder + "/export.jsonl"
        _ = try await temporary.library.exportJSONLines(scope, to: .file(path))
        return try Data(contentsOf: URL(fileURLWithPath: path))
    }

    private func imported(_ data: Data) async throws -> TemporaryLibrary {
        let temporary = try TemporaryLibrary()
        let path = temporary.folder + "/again.jsonl"
        try data.write(to: URL(fileURLWithPath: path))
        let report = try await temporary.library.import(file: path)
        #expect(report.failures.isEmpty)
        return temporary
    }

    @Test func whatIsExportedAndReadBackIsExportedTheSame() async throws {
        let newsstand = try await TemporaryLibrary.newsstand()
        let pages = TemporaryLibrary.sampleFeeds + "/pages"
        for page in try FileManager.default.contentsOfDirectory(atPath: pages).sorted() {
            _ = try await newsstand.library.import(file: pages + "/" + page)
        }
        _ = try await newsstand.library.mark(.query("storm"), .read(true))
        _ = try await newsstand.library.mark([ArticleID(7)], .starred(true))
        if let tag = Tag("weather") {
            _ = try await newsstand.library.mark(.query("storm"), .tagged(tag, true))
        }
        let first = try await export(newsstand)
        #expect(first.split(separator: 0x0A).count > 177)
        let again = try await imported(first)
        let second = try await export(again)
        #expect(first == second)
        #expect(try await again.library.counts(.starred).all == 1)
        #expect(try await again.library.counts(.unread).all == newsstand.library.counts(.unread).all)
    }

    @Test func subscriptionsComeBackWithTheirFolders() async throws {
        let newsstand = try await TemporaryLibrary.newsstand()
        let path = newsstand.folder + "/out.opml"
        let count = try await newsstand.library.exportOPML(to: .file(path))
        let again = try TemporaryLibrary()
        _ = try await again.library.import(file: path)
        func subscriptions(_ temporary: TemporaryLibrary) async throws -> [[String]] {
            try await temporary.library.sources().map {
                [$0.title.text, $0.address?.text ?? "", $0.link?.text ?? "", $0.folder]
            }
        }
        #expect(count == 13)
        #expect(try await subscriptions(newsstand) == subscriptions(again))
    }

    @Test func marksOfAnImportNeverUndoWhatWasDoneHere() async throws {
        let temporary = try TemporaryLibrary()
        let plain = #"{"url":"https://a.example/1","title":"One","text":"First.","feed":"A"}"#
        _ = try await temporary.importing(plain, as: "a.jsonl")
        _ = try await temporary.library.mark([ArticleID(1)], .starred(true))
        let marked = plain.replacing("}", with: #","read":true,"starred":false}"#)
        let report = try await temporary.importing(marked, as: "b.jsonl")
        #expect(report.skipped == 1)
        let listing = try await temporary.library.listings(.all, limit: 1).first
        #expect(listing?.isRead == false && listing?.isStarred == true)
    }

    @Test func aQueryChoosesWhatIsExported() async throws {
        let newsstand = try await TemporaryLibrary.newsstand()
        let lines = try await export(newsstand, .query("title:malaria")).split(separator: 0x0A)
        #expect(lines.count == (try await newsstand.library.counts(.query("title:malaria")).all))
    }

    @Test func aFailedExportLeavesTheOldFile() async throws {
        let newsstand = try TemporaryLibrary()
        let path = newsstand.folder + "/old.jsonl"
        try "old".write(toFile: path, atomically: true, encoding: .utf8)
        await #expect(throws: (any Error).self) {
            _ = try await newsstand.library.exportJSONLines(.query("(("), to: .file(path))
        }
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "old")
        #expect(try FileManager.default.contentsOfDirectory(atPath: newsstand.folder).count == 4)
    }

    @Test func aBackupIsAWholeLibraryOfItsOwnAndPrivate() async throws {
        let newsstand = try await TemporaryLibrary.newsstand()
        let path = newsstand.folder + "/copy.sqlite"
        try await newsstand.library.backUp(to: path)
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        #expect(attributes[.posixPermissions] as? Int == 0o600)
        let copy = try Library(path: path) { TemporaryLibrary.now }
        #expect(try await copy.counts(.all).all == 177)
        #expect(!(try await copy.search("storm", limit: 5)).isEmpty)
        await copy.close()
        await #expect(throws: (any Error).self) {
            try await newsstand.library.backUp(to: newsstand.folder + "/library.sqlite")
        }
    }

    @Test func aFolderHasAFileForEachArticleAndAnIndex() async throws {
        let newsstand = try await TemporaryLibrary.newsstand()
        let path = newsstand.folder + "/out"
        let count = try await newsstand.library.exportFolder(.all, as: .markdown, to: path)
        let files = try FileManager.default.contentsOfDirectory(atPath: path)
        #expect(count == 177 && files.count == 178 && files.contains("index.md"))
        #expect(files.allSatisfy { $0.hasSuffix(".md") })
        let index = try String(contentsOfFile: path + "/index.md", encoding: .utf8)
        #expect(index.split(separator: "\n").count == 178)
        // A second time replaces the same files.
        _ = try await newsstand.library.exportFolder(.all, as: .markdown, to: path)
        #expect(try FileManager.default.contentsOfDirectory(atPath: path).count == 178)
    }

    @Test func aLinkInTheFolderIsReplacedAndNotFollowed() async throws {
        let newsstand = try await TemporaryLibrary.newsstand()
        let path = newsstand.folder + "/out"
        let outside = newsstand.folder + "/outside"
        try "mine".write(toFile: outside, atomically: true, encoding: .utf8)
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
        try FileManager.default.createSymbolicLink(
            atPath: path + "/index.html", withDestinationPath: outside)
        _ = try await newsstand.library.exportFolder(.query("title:malaria"), as: .html, to: path)
        #expect(try String(contentsOfFile: outside, encoding: .utf8) == "mine")
    }

    @Test func aBookOfAQueryHasItsArticles() async throws {
        let newsstand = try await TemporaryLibrary.newsstand()
        let path = newsstand.folder + "/storm.epub"
        let count = try await newsstand.library.exportBook(.query("storm"), title: "Storm", to: .file(path))
        #expect(count == (try await newsstand.library.counts(.query("storm")).all))
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)).starts(with: [0x50, 0x4B, 3, 4]))
    }
}
