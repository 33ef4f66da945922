import News
import Testing

@testable import Archive

@Suite struct RuleTests {
    static let now = TemporaryArchive.now

    private func unread(_ library: TemporaryArchive) async throws -> [String] {
        try await library.archive.listings(.unread, limit: 40, now: Self.now).map(\.headline.text)
    }

    @Test(arguments: [
        Rule(.mute, "source:post"), Rule(.star, "author:\"Mara Lindqvist\" or title:ferry"),
        Rule(.tag(Tag("ships")!), "harbour"),
    ])
    func aRuleReadsAsItIsWritten(_ rule: Rule) { #expect(Rule(rule.description) == rule) }

    @Test(arguments: ["", "mute", "mute ", "burn all", "tag: x"])
    func whatIsNoRuleIsNone(_ text: String) { #expect(Rule(text) == nil) }

    @Test func aNewRuleMarksWhatIsUnreadAndUndoTakesBothBack() async throws {
        let library = try TemporaryArchive()
        _ = try await library.fill(
            ["Ferry one", "Ferry two", "Council"].map { TemporaryArchive.article($0) })
        try await library.index()
        _ = try await library.archive.mark([ArticleID(1)], .read(true), at: Self.now)
        let rule = Rule(.mute, "title:ferry")
        #expect(try await library.archive.count(of: rule, now: Self.now) == 1)
        #expect(try await library.archive.add(rule, at: Self.now) == 1)
        #expect(try await library.archive.add(rule, at: Self.now) == nil)
        #expect(try await unread(library) == ["Council"])
        #expect(try await library.archive.undo()?.change == .rules(.added(rule)))
        #expect(try await library.archive.rules().isEmpty)
        #expect(try await unread(library).sorted() == ["Council", "Ferry two"])
        #expect(try await library.archive.redo()?.count == 1)
        #expect(try await library.archive.rules() == [rule])
        #expect(try await unread(library) == ["Council"])
    }

    @Test func newArticlesAreMarkedAsTheyAreIndexedAndOthersAreNot() async throws {
        let library = try TemporaryArchive()
        let archive = library.archive
        _ = try await library.fill([TemporaryArchive.article("Old ferry")])
        try await library.index()
        _ = try await archive.add(Rule(.mute, "ferry"), at: Self.now)
        _ = try await archive.add(Rule(.tag(Tag("town")!), "title:council"), at: Self.now)
        _ = try await archive.mark(.all, .read(false), at: Self.now)
        _ = try await library.fill(["New ferry", "Council"].map { TemporaryArchive.article($0) })
        try await library.index()
        #expect(try await unread(library).sorted() == ["Council", "Old ferry"])
        #expect(try await archive.tags(of: ArticleID(3)) == [Tag("town")!])
    }

    @Test func anEditOrANewIndexGivesARuleNoSecondGo() async throws {
        let library = try TemporaryArchive()
        let archive = library.archive
        _ = try await archive.add(Rule(.mute, "ferry"), at: Self.now)
        _ = try await library.fill([TemporaryArchive.article("Ferry", identity: "1")])
        try await library.index()
        #expect(try await unread(library).isEmpty)
        _ = try await archive.mark(.all, .read(false), at: Self.now)
        _ = try await library.fill([TemporaryArchive.article("Ferry again", identity: "1")])
        try await library.index()
        try await archive.forget(.search)
        try await library.index()
        #expect(try await unread(library) == ["Ferry again"])
    }

    @Test func sectionsAndCategoriesAreFound() async throws {
        let library = try TemporaryArchive()
        var article = TemporaryArchive.article("Goal")
        article.sections = ["Sport", "Football"]
        var other = TemporaryArchive.article("Vote")
        other.categories = ["sport politics"]
        _ = try await library.fill([article, other])
        let found = try await library.archive.listings(.query("section:football"), limit: 9, now: Self.now)
        #expect(found.map(\.headline) == ["Goal"])
        #expect(
            try await library.archive.counts(.query("section:\"Sport Politics\""), now: Self.now).all == 1)
        #expect(try await library.archive.counts(.query("section:politics"), now: Self.now).all == 0)
    }

    @Test func theEndOfARuleLeavesItsMarksAndCanBeUndone() async throws {
        let library = try TemporaryArchive()
        let rule = Rule(.star, "ferry")
        _ = try await library.fill([TemporaryArchive.article("Ferry")])
        try await library.index()
        _ = try await library.archive.add(rule, at: Self.now)
        #expect(try await library.archive.remove(rule, at: Self.now))
        #expect(try await !library.archive.remove(rule, at: Self.now))
        #expect(try await library.archive.counts(.starred, now: Self.now).all == 1)
        _ = try await library.archive.undo()
        #expect(try await library.archive.rules() == [rule])
    }
}
