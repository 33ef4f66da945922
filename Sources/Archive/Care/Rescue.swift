import FoundationEssentials
import GRDB
import Glibc
import News
import Packing

/// What could be saved of a damaged library.
public struct RescueReport: Sendable, Hashable {
    /// Articles that were saved.
    public var articles = 0
    /// Of these, articles whose texts are lost.
    public var withoutText = 0
    /// Texts whose articles are lost; they were kept under the source “Rescued texts”.
    public var strayTexts = 0
    /// Stretches of rows that could not be read.
    public var gaps = 0
}

extension Archive {
    /// Saves what can be read of a damaged library into a new file; the damaged one is only read.
    ///
    /// - Throws: `ArchiveError` when the new file exists or cannot be written.
    public static func rescue(
        from damaged: String, to path: String, now: Timestamp
    ) async throws -> RescueReport {
        guard access(path, F_OK) != 0 else {
            throw ArchiveError.unavailable(path: path, reason: "this file exists already; name another")
        }
        do {
            let copy = try DamagedCopy(of: damaged, beside: path)
            defer { copy.remove() }
            let archive = try Archive(path: path)
            let rescue = Rescue(source: try copy.open(), rowLimit: copy.size / 16, now: now)
            let report = try await archive.write(.full) { db in try rescue.run(into: db) }
            await archive.close()
            return report
        } catch {
            throw ArchiveError.explaining(error, path: path)
        }
    }
}

/// A copy of a damaged file with its journal, so that nothing is ever written to the original.
private struct DamagedCopy {
    let path: String

    init(of damaged: String, beside path: String) throws(ArchiveError) {
        self.path = path + ".damaged-copy"
        try Self.copy(damaged, to: self.path)
        if access(damaged + "-wal", F_OK) == 0 { try Self.copy(damaged + "-wal", to: self.path + "-wal") }
    }

    private static func copy(_ from: String, to path: String) throws(ArchiveError) {
        do {
            try FileManager.default.copyItem(atPath: from, toPath: path)
        } catch {
            throw .unavailable(path: path, reason: "the damaged file cannot be copied here")
        }
    }

    var size: Int64 {
        var status = stat()
        return stat(path, &status) == 0 ? Int64(status.st_size) : 0
    }

    /// Opens the copy; a ruined header is replaced by the one that every library of ours has.
    func open() throws -> DatabaseQueue {
        if let connection = try? opened() { return connection }
        for pageSize in [8_192, 4_096] {
            try writeHeader(pageSize: pageSize)
            if let connection = try? opened() { return connection }
        }
        throw ArchiveError.damaged(path: path, reason: "nothing in it can be read")
    }

    private func opened() throws -> DatabaseQueue {
        let connection = try DatabaseQueue(path: path)
        _ = try connection.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM sqlite_master") }
        return connection
    }

    /// The database header (sqlite.org/fileformat2.html §1.3).
    private func writeHeader(pageSize: Int) throws(ArchiveError) {
        var header = Array("SQLite format 3\0".utf8)
        header += [UInt8(pageSize >> 8), UInt8(pageSize & 0xFF), 1, 1, 0, 64, 32, 32]
        header += [UInt8](repeating: 0, count: 100 - header.count)
        header[47] = 4  // schema format
        header[59] = 1  // UTF-8
        let file = Glibc.open(path, O_WRONLY | O_CLOEXEC)
        guard file >= 0, pwrite(file, header, header.count, 0) == header.count else {
            throw .unavailable(path: path, reason: String(cString: strerror(errno)))
        }
        close(file)
    }

    func remove() {
        for suffix in ["", "-wal", "-shm", "-journal"] { unlink(path + suffix) }
    }
}

/// Copies rows from a damaged library into a fresh one, around what cannot be read.
private struct Rescue {
    let source: DatabaseQueue
    /// No table has more rows than this: the file is too small.
    let rowLimit: Int64
    let now: Timestamp

    /// Indexes are made again from the articles; feeds are asked anew as a whole, so that lost articles come back.
    private static let leftOut: Set = [
        "related", "related_term", "pending", "unrelated", "feed", "feed_content", "unread",
    ]

    func run(into db: Database) throws -> RescueReport {
        var report = RescueReport()
        try db.execute(sql: "PRAGMA defer_foreign_keys = ON")
        for table in try tables(of: db) {
            // Without a transaction, whose end would fail as well.
            try source.unsafeRead { old in try copy(table, from: old, into: db, &report) }
        }
        try mend(db, &report)
        try source.unsafeRead { old in try copyUnread(from: old, into: db, &report) }
        return report
    }

    /// The tables of the new library, parents first.
    private func tables(of db: Database) throws -> [String] {
        let sql =
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY rowid"
        return try String.fetchAll(db, sql: sql).filter { table in
            !Self.leftOut.contains(table) && !table.hasPrefix("search")
        }
    }

    private func copy(
        _ table: String, from old: Database, into db: Database, _ report: inout RescueReport
    ) throws {
        let known = Set((try? old.columns(in: table).map(\.name)) ?? [])
        let columns = try db.columns(in: table).map(\.name).filter(known.contains)
        guard !columns.isEmpty else {
            report.gaps += known.isEmpty ? 1 : 0
            return
        }
        let names = columns.joined(separator: ", ")
        let places = Array(repeating: "?", count: columns.count).joined(separator: ", ")
        let insert = try db.makeStatement(sql: "INSERT OR IGNORE INTO \(table)(\(names)) VALUES (\(places))")
        let reader = RowReader(table: table, columns: names, db: old) { row in
            try insert.execute(arguments: StatementArguments(row.databaseValues))
        }
        let sql = "SELECT sql NOT LIKE '%WITHOUT ROWID%' FROM sqlite_master WHERE name = ?"
        // Rows are numbered from 1, but for marks, whose numbers are digests.
        let numbers: ClosedRange<Int64> = columns.first == "key" ? .min ... .max : 0...rowLimit
        let hasNumbers = try Bool.fetchOne(db, sql: sql, arguments: [table]) ?? true
        report.gaps +=
            hasNumbers
            ? try reader.readByNumber(in: numbers) : try reader.readFromBothEnds() == nil ? 0 : 1
    }

    /// Marks saved articles unread; also from a format that kept the mark in their rows.
    ///
    /// Where it cannot be read they are unread: what is taken for read is not seen again.
    private func copyUnread(
        from old: Database, into db: Database, _ report: inout RescueReport
    ) throws {
        let add = """
            INSERT OR IGNORE INTO unread(moment, id, source_id) SELECT moment, id, source_id FROM article
            """
        let mark = try db.makeStatement(sql: "\(add) WHERE id = ?")
        if hasColumn("is_read", in: "article", of: old) {
            let rows = RowReader(table: "article", columns: "id, is_read", db: old) { row in
                if row[1] == 0 { try mark.execute(arguments: [row[0] as Int64]) }
            }
            // Its gaps were counted with the articles.
            _ = try rows.readByNumber(in: 0...rowLimit)
            return
        }
        var gap: RowReader.Gap? = RowReader.Gap()
        if hasColumn("id", in: "unread", of: old) {
            let rows = RowReader(table: "unread", columns: "moment, id", db: old) { row in
                try mark.execute(arguments: [row[1] as Int64])
            }
            gap = try rows.readFromBothEnds()
        }
        guard let gap else { return }
        report.gaps += 1
        try db.execute(
            sql: """
                \(add) WHERE (?1 IS NULL OR (moment, id) > (?1, ?2)) AND (?3 IS NULL OR (moment, id) < (?3, ?4))
                """,
            arguments: StatementArguments((gap.after ?? [.null, .null]) + (gap.before ?? [.null, .null])))
    }

    private func hasColumn(_ name: String, in table: String, of db: Database) -> Bool {
        // A table that cannot be read has none.
        (try? db.columns(in: table).contains { $0.name == name }) ?? false
    }

    /// Makes one library of what was saved: nothing refers to nothing, everything waits to be indexed.
    private func mend(_ db: Database, _ report: inout RescueReport) throws {
        try db.execute(
            sql: """
                INSERT INTO source(id, key, title)
                SELECT DISTINCT source_id, source_id, 'Rescued source ' || source_id FROM article
                WHERE source_id NOT IN (SELECT id FROM source)
                """)
        try mendStrayTexts(db, &report)
        try Archive.keepDictionariesTwice(in: db)
        try db.execute(
            sql: """
                DELETE FROM revision WHERE article_id NOT IN (SELECT id FROM article);
                DELETE FROM page WHERE article_id NOT IN (SELECT id FROM article);
                DELETE FROM page_original WHERE article_id NOT IN (SELECT id FROM article);
                UPDATE article SET full_text = NULL WHERE full_text IS NOT NULL
                    AND id NOT IN (SELECT article_id FROM page WHERE html IS NOT NULL);
                DELETE FROM source_setting WHERE source_id NOT IN (SELECT id FROM source);
                DELETE FROM tagging WHERE tag_id NOT IN (SELECT id FROM tag);
                DELETE FROM change_article WHERE change_id NOT IN (SELECT id FROM change);
                DELETE FROM change_bond WHERE change_id NOT IN (SELECT id FROM change);
                DELETE FROM change_story WHERE change_id NOT IN (SELECT id FROM change);
                UPDATE article SET story_id = NULL;
                INSERT OR IGNORE INTO pending(article_id) SELECT id FROM article;
                """)
        report.articles = try Int.fetchOne(db, sql: "SELECT count(*) FROM article") ?? 0
        let bare = try Int64.fetchAll(
            db, sql: "SELECT id FROM article WHERE id NOT IN (SELECT article_id FROM body)")
        report.withoutText = bare.count
        let packer = TextPacker()
        let empty = Data(packer.pack([]))
        for id in bare {
            let details = Data(packer.pack(Array("{\"identity\":\"rescued-\(id)\"}".utf8)))
            try db.execute(
                sql: "INSERT INTO body(article_id, html, details) VALUES (?, ?, ?)",
                arguments: [id, empty, details])
        }
    }

    private func mendStrayTexts(_ db: Database, _ report: inout RescueReport) throws {
        let strays = try Row.fetchAll(
            db,
            sql:
                "SELECT article_id, unpacked(html) FROM body WHERE article_id NOT IN (SELECT id FROM article)"
        )
        guard !strays.isEmpty else { return }
        let title = "Rescued texts"
        try db.execute(
            sql: "INSERT INTO source(key, title) VALUES (?, ?)",
            arguments: [Fingerprint.of("source", "", title), title])
        let source = db.lastInsertedRowID
        for row in strays {
            let id: Int64 = row[0]
            let text = Archive.indexedBody(row[1]).replacing(#/<[^>]*>/#, with: " ")
            try db.execute(
                sql:
                    "INSERT INTO article(id, source_id, key, digest, title, moment) VALUES (?, ?, ?, 0, ?, ?)",
                arguments: [
                    id, source, Fingerprint.of("rescued", String(id)),
                    Article.headline(standingInFor: text, address: nil).text, now.seconds,
                ])
        }
        try UnreadTable.add("SELECT id FROM article WHERE source_id = \(source)", in: db)
        report.strayTexts = strays.count
    }
}

/// Reads a table's rows around pages that cannot be read.
private struct RowReader {
    let table: String
    let columns: String
    let db: Database
    let take: (Row) throws -> Void

    /// Ranges that may fail before the rest is given up: a damaged page high in the tree spoils all below it.
    private static let patience = 50_000

    /// By number, in ever smaller ranges around what is damaged; returns the number of gaps.
    func readByNumber(in range: ClosedRange<Int64>) throws -> Int {
        var ranges = [range]
        var failures = 0
        var gaps = 0
        // Breadth first, so that what is whole is found everywhere before patience ends.
        while !ranges.isEmpty {
            var halves: [ClosedRange<Int64>] = []
            for range in ranges where try !read(range) {
                failures += 1
                guard range.lowerBound < range.upperBound, failures < Self.patience else {
                    gaps += 1
                    continue
                }
                let distance = range.lowerBound.distance(toward: range.upperBound)
                let middle = range.lowerBound &+ Int64(truncatingIfNeeded: distance / 2)
                halves += [range.lowerBound...middle, (middle + 1)...range.upperBound]
            }
            ranges = halves
        }
        return gaps
    }

    /// Takes the rows of a range; false where a damaged page ended it.
    private func read(_ range: ClosedRange<Int64>) throws -> Bool {
        do {
            let statement = try db.cachedStatement(
                sql: "SELECT \(columns) FROM \(table) WHERE rowid BETWEEN ? AND ? ORDER BY rowid")
            let cursor = try Row.fetchCursor(statement, arguments: [range.lowerBound, range.upperBound])
            while let row = try cursor.next() { try take(row) }
            return true
        } catch let error as DatabaseError where error.isDamage {
            return false
        }
    }

    /// What could not be read of a table without numbers: the rows between two, or an end of the table.
    struct Gap {
        var after: [DatabaseValue]?
        var before: [DatabaseValue]?
    }

    /// From both ends up to what is damaged; returns what lies between.
    func readFromBothEnds() throws -> Gap? {
        var gap = Gap()
        for (direction, end) in [("ASC", \Gap.after), ("DESC", \Gap.before)] {
            do {
                let key = try db.primaryKey(table).columns.map { "\($0) \(direction)" }.joined(
                    separator: ", ")
                let cursor = try Row.fetchCursor(
                    db, sql: "SELECT \(columns) FROM \(table) ORDER BY \(key)")
                while let row = try cursor.next() {
                    try take(row)
                    gap[keyPath: end] = Array(row.databaseValues)
                }
                if direction == "ASC" { return nil }
            } catch let error as DatabaseError where error.isDamage {}
        }
        return gap
    }
}

extension Int64 {
    /// How far a larger number is; it may be farther than an `Int64` says.
    fileprivate func distance(toward other: Int64) -> UInt64 { UInt64(bitPattern: other &- self) }
}

extension DatabaseError {
    fileprivate var isDamage: Bool {
        [.SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_IOERR].contains(resultCode)
    }
}
