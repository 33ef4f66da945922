/// Format 7: dictionaries, what the texts of a library have in common.
///
/// A text says by number which one it was packed with (RFC 8878 §3.1.1.1.3), and is lost without it: each dictionary is kept
/// twice, with a digest that says which of the two is whole. They are never changed or removed.
enum SchemaVersion7 {
    static let sql = """
        CREATE TABLE dictionary (
            number INTEGER PRIMARY KEY,
            bytes BLOB NOT NULL,
            digest INTEGER NOT NULL
        ) STRICT;
        CREATE TABLE dictionary_copy (
            number INTEGER PRIMARY KEY,
            bytes BLOB NOT NULL,
            digest INTEGER NOT NULL
        ) STRICT;
        """
}
