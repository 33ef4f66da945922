/// Format 4: full texts, fetched from the articles' pages.
///
/// They lie apart from what feeds gave, so that a reader can change between both and a feed's edit touches only its own.
/// The pages as they came lie apart once more: they are ten times as large, and read only by a better extractor.
/// `article.full_text` is the digest of the text that stands for the feed's, where one does: lists and `has:fulltext`
/// ask for it, and indexing sees by it that it read an older one.
///
/// What the index holds of an article that waits is kept with the waiting, not as a revision: a full text that comes or
/// goes is no edit.
enum SchemaVersion4 {
    static let sql = """
        CREATE TABLE page (
            article_id INTEGER PRIMARY KEY REFERENCES article(id) ON DELETE CASCADE,
            fetched INTEGER NOT NULL,
            trouble TEXT,
            extractor INTEGER NOT NULL DEFAULT 0,
            html BLOB,
            details BLOB
        ) STRICT;

        CREATE TABLE page_original (
            article_id INTEGER NOT NULL REFERENCES article(id) ON DELETE CASCADE,
            number INTEGER NOT NULL,
            address TEXT NOT NULL,
            content_type TEXT,
            html BLOB NOT NULL,
            PRIMARY KEY (article_id, number)
        ) STRICT;

        ALTER TABLE article ADD COLUMN full_text INTEGER;
        CREATE INDEX article_with_full_text ON article(moment DESC, id DESC) WHERE full_text IS NOT NULL;

        ALTER TABLE pending ADD COLUMN indexed_title TEXT;
        ALTER TABLE pending ADD COLUMN indexed_byline TEXT;
        ALTER TABLE pending ADD COLUMN indexed_html BLOB;
        UPDATE pending SET (indexed_title, indexed_byline, indexed_html) =
            (SELECT title, byline, html FROM revision WHERE revision.id = indexed_revision)
            WHERE indexed_revision IS NOT NULL;
        ALTER TABLE pending DROP COLUMN indexed_revision;
        """
}
