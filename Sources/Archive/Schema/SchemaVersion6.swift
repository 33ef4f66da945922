/// Format 6: rules, what happens by itself to new articles, and how far articles were read.
///
/// A rule's text is that of `Rule.description`. A reading place is a count of letters, by an identity that survives edits.
///
/// What waits to be indexed knows whether it is new: an edit, an index made anew or a rescue gives rules no second go at
/// marks that a person may have changed since.
enum SchemaVersion6 {
    static let sql = """
        CREATE TABLE rule (
            id INTEGER PRIMARY KEY,
            rule TEXT NOT NULL UNIQUE
        ) STRICT;

        CREATE TABLE reading_place (key INTEGER PRIMARY KEY, place INTEGER NOT NULL) STRICT;
        ALTER TABLE mark DROP COLUMN place;

        ALTER TABLE pending ADD COLUMN is_new INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE unrelated ADD COLUMN is_new INTEGER NOT NULL DEFAULT 0;
        """
}
