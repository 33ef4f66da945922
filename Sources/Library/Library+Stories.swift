import Archive
import News
import Related

extension Library {
    /// Stories of more than one article, the largest first.
    ///
    /// - Throws: `ArchiveError`.
    public func stories() async throws -> [Story] { try await archive.stories().map { Story($0) } }

    /// One story; nothing where no article has it.
    ///
    /// - Throws: `ArchiveError`.
    public func story(_ id: StoryID) async throws -> Story? {
        try await archive.story(id).map { Story($0) }
    }

    /// The stories that are followed, in the order in which they were.
    ///
    /// - Throws: `ArchiveError`.
    public func followedStories() async throws -> [Story] {
        try await archive.followedStories().map { Story($0) }
    }

    // MARK: Verbs

    /// Remembers that two articles have nothing to do with each other.
    ///
    /// Neither is shown beside the other again. Where both are in one story, `article` goes out of it, and they never come
    /// into one again. Undone like a mark.
    ///
    /// - Returns: Whether that is new.
    /// - Throws: `ArchiveError`; then nothing changed.
    public func part(_ article: ArticleID, from other: ArticleID) async throws -> Bool {
        try await archive.part(article, from: other, at: now())
    }

    /// Remembers that two articles tell the same story, and makes one of their stories; undone like a mark.
    ///
    /// - Throws: `ArchiveError`; then nothing changed.
    public func join(_ article: ArticleID, _ other: ArticleID) async throws -> StoryJoining {
        try await archive.join(article, other, at: now())
    }

    /// Follows a story, or no longer; undone like a mark.
    ///
    /// - Returns: Whether that changed something; nothing where no article has that story.
    /// - Throws: `ArchiveError`; then nothing changed.
    public func follow(_ story: StoryID, _ isFollowed: Bool = true) async throws -> Bool? {
        try await archive.follow(story, isFollowed, at: now())
    }

    // MARK: Why

    /// Articles of a story that are read for its reasons; more of them say the same.
    private static let articlesRead = 12
    /// Terms shown at most.
    private static let termsShown = 8

    /// Why the articles of a story are together; nothing where no article has that story.
    ///
    /// The one that stands for it is compared with each of the others: what it shares with most of them comes first.
    ///
    /// - Throws: `ArchiveError`.
    public func reasons(for id: StoryID) async throws -> StoryReasons? {
        guard let story = try await story(id) else { return nil }
        guard let kept = try await archive.article(story.representative) else {
            return StoryReasons(story: story, terms: [])
        }
        let centre = Library.document(kept)
        let engine = engine
        var texts = [Library.searchable(centre)]
        var terms: [String] = []
        for listing in story.articles.filter({ $0.id != story.representative }).prefix(Library.articlesRead) {
            try Task.checkCancellation()
            guard let other = try await archive.article(listing.id) else { continue }
            let document = Library.document(other)
            texts.append(Library.searchable(document))
            terms += try await archive.related { tables in
                try engine.reasons(for: centre, hit: document, in: tables).terms
            }
        }
        return StoryReasons(story: story, terms: Library.shared(terms, by: texts))
    }

    private static func searchable(_ document: RelatedDocument) -> String {
        (document.title + "\n" + document.text).lowercased()
    }

    /// The terms that most texts have, each in none of the others' words.
    private static func shared(_ terms: [String], by texts: [String]) -> [StoryReasons.Term] {
        var seen: Set<String> = []
        let counted = terms.filter { seen.insert($0.lowercased()).inserted }.enumerated().map { order, term in
            (order: order, term: term, count: texts.count { has($0, term.lowercased()) })
        }
        var chosen: [StoryReasons.Term] = []
        for (_, term, count) in counted.sorted(by: { ($1.count, $0.order) < ($0.count, $1.order) }) {
            let words = Set(term.lowercased().split(separator: " "))
            let isTold = chosen.contains {
                !words.isDisjoint(with: $0.text.text.lowercased().split(separator: " "))
            }
            guard !isTold, count > 1, chosen.count < termsShown else { continue }
            chosen.append(StoryReasons.Term(text: Line(term), count: count))
        }
        return chosen
    }

    /// Whether a text has a term, in a script with spaces as words of its own.
    private static func has(_ text: String, _ term: String) -> Bool {
        func goesOn(_ letter: Character?) -> Bool {
            guard let letter, let scalar = letter.unicodeScalars.first, scalar.value < 0x3000 else {
                return false
            }
            return letter.isLetter || letter.isNumber
        }
        var rest = text[...]
        while let range = rest.firstRange(of: term) {
            let before = range.lowerBound > text.startIndex ? text[text.index(before: range.lowerBound)] : nil
            if !goesOn(before), !goesOn(text[range.upperBound...].first) { return true }
            rest = text[range.upperBound...]
        }
        return false
    }
}
