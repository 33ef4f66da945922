import GRDB

/// newsboat's `cache.db`: `rss_feed` and `rss_item`, whose columns have grown with its releases.
enum NewsboatCache {
    static func feeds(_ db: Database) throws -> [ForeignFeed] {
        let columns = try ForeignColumns("rss_feed", in: db)
        let sql =
            "SELECT \(columns.list(["rssurl", "title", "url"])) FROM rss_feed LIMIT \(Limits.foreignFeeds)"
        return try Row.fetchAll(db, sql: sql).map { row in
            ForeignFeed(
                address: ForeignColumns.text(row[0]), title: ForeignColumns.text(row[1]),
                link: ForeignColumns.text(row[2]))
        }
    }

    static func items(_ db: Database, after number: Int64, limit: Int) throws -> [ForeignRow] {
        let columns = try ForeignColumns("rss_item", in: db)
        let list = columns.list([
            "feedurl", "guid", "title", "url", "author", "content", "pubDate", "unread", "flags",
            "enclosure_url",
            "enclosure_type", "content_mime_type",
        ])
        // What was deleted there was deleted by hand.
        let kept = columns.has("deleted") ? "AND coalesce(deleted, 0) = 0" : ""
        let sql = "SELECT rowid, \(list) FROM rss_item WHERE rowid > ? \(kept) ORDER BY rowid LIMIT ?"
        return try Row.fetchAll(db, sql: sql, arguments: [number, limit]).map { row in
            let file = ForeignColumns.text(row[10])
            let mime = ForeignColumns.text(row[12])
            return ForeignRow(
                number: row[0], feed: ForeignColumns.text(row[1]), identity: ForeignColumns.text(row[2]),
                title: ForeignColumns.text(row[3]), address: ForeignColumns.text(row[4]),
                author: ForeignColumns.text(row[5]), content: ForeignColumns.text(row[6]),
                isPlainText: mime == "text/plain", published: ForeignColumns.number(row[7]),
                isRead: ForeignColumns.number(row[8]) == 0, isStarred: !ForeignColumns.text(row[9]).isEmpty,
                enclosures: file.isEmpty
                    ? [] : [ForeignFile(address: file, type: ForeignColumns.text(row[11]))])
        }
    }
}
