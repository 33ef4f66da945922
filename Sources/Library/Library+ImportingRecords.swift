import Archive
import Feeds
import Interchange
import News
import Packing

extension Library {
    func importJSONLines(_ lines: inout LineReader, _ batch: inout ImportBatch) async throws {
        var number = 0
        while let line = try lines.nextLine() {
            number += 1
            if line.allSatisfy({ $0 <= 0x20 }) { continue }
            do {
                try await batch.add(try JSONLine.read(line))
            } catch let error as JSONLine.Unreadable {
                batch.fail(line: number, error.description, raw: line)
            }
        }
    }

    func importTable(_ lines: inout LineReader, _ batch: inout ImportBatch) async throws {
        var table = TableRecords()
        var list: ReadingList?
        var header: [UInt8]?
        var isAtEnd = false
        while !isAtEnd {
            let line = try lines.nextLine()
            isAtEnd = line == nil
            for record in line.map({ table.take($0) }) ?? table.finish() {
                guard let list else {
                    list = ReadingList(header: Library.withoutMark(record.fields))
                    header = record.raw
                    guard list == nil else { continue }
                    return batch.fail(line: record.line, "this table has no column “url”")
                }
                do {
                    var imported = try list.article(record)
                    imported.isSecondHand = true
                    try await batch.add(imported)
                } catch let error as ReadingList.Unreadable {
                    // The names of the columns come first, so that what is kept aside can be mended and imported.
                    let raw = (header.map { $0 + [0x0A] } ?? []) + record.raw
                    header = nil
                    batch.fail(line: record.line, error.description, raw: raw)
                }
            }
        }
    }

    /// A byte order mark belongs to no column's name.
    private static func withoutMark(_ fields: [String]) -> [String] {
        guard let first = fields.first, first.unicodeScalars.first == "\u{FEFF}" else { return fields }
        let rest = String(String.UnicodeScalarView(first.unicodeScalars.dropFirst()))
        return [rest.filter { $0 != "\"" }] + fields.dropFirst()
    }

    func importMailbox(_ lines: inout LineReader, _ batch: inout ImportBatch) async throws {
        var box = Mailbox()
        var isAtEnd = false
        while !isAtEnd {
            let line = try lines.nextLine()
            isAtEnd = line == nil
            guard let letter = line.map({ box.take($0) }) ?? box.finish() else { continue }
            do {
                var imported = try MailedItem.read(letter)
                imported.isSecondHand = true
                try await batch.add(imported)
            } catch let error as MailedItem.Unreadable {
                batch.fail(line: letter.line, error.description, raw: letter.raw)
            }
        }
    }

    func importWebArchive(_ lines: consuming LineReader, _ batch: inout ImportBatch) async throws {
        var records = WebArchive(lines)
        do {
            while let record = try records.next() {
                switch record {
                case .article(let article): try await batch.add(article)
                case .other: break
                case .withoutArticle(let address):
                    batch.warn(
                        "record \(records.count) \(Line(address).text.prefix(200)): no article in this page")
                case .unreadable(let address, let reason):
                    batch.fail("record \(records.count) \(Line(address).text.prefix(200)): \(reason)")
                }
            }
        } catch let error as PackingError {
            batch.fail(
                "\(error.description) behind record \(records.count); what came before is kept")
        }
    }

    // MARK: Other readers

    func importDatabase(_ path: String, isInFolder: Bool, _ batch: inout ImportBatch) async throws {
        do {
            let database = try ForeignDatabase(path: path)
            let feeds = try await database.feeds()
            let sources = Dictionary(feeds.map { ($0.address, Library.source($0)) }) { first, _ in first }
            var number = Int64.min
            while case let rows = try await database.items(after: number, limit: 50), let last = rows.last {
                for row in rows {
                    guard let article = Library.item(row).article else {
                        batch.fail("item \(row.number) has no title, text or address")
                        continue
                    }
                    var imported = ImportedArticle(
                        article: article,
                        source: sources[row.feed] ?? Library.source(ForeignFeed(address: row.feed)),
                        isRead: row.isRead, isStarred: row.isStarred)
                    imported.isSecondHand = true
                    try await batch.add(imported)
                }
                number = last.number
            }
        } catch ArchiveError.foreign(_, let reason) where isInFolder {
            batch.warn(reason)
        } catch let error as ArchiveError where error.concerns(path) {
            batch.fail(error.reasonToSkip)
        }
    }

    private static func source(_ feed: ForeignFeed) -> SourceIdentity {
        let named = SourceIdentity(named: feed.address)
        return SourceIdentity(
            address: named.address, title: Line(nonEmpty: feed.title) ?? named.title,
            link: WebAddress(feed.link))
    }

    private static func item(_ row: ForeignRow) -> ForeignItem {
        var item = ForeignItem()
        item.identity = row.identity
        item.address = row.address
        item.title = SafeBody.title(row.title)
        item.author = row.author
        if row.isPlainText { item.text = row.content } else { item.html = row.content }
        item.published = row.published > 0 ? Timestamp(seconds: row.published) : nil
        item.enclosures = row.enclosures.map { ($0.address, $0.type) }
        return item
    }
}

extension ArchiveError {
    /// Whether it is about a file, and not about the library.
    fileprivate func concerns(_ path: String) -> Bool {
        switch self {
        case .unavailable(let other, _), .notALibrary(let other), .damaged(let other, _),
            .readOnly(let other),
            .busy(let other), .full(let other), .foreign(let other, _):
            other == path
        case .newer, .query: false
        }
    }

    /// Why a foreign file was not read.
    fileprivate var reasonToSkip: String {
        switch self {
        case .notALibrary: "this is no SQLite file, or a damaged one"
        case .damaged(_, let reason): "this database is damaged (\(reason))"
        case .busy: "another program is using this database; close it and try again"
        case .unavailable(_, let reason), .foreign(_, let reason): reason
        default: description
        }
    }
}
