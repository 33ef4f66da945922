import Archive
import Feeds
import Glibc
import News
import Packing
import Pages

extension Library {
    /// Keeps what a file holds: a feed, an OPML file, JSON Lines, a saved page, or the text of a page.
    ///
    /// Each record that cannot be read is named in the report, and all others are kept.
    ///
    /// - Throws: `ArchiveError` when the library cannot be written.
    public func `import`(file path: String) async throws -> ImportReport {
        var report = ImportReport()
        do {
            if [".jsonl", ".jsonl.gz", ".ndjson"].contains(where: path.hasSuffix) {
                try await importJSONLines(path, &report)
            } else {
                try await importDocument(try LocalFile.contents(of: path), path, &report)
            }
        } catch LocalFile.Unreadable.missing(let reason) {
            report.failures.append(ImportReport.Failure(file: path, reason: reason, isMissing: true))
        } catch LocalFile.Unreadable.unusable(let reason) {
            report.fail(path, reason)
        }
        return report
    }

    private func importDocument(_ bytes: [UInt8], _ path: String, _ report: inout ImportReport) async throws {
        switch DocumentKind(bytes, path: path) {
        case .opml: try await importOPML(bytes, path, &report)
        case .page: try await importPage(PageReader.read(bytes), path, &report)
        case .pageText: try await importPage(PageTextDump.read(bytes), path, &report)
        case .feed: try await importFeed(bytes, path, &report)
        }
    }

    private func importFeed(_ bytes: [UInt8], _ path: String, _ report: inout ImportReport) async throws {
        let parsed: ParsedFeed
        do {
            parsed = try FeedReader.read(bytes)
        } catch {
            return report.fail(path, error.description)
        }
        for warning in parsed.warnings {
            report.warnings.append(ImportReport.Failure(file: path, reason: warning.text))
        }
        let name = String(path[(path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex)...])
        let identity = SourceIdentity(
            address: parsed.feed.address, title: parsed.feed.title ?? Line(name), link: parsed.feed.link)
        let source = try await archive.source(identity)
        report.count(try await archive.store(parsed.articles, of: source, arrived: now()))
    }

    private func importOPML(_ bytes: [UInt8], _ path: String, _ report: inout ImportReport) async throws {
        let subscriptions: Subscriptions
        do {
            subscriptions = try OPML.read(bytes)
        } catch {
            return report.fail(path, error.description)
        }
        let sources = subscriptions.sources.map { subscription in
            let folder = subscription.folder.map { $0.text.replacing("/", with: "∕") }.joined(separator: "/")
            return SourceIdentity(
                address: subscription.address, title: subscription.title ?? Line(subscription.address.host),
                link: subscription.link, folder: folder, isSubscribed: true)
        }
        _ = try await archive.sources(sources)
        report.subscribed += sources.map { Reference(title: $0.title, address: $0.address) }
        for refused in subscriptions.refused {
            report.warnings.append(ImportReport.Failure(file: path, reason: refused.text))
        }
    }

    private func importPage(_ page: SavedPage?, _ path: String, _ report: inout ImportReport) async throws {
        guard let page else { return report.fail(path, "no article was found in this page") }
        let source = try await archive.source(SourceIdentity(title: page.siteName ?? "Saved pages"))
        report.count(try await archive.store([page.article], of: source, arrived: now()))
    }

    // MARK: JSON Lines

    private func importJSONLines(_ path: String, _ report: inout ImportReport) async throws {
        guard var lines = LineReader(path: path) else {
            return report.fail(path, String(cString: strerror(errno)))
        }
        var sources: [String: SourceID] = [:]
        var waiting: [(feed: String, article: Article)] = []
        var storing: Task<StoringResult, any Error>?
        var number = 0
        do {
            while let line = try lines.nextLine() {
                number += 1
                if line.allSatisfy({ $0 <= 0x20 }) { continue }
                do {
                    let record = try JSONLine.read(line)
                    waiting.append((record.feed, record.article))
                } catch {
                    report.fail(path, line: number, error.description)
                }
                guard waiting.count >= Library.recordsAtOnce else { continue }
                // The next records are read while these are stored.
                if let storing { report.count(try await storing.value) }
                storing = try await store(waiting, &sources)
                waiting = []
            }
        } catch let error as PackingError {
            report.fail(path, line: number, error.description)
        }
        if let storing { report.count(try await storing.value) }
        report.count(try await store(waiting, &sources).value)
    }

    /// Records read before they are stored: enough for long transactions, little memory.
    private static let recordsAtOnce = 2_000

    private func store(
        _ records: [(feed: String, article: Article)], _ sources: inout [String: SourceID]
    ) async throws -> Task<StoringResult, any Error> {
        let unknown = Set(records.map(\.feed)).subtracting(sources.keys).sorted()
        let ids = unknown.isEmpty ? [] : try await archive.sources(unknown.map(Library.source(named:)))
        for (feed, id) in zip(unknown, ids) { sources[feed] = id }
        let articles = records.compactMap { record in
            sources[record.feed].map { SourcedArticle(record.article, of: $0) }
        }
        return Task { [archive, now] in try await archive.store(articles, arrived: now()) }
    }

    /// Where records of a feed go: by address when the feed is named by one.
    private static func source(named feed: String) -> SourceIdentity {
        guard let address = WebAddress(feed) else {
            return SourceIdentity(title: Line(nonEmpty: feed) ?? "Imported")
        }
        let path = address.text.drop { $0 != ":" }.dropFirst(3).drop { $0 != "/" }
        return SourceIdentity(address: address, title: Line(address.host + path))
    }
}
