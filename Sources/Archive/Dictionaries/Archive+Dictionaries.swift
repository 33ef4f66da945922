import FoundationEssentials
import GRDB
import Packing

extension Archive {
    /// Learns what the library's texts have in common, each time that it has grown tenfold; those that come are packed by
    /// what was learnt last, and take a tenth to a fifth less.
    ///
    /// - Throws: `ArchiveError`; then nothing changed.
    public func learnFromTexts() async throws {
        try await keepDictionariesTwice()
        let (count, known) = try await read(.long) { db in
            (
                try Int.fetchOne(db, sql: "SELECT max(article_id) FROM body") ?? 0,
                try Int.fetchOne(db, sql: "SELECT max(number) FROM dictionary") ?? 0
            )
        }
        // A dictionary for each of its digits; nothing is multiplied, as the file may be damaged and say anything.
        let times = count / Limits.articlesToLearnFrom
        // Texts that were too short are asked again when there are many more.
        guard times > 0, String(times).count > known, count / 10 >= triedToLearnFrom else { return }
        triedToLearnFrom = count
        let samples = try await read(.long) { db in try Archive.samples(from: count, in: db) }
        let learnt = PackingDictionary.learnt(
            from: samples.texts, lengths: samples.lengths, number: known + 1)
        guard let learnt else { return }
        try await write(.normal) { db in
            // Another program may have learnt meanwhile.
            let newest = try Int.fetchOne(db, sql: "SELECT max(number) FROM dictionary") ?? 0
            if newest == known { try Dictionaries.keep(learnt, in: "dictionary", of: db) }
        }
    }

    /// What texts that come are packed with.
    func newestDictionary() async throws -> PackingDictionary? {
        let dictionaries = dictionaries
        return try await read(.long) { db in try dictionaries.newest(in: db) }
    }

    /// Texts from everywhere in the library, one behind the other.
    private static func samples(
        from count: Int, in db: Database
    ) throws -> (texts: [UInt8], lengths: [Int]) {
        let statement = try db.cachedStatement(
            sql: "SELECT unpacked(html), unpacked(details) FROM body WHERE article_id = ?")
        var texts: [UInt8] = []
        var lengths: [Int] = []
        for number in stride(from: 1, through: count, by: max(1, count / Limits.learntTexts)) {
            guard let row = try Row.fetchOne(statement, arguments: [number]) else { continue }
            for text in [row[0] as Data?, row[1]] {
                guard let text, text.count <= Limits.learntBytes else { continue }
                texts += text
                lengths.append(text.count)
            }
        }
        return (texts, lengths)
    }

    /// Keeps each dictionary in both its places: what was learnt lately, and what is damaged in one of them.
    ///
    /// A dictionary gets its second place later than its first, so that the two lie far from each other in the file.
    ///
    /// - Throws: `ArchiveError`; then nothing changed.
    func keepDictionariesTwice() async throws {
        guard try await read(.long, { db in try !Archive.lackingDictionaries(in: db).isEmpty }) else {
            return
        }
        try await write(.normal) { db in try Archive.keepDictionariesTwice(in: db) }
    }

    static func keepDictionariesTwice(in db: Database) throws {
        for (dictionary, table) in try lackingDictionaries(in: db) {
            try Dictionaries.keep(dictionary, in: table, of: db)
        }
    }

    /// The numbers of dictionaries that are damaged in one of their places, or in both.
    static func damagedDictionaries(in db: Database) throws -> [Int] {
        try Set(
            Dictionaries.tables.flatMap { table in
                try Int.fetchAll(db, sql: "SELECT number FROM \(table)").filter { number in
                    try Dictionaries.dictionary(number, of: table, in: db) == nil
                }
            }
        ).sorted()
    }

    /// Dictionaries of which only one of the two places is whole, each with the other place.
    private static func lackingDictionaries(
        in db: Database
    ) throws -> [(dictionary: PackingDictionary, table: String)] {
        let all = Dictionaries.tables.map { "SELECT number FROM \($0)" }.joined(separator: " UNION ")
        var lacking: [(dictionary: PackingDictionary, table: String)] = []
        for number in try Int.fetchAll(db, sql: all) {
            let found = try Dictionaries.tables.map { try Dictionaries.dictionary(number, of: $0, in: db) }
            guard let whole = found.compactMap(\.self).first else { continue }
            for (table, found) in zip(Dictionaries.tables, found) where found == nil {
                lacking.append((whole, table))
            }
        }
        return lacking
    }
}
