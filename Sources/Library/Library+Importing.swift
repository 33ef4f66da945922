import Archive
import Feeds
import Glibc
import Interchange
import News
import Packing
import Pages

extension Library {
    /// Keeps what a file holds, whatever kind of file it is; of a folder, what the files in it hold.
    ///
    /// Feeds, OPML, lists of feeds, JSON Lines, saved pages and texts of pages, reading lists, mailboxes, web archives and
    /// other readers' databases are known by their first letters. Each record that cannot be read is named in the
    /// report, and all others are kept. What is kept already is not kept twice: an import that was broken off is
    /// continued by the next.
    ///
    /// - Throws: `ArchiveError` when the library cannot be written.
    public func `import`(
        file path: String, _ options: ImportOptions = ImportOptions()
    ) async throws -> ImportReport {
        var batch = ImportBatch(file: path, archive: archive, options: options, now: now)
        if LocalFolder.isFolder(path) {
            try await importFolder(path, &batch)
        } else {
            try await importFile(path, isInFolder: false, &batch)
        }
        try await batch.finish()
        return batch.report
    }

    private func importFolder(_ path: String, _ batch: inout ImportBatch) async throws {
        var folder = LocalFolder(path)
        var leftOut = 0
        while let file = folder.nextFile() {
            try Task.checkCancellation()
            batch.file = file
            if try await !importFile(file, isInFolder: true, &batch) { leftOut += 1 }
        }
        batch.file = path
        if leftOut > 0 { batch.warn("\(leftOut) files of other kinds were left out") }
        for problem in folder.problems { batch.fail(problem) }
    }

    /// Whether the file is of a kind that is read; one that somebody names always is.
    @discardableResult
    private func importFile(_ path: String, isInFolder: Bool, _ batch: inout ImportBatch) async throws -> Bool
    {
        do {
            var lines = try LocalFile.reader(of: path)
            let start = try LocalFile.start(of: &lines)
            let known = DocumentKind.known(start, path: path)
            // A file that somebody names and that looks like nothing is tried as a feed, which says what is wrong.
            guard let kind = known ?? (isInFolder ? nil : .feed) else { return false }
            switch kind {
            case .jsonLines: try await importJSONLines(&lines, &batch)
            case .table: try await importTable(&lines, &batch)
            case .mailbox: try await importMailbox(&lines, &batch)
            case .webArchive: try await importWebArchive(lines, &batch)
            case .database: try await importDatabase(path, isInFolder: isInFolder, &batch)
            default: try await importDocument(kind, try LocalFile.contents(of: path, &lines), path, &batch)
            }
        } catch let error as LocalFile.Unreadable {
            batch.fail(error)
        } catch let error as PackingError {
            batch.fail("\(error); what came before is kept")
        }
        return true
    }

    private func importDocument(
        _ kind: DocumentKind, _ bytes: [UInt8], _ path: String, _ batch: inout ImportBatch
    ) async throws {
        switch kind {
        case .feedLines(let isNewsraft): try await importFeedLines(bytes, isNewsraft, &batch)
        case .opml: try await importOPML(bytes, &batch)
        case .page: try await importPage(PageReader.read(bytes), &batch)
        case .pageText: try await importPage(PageTextDump.read(bytes), &batch)
        default: try await importFeed(bytes, path, &batch)
        }
    }

    private func importFeed(_ bytes: [UInt8], _ path: String, _ batch: inout ImportBatch) async throws {
        let parsed: ParsedFeed
        do {
            parsed = try FeedReader.read(bytes)
        } catch {
            return batch.fail(error.description)
        }
        for warning in parsed.warnings { batch.warn(warning.text) }
        let name = String(path[(path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex)...])
        let identity = SourceIdentity(
            address: parsed.feed.address, title: parsed.feed.title ?? Line(name), link: parsed.feed.link)
        let source = try await archive.source(identity)
        batch.count(try await archive.store(parsed.articles, of: source, arrived: now()))
    }

    private func importPage(_ page: SavedPage?, _ batch: inout ImportBatch) async throws {
        guard let page else { return batch.fail("no article was found in this page") }
        try await batch.add(
            ImportedArticle(
                article: page.article, source: SourceIdentity(title: page.siteName ?? "Saved pages")))
    }

    // MARK: Subscriptions

    private func importOPML(_ bytes: [UInt8], _ batch: inout ImportBatch) async throws {
        let subscriptions: Subscriptions
        do {
            subscriptions = try OPML.read(bytes)
        } catch {
            return batch.fail(error.description)
        }
        for refused in subscriptions.refused { batch.warn(refused.text) }
        try await subscribe(to: subscriptions.sources, &batch)
    }

    private func importFeedLines(
        _ bytes: [UInt8], _ isNewsraft: Bool, _ batch: inout ImportBatch
    ) async throws {
        let list = FeedLines.read(String(decoding: bytes, as: UTF8.self), isNewsraft: isNewsraft)
        for (line, reason) in list.refused { batch.warn(line: line, reason) }
        if list.subscriptions.isEmpty, list.refused.isEmpty { return batch.fail("this list names no feed") }
        try await subscribe(to: list.subscriptions, &batch)
    }

    private func subscribe(to subscriptions: [Subscription], _ batch: inout ImportBatch) async throws {
        let sources = subscriptions.map { subscription in
            let folder = subscription.folder.map { $0.text.replacing("/", with: "∕") }.joined(separator: "/")
            return SourceIdentity(
                address: subscription.address, title: subscription.title ?? Line(subscription.address.host),
                link: subscription.link, folder: folder, isSubscribed: true)
        }
        _ = try await archive.sources(sources)
        batch.subscribe(sources.map { Reference(title: $0.title, address: $0.address) })
    }
}
