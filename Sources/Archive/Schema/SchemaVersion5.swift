/// Format 5: what people say about stories.
///
/// A bond is what was said of two articles, by their identities, the smaller first: the articles may go and come back, and
/// stories may be made anew, and it still holds. A followed story is held by one of its articles for the same reason.
/// The journal keeps the bond and the stories as they were before a change and after it, so that both ways are the same.
enum SchemaVersion5 {
    static let sql = """
        CREATE TABLE story_bond (
            one INTEGER NOT NULL,
            other INTEGER NOT NULL,
            is_same INTEGER NOT NULL,
            PRIMARY KEY (one, other)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX story_bond_by_other ON story_bond(other);

        CREATE TABLE followed_story (key INTEGER PRIMARY KEY, since INTEGER NOT NULL) STRICT;

        CREATE TABLE change_bond (
            change_id INTEGER NOT NULL REFERENCES change(id) ON DELETE CASCADE,
            one INTEGER NOT NULL,
            other INTEGER NOT NULL,
            before INTEGER,
            after INTEGER,
            PRIMARY KEY (change_id, one, other)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE change_story (
            change_id INTEGER NOT NULL REFERENCES change(id) ON DELETE CASCADE,
            article_id INTEGER NOT NULL,
            before INTEGER NOT NULL,
            after INTEGER NOT NULL,
            PRIMARY KEY (change_id, article_id)
        ) STRICT, WITHOUT ROWID;
        """
}
