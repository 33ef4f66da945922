import GRDB
import News
import Related

extension Journal.Entry {
    /// Notes what a person says of two articles, and what has to move for it.
    mutating func note(_ bond: StoryBond, isSame: Bool, moves: [ArticleID: StoryID], in db: Database) throws {
        try db.execute(
            sql: "INSERT INTO change_bond(change_id, one, other, before, after) VALUES (?, ?, ?, ?, ?)",
            arguments: [id, bond.one, bond.other, try bond.isSame(in: db), isSame])
        let statement = try db.cachedStatement(
            sql: "INSERT INTO change_story SELECT ?, id, story_id, ? FROM article WHERE id = ?")
        for (article, story) in moves {
            try statement.execute(arguments: [id, story.number, article.number])
        }
        try add(
            where: Condition(sql: "article.key IN (?, ?)", values: [bond.one, bond.other]), in: db)
    }

    /// Sets the bond as it was or is to be, and moves what moved; what has another story since stays there.
    func setStories(isReversed: Bool, in db: Database) throws {
        let (from, to) = isReversed ? ("after", "before") : ("before", "after")
        try db.execute(
            sql: """
                DELETE FROM story_bond
                WHERE (one, other) IN (SELECT one, other FROM change_bond WHERE change_id = ?)
                """, arguments: [id])
        try db.execute(
            sql: """
                INSERT INTO story_bond SELECT one, other, \(to) FROM change_bond
                WHERE change_id = ? AND \(to) IS NOT NULL
                """, arguments: [id])
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT article_id, \(to) FROM change_story JOIN article ON article.id = article_id
                WHERE change_id = ? AND story_id = \(from)
                """, arguments: [id])
        let moves = Dictionary(uniqueKeysWithValues: rows.map { (ArticleID($0[0]), StoryID($0[1])) })
        try handFollowingOn(from: moves, in: db)
        var tables = RelatedTables(db: db)
        try RelatedEngine.move(moves, in: &tables)
    }

    /// A story is followed by one of its articles; when that one goes, another takes its place.
    private func handFollowingOn(from moves: [ArticleID: StoryID], in db: Database) throws {
        for article in moves.keys {
            let key = try Int64.fetchOne(
                db,
                sql: "SELECT article.key FROM article JOIN followed_story USING (key) WHERE id = ?",
                arguments: [article.number])
            guard let key, let story = try StoryMove.story(of: article, in: db) else { continue }
            let staying = try StoryMove.members(of: story, in: db).first { moves[$0] == nil }
            // Where all go, the story goes with them.
            guard let staying else { continue }
            try db.execute(
                sql: """
                    INSERT OR IGNORE INTO followed_story(key, since)
                    SELECT (SELECT key FROM article WHERE id = ?), since FROM followed_story WHERE key = ?
                    """, arguments: [staying.number, key])
            try db.execute(sql: "DELETE FROM followed_story WHERE key = ?", arguments: [key])
        }
    }

    /// Follows the stories of the entry's articles, or no longer.
    func setFollowed(_ isFollowed: Bool, in db: Database) throws {
        let articles = "SELECT article_id FROM change_article WHERE change_id = \(id)"
        if isFollowed {
            try db.execute(
                sql: """
                    INSERT OR IGNORE INTO followed_story(key, since)
                    SELECT key, (SELECT moment FROM change WHERE id = ?) FROM article WHERE id IN (\(articles))
                    """, arguments: [id])
        } else {
            try db.execute(
                sql: """
                    DELETE FROM followed_story WHERE key IN (SELECT key FROM article WHERE id IN (\(articles)))
                        OR key IN (SELECT key FROM article WHERE story_id IN
                            (SELECT story_id FROM article WHERE id IN (\(articles))))
                    """)
        }
    }
}
