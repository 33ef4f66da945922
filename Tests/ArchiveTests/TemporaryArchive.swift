import Foundation
import News

@testable import Archive

/// A library file in a folder of its own, gone with the value.
final class TemporaryArchive: Sendable {
    let path: String
    let archive: Archive
    static let now = Timestamp(CivilTime(year: 2026, month: 11, day: 23, hour: 12))

    init() throws {
        path = NSTemporaryDirectory() + "tidings-\(UUID().uuidString)/library.sqlite"
        archive = try Archive(path: path)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: (path as NSString).deletingLastPathComponent)
    }

    /// A source with articles, some hours before noon of 23 November 2026; they are numbered from 1.
    func fill(_ articles: [Article], source: String = "The Harbour Post") async throws -> SourceID {
        let id = try await archive.source(SourceIdentity(title: Line(source)))
        _ = try await archive.store(articles, of: id, arrived: Self.now)
        return id
    }

    static func article(
        _ headline: String, hoursAgo: Int = 0, html: String = "<p>Text.</p>", identity: String? = nil
    ) -> Article {
        Article(
            identity: identity ?? headline, headline: Line(headline),
            address: WebAddress("https://post.example/" + headline.filter { $0.isASCII && $0 != " " }),
            published: now.advanced(by: Int64(-hoursAgo) * 3600), html: html)
    }

    /// Fills the full-text index.
    func index() async throws {
        while case let texts = try await archive.pendingTexts(of: archive.pendingArticles()[...]),
            !texts.isEmpty
        {
            let plain = texts.map { text in
                var text = text
                text.body = text.body.replacing("<p>", with: "").replacing("</p>", with: "")
                text.replaced?.body.replace("<p>", with: "")
                text.replaced?.body.replace("</p>", with: "")
                return text
            }
            try await archive.index(plain, now: TemporaryArchive.now)
        }
    }
}
