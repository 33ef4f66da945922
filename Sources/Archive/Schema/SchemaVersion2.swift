/// Format 2: tags, the journal of changes, places in texts, saved queries, and an index of related news that is filled
/// after the full text.
///
/// Marks are kept in the article's own row, which no edit replaces, and go to `mark` when the row goes: kept in both places,
/// marking 100,000 articles took twice as long.
/// The journal names articles row by row, so that a change of any size is made and unmade by a few statements over sets.
enum SchemaVersion2 {
    static let sql = """
        CREATE TABLE tag (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL UNIQUE
        ) STRICT;
        CREATE TABLE tagging (
            tag_id INTEGER NOT NULL REFERENCES tag(id),
            key INTEGER NOT NULL,
            PRIMARY KEY (tag_id, key)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX tagging_by_key ON tagging(key);

        ALTER TABLE mark ADD COLUMN place INTEGER NOT NULL DEFAULT 0;

        CREATE TRIGGER marks_outlive_articles BEFORE DELETE ON article WHEN old.is_read = 1 OR old.is_starred = 1 BEGIN
            INSERT OR REPLACE INTO mark(key, is_read, is_starred) VALUES (old.key, old.is_read, old.is_starred);
        END;

        CREATE TABLE change (
            id INTEGER PRIMARY KEY,
            moment INTEGER NOT NULL,
            verb TEXT NOT NULL,
            argument TEXT NOT NULL DEFAULT '',
            count INTEGER NOT NULL DEFAULT 0,
            is_undone INTEGER NOT NULL DEFAULT 0
        ) STRICT;
        CREATE TABLE change_article (
            change_id INTEGER NOT NULL REFERENCES change(id) ON DELETE CASCADE,
            article_id INTEGER NOT NULL,
            PRIMARY KEY (change_id, article_id)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE saved_query (
            name TEXT PRIMARY KEY,
            query TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE unrelated (
            article_id INTEGER PRIMARY KEY REFERENCES article(id) ON DELETE CASCADE
        ) STRICT;
        INSERT INTO unrelated SELECT article_id FROM pending;
        -- With the column that the condition is on, SQLite counts from the index alone.
        DROP INDEX article_unread_by_source;
        CREATE INDEX article_unread_by_source ON article(source_id, is_read) WHERE is_read = 0;
        CREATE INDEX article_with_enclosures ON article(moment DESC, id DESC) WHERE has_enclosures = 1;
        """
}
