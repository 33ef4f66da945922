import Archive
import Feeds
import Fetching
import News

/// What came of asking for a feed's older entries.
public struct BackfillReport: Sendable, Hashable {
    /// Pages that were read.
    public var pages = 0
    /// New articles.
    public var added = 0
    /// Articles that had changed.
    public var updated = 0
    /// Why it ended before the last page, if it did.
    public var trouble: Line?
}

extension Library {
    /// Pages of a feed's archive that are read at one go.
    private static let archivePages = 50

    /// Asks for the older entries of a feed, page by page (RFC 5005 `prev-archive`); only ever on a person's word.
    ///
    /// - Parameters:
    ///   - source: Whose.
    ///   - tell: Told of each page that was read.
    /// - Returns: What came; `trouble` says why it ended early.
    /// - Throws: `SourceProblem` when the feed names no older entries; `ArchiveError`; `CancellationError`.
    public func backfill(
        _ source: SourceID, tell: @Sendable (BackfillReport) -> Void = { _ in }
    ) async throws -> BackfillReport {
        guard let kept = try await archive.keptSources().first(where: { $0.source.id == source }),
            let address = kept.source.address
        else { throw SourceProblem("this source has no feed that could be asked", isUnknownSource: true) }
        guard kept.feed?.lastSuccess != nil else {
            throw SourceProblem("\(kept.source.title) was never read; refresh it first")
        }
        guard var next = kept.feed?.older else {
            throw SourceProblem("\(kept.source.title) names no older entries (RFC 5005)")
        }
        let credentials: Credentials?
        do {
            credentials = try await SourceSecrets.credentials(kept.settings)
        } catch {
            throw SourceProblem(error.description)
        }
        var report = BackfillReport()
        var visited: Set<WebAddress> = [address.withoutFragment]
        while visited.insert(next.withoutFragment).inserted {
            guard report.pages < Library.archivePages else {
                report.trouble = Line("stopped after \(Library.archivePages) pages")
                break
            }
            // What belongs to the feed's own place goes to its own place only.
            let isNear = next.origin == address.origin
            let asked = try await ask(
                next, credentials: isNear ? credentials : nil,
                options: isNear ? kept.settings.requestOptions : RequestOptions(),
                isUsersOwn: next.host == address.host)
            guard case .feed(let fetched, let parsed) = asked else {
                if case .failed(let why) = asked { report.trouble = why }
                if case .page = asked { report.trouble = Line("\(next): this is a web page, no feed") }
                break
            }
            let result = try await archive.store(parsed.articles, of: source, arrived: now())
            report.pages += 1
            report.added += result.added
            report.updated += result.updated
            tell(report)
            guard let older = parsed.olderEntries ?? fetched.links.first("prev-archive") else { break }
            next = older
        }
        return report
    }
}

extension WebAddress {
    /// Scheme, host and port.
    var origin: Substring {
        text.prefix(scheme.count + 3 + text.dropFirst(scheme.count + 3).prefix { !"/?#".contains($0) }.count)
    }
}
