import GRDB
import News
import Related

/// What a person said of two articles: that they tell the same story, or have nothing to do with each other.
///
/// It is kept by the articles' identities, the smaller first.
struct StoryBond {
    let one: Int64
    let other: Int64

    /// The bond between two articles; nothing for one and the same, or one that is not there.
    init?(_ article: ArticleID, _ second: ArticleID, in db: Database) throws {
        let key = try db.cachedStatement(sql: "SELECT key FROM article WHERE id = ?")
        guard article != second, let first = try Int64.fetchOne(key, arguments: [article.number]),
            let last = try Int64.fetchOne(key, arguments: [second.number])
        else { return nil }
        one = min(first, last)
        other = max(first, last)
    }

    /// What was said: true for the same story, false for nothing to do with each other.
    func isSame(in db: Database) throws -> Bool? {
        try Bool.fetchOne(
            db, sql: "SELECT is_same FROM story_bond WHERE one = ? AND other = ?", arguments: [one, other])
    }

    /// The articles of which a person said this beside an article.
    static func articles(_ isSame: Bool, beside id: ArticleID, in db: Database) throws -> [ArticleID] {
        let sql = """
            SELECT article.id FROM article JOIN (
                SELECT other AS key FROM story_bond WHERE is_same = ?2 AND one = (SELECT key FROM article WHERE id = ?1)
                UNION ALL
                SELECT one FROM story_bond WHERE is_same = ?2 AND other = (SELECT key FROM article WHERE id = ?1)
            ) AS bond ON article.key = bond.key ORDER BY article.id
            """
        let statement = try db.cachedStatement(sql: sql)
        return try Int64.fetchAll(statement, arguments: [id.number, isSame]).map(ArticleID.init)
    }

    /// All pairs that have nothing to do with each other.
    static func separations(in db: Database) throws -> Separations {
        let sql = """
            SELECT first.id, last.id FROM story_bond
            JOIN article AS first ON first.key = one JOIN article AS last ON last.key = other WHERE is_same = 0
            """
        var separations: Separations = [:]
        let rows = try Row.fetchCursor(try db.cachedStatement(sql: sql))
        while let row = try rows.next() {
            let (one, other) = (ArticleID(row[0]), ArticleID(row[1]))
            separations[one, default: []].insert(other)
            separations[other, default: []].insert(one)
        }
        return separations
    }
}

/// Which articles go into which story, worked out in a transaction before anything is moved.
enum StoryMove {
    /// The story of an article; nothing for one that waits to be compared.
    static func story(of id: ArticleID, in db: Database) throws -> StoryID? {
        let statement = try db.cachedStatement(sql: "SELECT story_id FROM article WHERE id = ?")
        return try (Row.fetchOne(statement, arguments: [id.number])?[0] as Int64?).map(StoryID.init)
    }

    /// The articles of a story.
    static func members(of story: StoryID, in db: Database) throws -> [ArticleID] {
        let statement = try db.cachedStatement(sql: "SELECT id FROM article WHERE story_id = ?")
        return try Int64.fetchAll(statement, arguments: [story.number]).map(ArticleID.init)
    }

    /// Where an article goes that is to be apart from another: out of their story, into one of its own.
    static func parting(
        _ article: ArticleID, from other: ArticleID, in db: Database
    ) throws -> [ArticleID: StoryID] {
        guard let story = try story(of: article, in: db), try self.story(of: other, in: db) == story else {
            return [:]
        }
        return [article: StoryID(of: article, takenOutOf: story)]
    }

    /// What has to move so that two articles are in one story; nothing where people said that these belong apart.
    ///
    /// Who says that two articles tell the same says that their stories are one. The larger keeps its number, of equals
    /// the older. Where members of both belong apart, only the second article moves. What was said of these two before
    /// does not stand in the way of what is said now.
    static func joining(
        _ article: ArticleID, _ second: ArticleID, overruling isOverruled: Bool = false, in db: Database
    ) throws -> [ArticleID: StoryID]? {
        guard let story = try story(of: article, in: db), let other = try self.story(of: second, in: db),
            story != other
        else { return [:] }
        let (members, others) = try (self.members(of: story, in: db), self.members(of: other, in: db))
        let exception = isOverruled ? (article, second) : nil
        if try !areApart(members, others, except: exception, in: db) {
            let keeps = (members.count, -abs(story.number)) >= (others.count, -abs(other.number))
            let (kept, moved) = keeps ? (story, others) : (other, members)
            return Dictionary(uniqueKeysWithValues: moved.map { ($0, kept) })
        }
        return try areApart(members, [second], except: exception, in: db) ? nil : [second: story]
    }

    /// Whether a person said that members of two stories have nothing to do with each other, but for one pair.
    private static func areApart(
        _ members: [ArticleID], _ others: [ArticleID], except pair: (ArticleID, ArticleID)?, in db: Database
    ) throws -> Bool {
        let members = Set(members)
        return try others.contains { other in
            try StoryBond.articles(false, beside: other, in: db).contains { apart in
                members.contains(apart) && !(pair.map { $0.0 == apart && $0.1 == other } ?? false)
            }
        }
    }

    /// Puts articles into one story of which a person said so before they were compared, or compared anew.
    static func keepTogether(_ articles: some Sequence<ArticleID>, in db: Database) throws {
        for article in articles {
            for other in try StoryBond.articles(true, beside: article, in: db) {
                guard let moves = try joining(other, article, in: db), !moves.isEmpty else { continue }
                var tables = RelatedTables(db: db)
                try RelatedEngine.move(moves, in: &tables)
            }
        }
    }
}
