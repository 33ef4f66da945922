import Fetching
import Foundation
import News
import Testing

@testable import Library

@Suite struct SubscribingTests {
    private func page(_ links: String) -> FakeWeb.Answer {
        .ok("<!doctype html><html><head><title>Site</title>\(links)</head><body>Hello</body></html>")
    }

    @Test func aSiteIsFollowedByTheFeedItNames() async throws {
        let links = """
            <link rel="alternate" type="application/rss+xml" href="/comments/feed">
            <link rel="alternate" type="application/feed+json" href="/feed.json">
            """
        let page = page(links)
        let web = FakeWeb { $0.address.text.hasSuffix("/feed.json") ? FakeWeb.rss(["One"]) : page }
        let temporary = try await TemporaryLibrary.on(web)
        let addition = try await temporary.library.add("https://site.example/")
        guard case .followed(let source, let added, let others) = addition else {
            Issue.record("not followed: \(addition)")
            return
        }
        #expect(source.address == WebAddress("https://site.example/feed.json") && added == 1)
        #expect(others.map(\.text) == ["https://site.example/comments/feed"])
        #expect(web.asked.count == 2)
        #expect(try await temporary.library.add("https://site.example/feed.json") == .known(source))
    }

    @Test func aSiteThatNamesNoFeedIsLookedForOneAtCommonPlaces() async throws {
        let page = page("")
        let web = FakeWeb { request in
            switch request.address.text {
            case "https://site.example/": page
            case "https://site.example/atom.xml": FakeWeb.rss(["One"])
            default: .status(404)
            }
        }
        let temporary = try await TemporaryLibrary.on(web)
        _ = try await temporary.library.add("https://site.example/")
        #expect(try await temporary.onlySource().address?.text == "https://site.example/atom.xml")
    }

    @Test func aPageWithoutFeedsIsKept() async throws {
        let text = String(
            repeating: "The harbour at Vell was empty by midday, and the boats were tied up. ", count: 30)
        let article =
            "<html><head><title>Storm</title></head><body><article><h1>Storm</h1><p>\(text)</p></article></body></html>"
        let temporary = try await TemporaryLibrary.on(FakeWeb { _ in .ok(article) })
        let addition = try await temporary.library.add("https://site.example/2026/storm.html")
        guard case .kept("Storm", _) = addition else {
            Issue.record("not kept: \(addition)")
            return
        }
        #expect(try await temporary.headlines() == ["Storm"])
    }

    @Test func whatCannotBeFetchedIsNotFollowed() async throws {
        let temporary = try await TemporaryLibrary.on(FakeWeb { _ in .status(404) })
        let addition = try await temporary.library.add("https://site.example/feed")
        #expect(addition == .failed("https://site.example/feed: not found (404)"))
        #expect(try await temporary.library.sources().isEmpty)
    }

    @Test func aRemovedSourceLeavesItsArticlesAndComesBackWithoutDoubles() async throws {
        let temporary = try await TemporaryLibrary.on(.feed("One"))
        _ = try await temporary.library.add("https://post.example/feed.xml")
        let source = try await temporary.library.source(named: "the post")
        try await temporary.library.remove(source.id)
        #expect(try await temporary.headlines() == ["One"])
        #expect(try await temporary.library.refresh(.all).progress.total == 0)
        _ = try await temporary.library.add("https://post.example/feed.xml")
        #expect(try await temporary.headlines() == ["One"])
        #expect(try await temporary.library.sources().count == 1)
    }

    @Test func aNameThatAPersonGaveStays() async throws {
        let web = FakeWeb.feed("One")
        let temporary = try await TemporaryLibrary.on(web)
        let source = try await temporary.library.follow(unasked: "https://post.example/feed.xml")
        try await temporary.library.rename(source.id, to: "Mine")
        try await temporary.library.refresh()
        #expect(try await temporary.onlySource().title == "Mine")
        try await temporary.library.move(source.id, to: "/News//Local/")
        #expect(try await temporary.onlySource().folder == "News/Local")
    }

    @Test func aPartOfANameNeverMeansASourceThatHasNoAddress() async throws {
        let web = FakeWeb.feed("One")
        let temporary = try await TemporaryLibrary.on(web)
        let source = try await temporary.library.follow(unasked: "https://post.example/feed.xml")
        _ = try await temporary.importing(
            #"{"url":"https://a.example/1","title":"T","text":"Text.","feed":"Ledger"}"#, as: "a.jsonl")
        #expect(try await temporary.library.source(named: "post.ex").id == source.id)
        #expect(try await temporary.library.source(named: "ledg").title == "Ledger")
    }

    // MARK: Secrets

    @Test func aPasswordInAnAddressGoesIntoAPrivateFileOnly() async throws {
        let web = FakeWeb.feed("One")
        let temporary = try await TemporaryLibrary.on(web)
        let source = try await temporary.library.follow(unasked: "https://me:secret@post.example/feed.xml")
        try await temporary.library.refresh()
        #expect(web.asked.map(\.credentials) == [Credentials(user: "me", password: "secret")])
        let path = await temporary.library.passwordFile(of: source.id)
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        #expect(attributes[.posixPermissions] as? Int == 0o600)
        await temporary.library.close()
        let bytes = try Data(contentsOf: URL(fileURLWithPath: temporary.folder + "/library.sqlite"))
        #expect(bytes.range(of: Data("secret".utf8)) == nil)
    }

    @Test func aPasswordFileThatOthersMayReadIsRefused() async throws {
        let web = FakeWeb.feed("One")
        let temporary = try await TemporaryLibrary.on(web)
        let source = try await temporary.library.follow(unasked: "https://post.example/feed.xml")
        let path = temporary.folder + "/password"
        try "me:secret\n".write(toFile: path, atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
        try await temporary.library.set(.passwordFile, path, of: source.id)
        let report = try await temporary.library.refresh()
        #expect(report.progress.failing == 1 && web.asked.isEmpty)
        #expect(try await temporary.library.health().map(\.status) == [.noPassword])
    }

    @Test func aCommandGivesThePasswordWithoutAShell() async throws {
        let web = FakeWeb.feed("One")
        let temporary = try await TemporaryLibrary.on(web)
        let source = try await temporary.library.follow(unasked: "https://post.example/feed.xml")
        try await temporary.library.set(.user, "me", of: source.id)
        try await temporary.library.set(.passwordCommand, "printf '%s\\n' '$(id) two'", of: source.id)
        try await temporary.library.refresh()
        #expect(web.asked.map(\.credentials) == [Credentials(user: "me", password: "$(id) two")])
    }

    @Test func headerFieldsAreSentAndNoneMayPretendToBeOurs() async throws {
        let web = FakeWeb.feed("One")
        let temporary = try await TemporaryLibrary.on(web)
        let source = try await temporary.library.follow(unasked: "https://post.example/feed.xml")
        try await temporary.library.set(.headers, "X-Key: 1", of: source.id)
        await #expect(throws: SourceProblem.self) {
            try await temporary.library.set(.headers, "If-None-Match: x", of: source.id)
        }
        try await temporary.library.refresh()
        #expect(web.asked.map(\.options.headers) == [["X-Key: 1"]])
    }

    @Test func anIntervalMovesTheNextDate() async throws {
        let temporary = try await TemporaryLibrary.on(.feed("One"))
        _ = try await temporary.library.add("https://post.example/feed.xml")
        let source = try await temporary.onlySource()
        try await temporary.library.set(.interval, "86400", of: source.id)
        let wait = try await temporary.library.sourceReports().first?.wait
        #expect(wait?.until == TemporaryLibrary.now.advanced(by: 86_400))
        await #expect(throws: SourceProblem.self) {
            try await temporary.library.set(.interval, "60", of: source.id)
        }
    }

    // MARK: Backfill

    private func archive(of pages: Int) -> FakeWeb {
        FakeWeb { request in
            let number = Int(request.address.text.split(separator: "/").last ?? "") ?? 0
            let next = number + 1 < pages ? number + 1 : 0
            let link =
                "<atom:link xmlns:atom='http://www.w3.org/2005/Atom' rel='prev-archive' href='/page/\(next)'/>"
            return FakeWeb.rss(["Item \(number)"], channel: link)
        }
    }

    @Test func olderEntriesAreFetchedPageByPageUntilTheyGoInACircle() async throws {
        let temporary = try await TemporaryLibrary.on(archive(of: 4))
        _ = try await temporary.library.add("https://post.example/page/0")
        let report = try await temporary.library.backfill(try await temporary.onlySource().id)
        #expect(report.pages == 3 && report.added == 3 && report.trouble == nil)
        #expect(try await temporary.headlines().count == 4)
    }

    @Test func backfillEndsAfterFiftyPages() async throws {
        let temporary = try await TemporaryLibrary.on(archive(of: 1_000))
        _ = try await temporary.library.add("https://post.example/page/0")
        let report = try await temporary.library.backfill(try await temporary.onlySource().id)
        #expect(report.pages == 50 && report.trouble != nil)
    }
}
