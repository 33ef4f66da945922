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
        var statement: OpaquePointer?
        sqlite3_prepare_v2(database, sql, -1, &statement, nil)
        defer { sqlite3_finalize(statement) }
        guard sqlite3_step(statement) == SQLITE_ROW else {
            throw Failure(description: String(cString: sqlite3_errmsg(database)))
        }
        return sqlite3_column_double(statement, 0)
    }

    /// Puts articles in, a thousand a transaction, and closes; the CPU seconds that SQLite needed.
    func fill(articles: Int, _ corpora: Corpora) throws -> Double {
        defer { sqlite3_close(database) }
        try execute(
            """
            PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;
            CREATE TABLE article(id INTEGER PRIMARY KEY, url TEXT UNIQUE, title TEXT, published INTEGER, html TEXT);
            CREATE INDEX by_time ON article(published DESC);
            """)
        var statement: OpaquePointer?
        sqlite3_prepare_v2(
            database, "INSERT INTO article(url, title, published, html) VALUES (?, ?, ?, ?)", -1, &statement,
            nil)
        defer { sqlite3_finalize(statement) }
        var seconds = 0.0
        for start in stride(from: 0, to: articles, by: 1000) {
            let rows = (start..<min(start + 1000, articles)).map(corpora.row)
            let before = CPUTime.own()
            try execute("BEGIN")
            for row in rows {
                // SQLite copies what it is given (SQLITE_TRANSIENT, which is a macro of −1).
                let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
                sqlite3_bind_text(statement, 1, row.url, -1, copied)
                sqlite3_bind_text(statement, 2, row.title, -1, copied)
                sqlite3_bind_int64(statement, 3, row.published)
                sqlite3_bind_text(statement, 4, row.html, -1, copied)
                guard sqlite3_step(statement) == SQLITE_DONE else {
                    throw Failure(description: String(cString: sqlite3_errmsg(database)))
                }
                sqlite3_reset(statement)
            }
            try execute("COMMIT")
            seconds += CPUTime.own() - before
        }
        return seconds
    }
}
