/// Format 1.
///
/// Bodies live apart from list columns: with both in one row, counting the unread of 100,000 articles took 20 times as
/// long. Marks live apart from articles and are keyed by identity, so that an item that comes back never comes back as
/// new; `article` repeats them, so that lists and counts are served by its indexes alone.
enum SchemaVersion1 {
    static let sql = """
        CREATE TABLE source (
            id INTEGER PRIMARY KEY,
            key INTEGER NOT NULL UNIQUE,
            address TEXT UNIQUE,
            title TEXT NOT NULL,
            link TEXT,
            folder TEXT NOT NULL DEFAULT '',
            is_subscribed INTEGER NOT NULL DEFAULT 0
        ) STRICT;

        CREATE TABLE article (
            id INTEGER PRIMARY KEY,
            source_id INTEGER NOT NULL REFERENCES source(id),
            key INTEGER NOT NULL UNIQUE,
            digest INTEGER NOT NULL,
            url TEXT,
            title TEXT NOT NULL,
            byline TEXT,
            moment INTEGER NOT NULL,
            published INTEGER,
            has_enclosures INTEGER NOT NULL DEFAULT 0,
            is_read INTEGER NOT NULL DEFAULT 0,
            is_starred INTEGER NOT NULL DEFAULT 0,
            story_id INTEGER
        ) STRICT;
        CREATE INDEX article_by_moment ON article(moment DESC, id DESC);
        CREATE INDEX article_unread ON article(moment DESC, id DESC) WHERE is_read = 0;
        CREATE INDEX article_starred ON article(moment DESC, id DESC) WHERE is_starred = 1;
        CREATE INDEX article_by_source ON article(source_id, moment DESC, id DESC);
        CREATE INDEX article_unread_by_source ON article(source_id) WHERE is_read = 0;
        CREATE INDEX article_by_url ON article(url);
        CREATE INDEX article_by_story ON article(story_id) WHERE story_id IS NOT NULL;

        CREATE TABLE body (
            article_id INTEGER PRIMARY KEY REFERENCES article(id) ON DELETE CASCADE,
            html BLOB NOT NULL,
            details BLOB NOT NULL
        ) STRICT;

        CREATE TABLE revision (
            id INTEGER PRIMARY KEY,
            article_id INTEGER NOT NULL REFERENCES article(id) ON DELETE CASCADE,
            replaced INTEGER NOT NULL,
            title TEXT NOT NULL,
            byline TEXT,
            html BLOB NOT NULL
        ) STRICT;
        CREATE INDEX revision_by_article ON revision(article_id);

        CREATE TABLE mark (
            key INTEGER PRIMARY KEY,
            is_read INTEGER NOT NULL,
            is_starred INTEGER NOT NULL
        ) STRICT;

        CREATE TABLE pending (
            article_id INTEGER PRIMARY KEY REFERENCES article(id) ON DELETE CASCADE,
            indexed_revision INTEGER
        ) STRICT;

        CREATE TABLE related (key INTEGER PRIMARY KEY, value BLOB NOT NULL) STRICT;
        CREATE TABLE related_term (key INTEGER PRIMARY KEY, number INTEGER NOT NULL) STRICT;

        CREATE VIRTUAL TABLE search USING fts5(
            title, byline, body, content = '', tokenize = "unicode61 remove_diacritics 2"
        );
        """
}
