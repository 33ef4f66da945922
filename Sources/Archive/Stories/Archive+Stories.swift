import GRDB
import News
import Related

/// A story as it is kept.
public struct KeptStory: Sendable, Hashable {
    /// Its number.
    public var id: StoryID
    /// Its articles, from the first to the last.
    public var articles: [Listing]
    /// The article that stands for it: the one with the longest text, of equals the first.
    public var representative: ArticleID
    /// Whether a person follows it.
    public var isFollowed: Bool
}

extension Archive {
    /// Stories of more than one article, the largest first.
    ///
    /// - Throws: `ArchiveError`.
    public func stories() async throws -> [KeptStory] {
        try await read(.long) { db in
            let sql = """
                \(Archive.columns) WHERE story_id IN
                    (SELECT story_id FROM article WHERE story_id IS NOT NULL GROUP BY story_id HAVING count(*) > 1)
                ORDER BY story_id, moment, article.id
                """
            var listings: [Listing] = []
            let rows = try Row.fetchCursor(db, sql: sql)
            while let row = try rows.next() { listings.append(Archive.listing(row)) }
            return try Archive.stories(of: listings, in: db)
                .sorted { ($0.articles.count, $1.id) > ($1.articles.count, $0.id) }
        }
    }

    /// One story; nothing where no article has it.
    ///
    /// - Throws: `ArchiveError`.
    public func story(_ id: StoryID) async throws -> KeptStory? {
        try await read { db in try Archive.stories(of: Archive.listings(of: id, in: db), in: db).first }
    }

    /// The stories that are followed, the one followed last at the end.
    ///
    /// - Throws: `ArchiveError`.
    public func followedStories() async throws -> [KeptStory] {
        try await read { db in
            var seen: Set<StoryID> = []
            return try Archive.followedIDs(in: db).filter { seen.insert($0).inserted }.compactMap { id in
                try Archive.stories(of: Archive.listings(of: id, in: db), in: db).first
            }
        }
    }

    private static func followedIDs(in db: Database) throws -> [StoryID] {
        // A cross join begins on its left: few stories are followed, and all articles have one.
        let sql = """
            SELECT story_id FROM followed_story CROSS JOIN article USING (key) WHERE story_id IS NOT NULL
            ORDER BY since, followed_story.key
            """
        return try Int64.fetchAll(try db.cachedStatement(sql: sql)).map(StoryID.init)
    }

    private static func listings(of story: StoryID, in db: Database) throws -> [Listing] {
        let statement = try db.cachedStatement(
            sql: "\(Archive.columns) WHERE story_id = ? ORDER BY moment, article.id")
        return try Row.fetchAll(statement, arguments: [story.number]).map(Archive.listing)
    }

    /// Stories of rows that stand story by story, in their order.
    private static func stories(of listings: [Listing], in db: Database) throws -> [KeptStory] {
        let followed = try Set(followedIDs(in: db))
        // Packed, texts are as long as each other as they are unpacked, near enough to choose one.
        let longest = try db.cachedStatement(
            sql: """
                SELECT article.id FROM article JOIN body ON body.article_id = article.id
                    LEFT JOIN page ON page.article_id = article.id AND full_text IS NOT NULL
                WHERE story_id = ? ORDER BY length(coalesce(page.html, body.html)) DESC, moment, article.id LIMIT 1
                """)
        var stories: [KeptStory] = []
        for listing in listings {
            guard let id = listing.story else { continue }
            if stories.last?.id == id {
                stories[stories.count - 1].articles.append(listing)
                continue
            }
            let best = try Int64.fetchOne(longest, arguments: [id.number]).map(ArticleID.init)
            stories.append(
                KeptStory(
                    id: id, articles: [listing], representative: best ?? listing.id,
                    isFollowed: followed.contains(id)))
        }
        return stories
    }

    // MARK: What a person says

    /// Remembers that two articles have nothing to do with each other: neither is shown beside the other again, and where
    /// they are in one story the first goes out of it.
    ///
    /// - Returns: Whether that is new.
    /// - Throws: `ArchiveError`; then nothing changed.
    public func part(
        _ article: ArticleID, from other: ArticleID, at moment: Timestamp
    ) async throws -> Bool {
        try await write(.full) { db in
            guard let bond = try StoryBond(article, other, in: db), try bond.isSame(in: db) != false else {
                return false
            }
            var entry = try Journal.begin(.stories(.apart), at: moment, in: db)
            let moves = try StoryMove.parting(article, from: other, in: db)
            try entry.note(bond, isSame: false, moves: moves, in: db)
            return try entry.commit(in: db) > 0
        }
    }

    /// Remembers that two articles tell the same story, and makes one of their stories.
    ///
    /// - Returns: What came of it.
    /// - Throws: `ArchiveError`; then nothing changed.
    public func join(
        _ article: ArticleID, _ other: ArticleID, at moment: Timestamp
    ) async throws -> StoryJoining {
        try await write(.full) { db in
            guard let bond = try StoryBond(article, other, in: db), try bond.isSame(in: db) != true else {
                return .joined([])
            }
            guard let moves = try StoryMove.joining(article, other, overruling: true, in: db) else {
                return .refused
            }
            var entry = try Journal.begin(.stories(.together), at: moment, in: db)
            try entry.note(bond, isSame: true, moves: moves, in: db)
            try entry.commit(in: db)
            return .joined(moves.keys.sorted())
        }
    }

    /// Follows a story, or no longer.
    ///
    /// - Returns: Whether that changed something; nothing where no article has that story.
    /// - Throws: `ArchiveError`; then nothing changed.
    public func follow(_ story: StoryID, _ isFollowed: Bool, at moment: Timestamp) async throws -> Bool? {
        try await write(.full) { db in
            guard let first = try Archive.listings(of: story, in: db).first else { return nil }
            guard try Archive.followedIDs(in: db).contains(story) != isFollowed else { return false }
            var entry = try Journal.begin(.stories(.followed(isFollowed)), at: moment, in: db)
            let isHeldBy = Condition(
                sql: "article.story_id = ? AND article.key IN (SELECT key FROM followed_story)",
                values: [story.number])
            let isFirst = Condition(sql: "article.id = ?", values: [first.id.number])
            try entry.add(where: isFollowed ? isFirst : isHeldBy, in: db)
            return try entry.commit(in: db) > 0
        }
    }

    /// What a person said of other articles beside one: which tell the same story, and which have nothing to do with it.
    ///
    /// - Throws: `ArchiveError`.
    public func bonds(of id: ArticleID) async throws -> (same: [ArticleID], apart: Set<ArticleID>) {
        try await read(.long) { db in
            (
                try StoryBond.articles(true, beside: id, in: db),
                Set(try StoryBond.articles(false, beside: id, in: db))
            )
        }
    }

    // MARK: Copies

    /// Unread articles of one story that are looked at for copies: a text is not printed more often.
    private static let mostCopies = 64

    /// The unread copies of articles that are being marked read; for other changes none.
    static func unreadCopies(
        of ids: [ArticleID], readBy change: MarkChange, in db: Database
    ) throws -> [ArticleID] {
        guard change == .read(true) else { return [] }
        let tellings = try db.cachedStatement(
            sql: """
                SELECT id FROM article WHERE story_id = (SELECT story_id FROM article WHERE id = ?)
                    AND id <> ? AND \(Condition.unreadProbe) ORDER BY id LIMIT \(mostCopies)
                """)
        var known = Set(ids)
        var copies: [ArticleID] = []
        for id in ids {
            let others = try Int64.fetchAll(tellings, arguments: [id.number, id.number]).map(ArticleID.init)
                .filter { !known.contains($0) }
            guard !others.isEmpty else { continue }
            for copy in try RelatedEngine.copies(of: id, among: others, in: RelatedTables(db: db)) {
                known.insert(copy)
                copies.append(copy)
            }
        }
        return copies
    }
}
