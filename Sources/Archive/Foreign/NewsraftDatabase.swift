import GRDB

/// newsraft's database: `feeds` and `items`, with several values in one column.
enum NewsraftDatabase {
    static func feeds(_ db: Database) throws -> [ForeignFeed] {
        let columns = try ForeignColumns("feeds", in: db)
        let sql =
            "SELECT \(columns.list(["feed_url", "title", "link"])) FROM feeds LIMIT \(Limits.foreignFeeds)"
        return try Row.fetchAll(db, sql: sql).map { row in
            ForeignFeed(
                address: ForeignColumns.text(row[0]), title: ForeignColumns.text(row[1]),
                link: ForeignColumns.text(row[2]))
        }
    }

    static func items(_ db: Database, after number: Int64, limit: Int) throws -> [ForeignRow] {
        let columns = try ForeignColumns("items", in: db)
        let list = columns.list([
            "feed_url", "guid", "title", "link", "content", "attachments", "persons", "publication_date",
            "unread",
            "important", "update_date",
        ])
        let sql = "SELECT rowid, \(list) FROM items WHERE rowid > ? ORDER BY rowid LIMIT ?"
        return try Row.fetchAll(db, sql: sql, arguments: [number, limit]).map { row in
            let content = body(entries(of: ForeignColumns.text(row[5])))
            let people = entries(of: ForeignColumns.text(row[7])).compactMap { $0["name"] ?? $0["email"] }
            let published = ForeignColumns.number(row[8])
            return ForeignRow(
                number: row[0], feed: ForeignColumns.text(row[1]), identity: ForeignColumns.text(row[2]),
                title: ForeignColumns.text(row[3]), address: ForeignColumns.text(row[4]),
                author: people.first ?? "", content: content.text, isPlainText: content.isPlain,
                published: published > 0 ? published : ForeignColumns.number(row[11]),
                isRead: ForeignColumns.number(row[9]) == 0, isStarred: ForeignColumns.number(row[10]) != 0,
                enclosures: entries(of: ForeignColumns.text(row[6])).compactMap { file in
                    file["url"].map { ForeignFile(address: $0, type: file["type"] ?? "") }
                })
        }
    }

    /// The longest text of a content, which is the body; the others are summaries.
    private static func body(_ entries: [[String: String]]) -> (text: String, isPlain: Bool) {
        let longest = entries.max { ($0["text"] ?? "").utf8.count < ($1["text"] ?? "").utf8.count }
        return (longest?["text"] ?? "", longest?["type"] == "text/plain")
    }

    /// Reads a column of several values: its first letter parts the fields, `^` begins an entry, `name=value` follows.
    ///
    /// A text without any `^` is one that a very old release wrote: a value alone.
    static func entries(of text: String) -> [[String: String]] {
        guard let mark = text.unicodeScalars.first else { return [] }
        guard mark.value < 0x20 else { return [["text": text]] }
        var entries: [[String: String]] = []
        for field in text.unicodeScalars.split(separator: mark).prefix(Limits.foreignFields) {
            let field = String(field)
            if field == "^" {
                entries.append([:])
            } else if let equals = field.firstIndex(of: "=") {
                if entries.isEmpty { entries.append([:]) }
                let name = String(field[..<equals])
                entries[entries.count - 1][name] = String(field[field.index(after: equals)...])
            }
        }
        return entries
    }
}
