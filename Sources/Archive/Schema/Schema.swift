import GRDB

/// The library file's format: its mark, its version, and the way from each version to the next.
enum Schema {
    /// “Tdgs”: says whose file it is, so that a stranger's is never taken for ours.
    static let applicationID: Int32 = 0x5464_6773

    /// One step, in one transaction; never edited after it was released.
    static let migrations: [String] = [
        SchemaVersion1.sql, SchemaVersion2.sql, SchemaVersion3.sql, SchemaVersion4.sql,
        SchemaVersion5.sql, SchemaVersion6.sql, SchemaVersion7.sql, SchemaVersion8.sql,
    ]

    /// The version this program reads and writes.
    static var version: Int { migrations.count }

    /// What a file holds.
    enum State: Equatable {
        case empty
        case current
        case older(Int)
        case newer(Int)
        case foreign
    }

    /// Looks without writing.
    static func state(_ db: Database) throws -> State {
        let application = try Int32.fetchOne(db, sql: "PRAGMA application_id") ?? 0
        let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
        if application == applicationID {
            if version == self.version { return .current }
            return version > self.version ? .newer(version) : .older(version)
        }
        let tables = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") ?? 0
        return application == 0 && tables == 0 ? .empty : .foreign
    }

    /// Brings a file up to date, a transaction a step; a kill between two steps leaves a file of the version reached.
    static func migrate(_ db: Database, from version: Int) throws {
        for step in version..<migrations.count {
            try db.inTransaction(.immediate) {
                // Another program may have done it while this one waited for the lock.
                guard try Int.fetchOne(db, sql: "PRAGMA user_version") == step else { return .commit }
                try db.execute(sql: migrations[step])
                try db.execute(sql: "PRAGMA application_id = \(applicationID)")
                try db.execute(sql: "PRAGMA user_version = \(step + 1)")
                return .commit
            }
        }
    }
}
