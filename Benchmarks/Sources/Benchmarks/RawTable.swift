import CFloor

/// SQLite by its own functions: what importing costs at least, and the library of the floor reader.
struct RawTable {
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    private let database: OpaquePointer

    init(path: String) throws {
        var opened: OpaquePointer?
        guard sqlite3_open(path, &opened) == SQLITE_OK, let opened else { throw Failure(description: path) }
        database = opened
    }

    func execute(_ sql: String) throws {
        guard sqlite3_exec(database, sql, nil, nil, nil) == SQLITE_OK else {
            throw Failure(description: String(cString: sqlite3_errmsg(database)))
        }
    }

    /// The one number that a query gives.
    func number(_ sql: String) throws -> Double {
        let statement = try statement(sql)
        defer { sqlite3_finalize(statement) }
        guard sqlite3_step(statement) == SQLITE_ROW else {
            throw Failure(description: String(cString: sqlite3_errmsg(database)))
        }
        return sqlite3_column_double(statement, 0)
    }

    /// Puts articles in, a thousand a transaction, and closes; the CPU seconds that SQLite needed.
    func fill(articles: Int, _ corpora: Corpora, withText: Bool = false) throws -> Double {
        defer { sqlite3_close(database) }
        try execute(
            """
            PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;
            CREATE TABLE article(id INTEGER PRIMARY KEY, url TEXT UNIQUE, title TEXT, published INTEGER, html TEXT);
            CREATE INDEX by_time ON article(published DESC);
            CREATE VIRTUAL TABLE search USING fts5(title, text, content = '');
            """)
        let insert = try statement(
            "INSERT INTO article(url, title, published, html) VALUES (?, ?, ?, ?)")
        let index = try statement("INSERT INTO search(rowid, title, text) VALUES (?, ?, ?)")
        defer {
            sqlite3_finalize(insert)
            sqlite3_finalize(index)
        }
        var seconds = 0.0
        for start in stride(from: 0, to: articles, by: 1000) {
            let rows = (start..<min(start + 1000, articles)).map(corpora.row)
            let before = CPUTime.own()
            try execute("BEGIN")
            for row in rows {
                Self.bind([row.url, row.title], to: insert)
                sqlite3_bind_int64(insert, 3, row.published)
                Self.bind([row.html], to: insert, from: 4)
                try run(insert)
                guard withText else { continue }
                sqlite3_bind_int64(index, 1, sqlite3_last_insert_rowid(database))
                Self.bind([row.title, row.text], to: index, from: 2)
                try run(index)
            }
            try execute("COMMIT")
            seconds += CPUTime.own() - before
        }
        return seconds
    }

    private func statement(_ sql: String) throws -> OpaquePointer? {
        var statement: OpaquePointer?
        guard sqlite3_prepare_v2(database, sql, -1, &statement, nil) == SQLITE_OK else {
            throw Failure(description: String(cString: sqlite3_errmsg(database)))
        }
        return statement
    }

    private static func bind(_ texts: [String], to statement: OpaquePointer?, from first: Int32 = 1) {
        // SQLite copies what it is given (SQLITE_TRANSIENT, which is a macro of −1).
        let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
        for (place, text) in texts.enumerated() {
            sqlite3_bind_text(statement, first + Int32(place), text, -1, copied)
        }
    }

    private func run(_ statement: OpaquePointer?) throws {
        guard sqlite3_step(statement) == SQLITE_DONE else {
            throw Failure(description: String(cString: sqlite3_errmsg(database)))
        }
        sqlite3_reset(statement)
    }
}
