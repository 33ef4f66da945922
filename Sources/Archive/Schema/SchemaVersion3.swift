/// Format 3: what fetching has to remember.
///
/// A feed's schedule, validators among it, is kept as Fetching writes it; the columns beside it are those that lists of
/// sources show. What its last answer held is kept apart: it is read only when a new answer has come.
enum SchemaVersion3 {
    static let sql = """
        CREATE TABLE feed (
            source_id INTEGER PRIMARY KEY REFERENCES source(id) ON DELETE CASCADE,
            schedule BLOB NOT NULL,
            status TEXT NOT NULL,
            since INTEGER NOT NULL,
            last_asked INTEGER,
            last_success INTEGER,
            trouble TEXT,
            older TEXT
        ) STRICT;

        CREATE TABLE feed_content (
            source_id INTEGER PRIMARY KEY REFERENCES source(id) ON DELETE CASCADE,
            digest INTEGER NOT NULL,
            items BLOB NOT NULL
        ) STRICT;

        CREATE TABLE host (name TEXT PRIMARY KEY, schedule BLOB NOT NULL) STRICT, WITHOUT ROWID;

        CREATE TABLE source_setting (
            source_id INTEGER NOT NULL REFERENCES source(id) ON DELETE CASCADE,
            name TEXT NOT NULL,
            value TEXT NOT NULL,
            PRIMARY KEY (source_id, name)
        ) STRICT, WITHOUT ROWID;
        """
}
