import Archive
import News

/// A rule that may be made of an article, and what it would do now.
public struct RuleSuggestion: Sendable, Hashable {
    /// What the articles have in common: “source”, “author”, “section”, “term”, “story”.
    public var kind: String
    /// Which: the name, the word.
    public var name: Line
    /// The rule.
    public var rule: Rule
    /// How many unread articles it would mark.
    public var count: Int

    /// A suggestion.
    public init(kind: String, name: Line, rule: Rule, count: Int) {
        self.kind = kind
        self.name = name
        self.rule = rule
        self.count = count
    }
}

extension Library {
    /// Of each kind so many rules are suggested; a menu is read, not searched.
    private static let mostSuggestions = 4

    /// The rules, the first made first.
    ///
    /// - Throws: `ArchiveError`.
    public func rules() async throws -> [Rule] { try await archive.rules() }

    /// Makes a rule; what is unread and fits gets its mark at once, what comes later gets it when it is indexed.
    ///
    /// - Returns: How many articles it marked; nothing if there is such a rule already.
    /// - Throws: `ArchiveError`, also for a query that cannot be read; then nothing changed.
    public func add(_ rule: Rule) async throws -> Int? { try await archive.add(rule, at: now()) }

    /// Ends a rule; the marks it set stay.
    ///
    /// - Returns: Whether there was one.
    /// - Throws: `ArchiveError`; then nothing changed.
    public func remove(_ rule: Rule) async throws -> Bool { try await archive.remove(rule, at: now()) }

    /// How many unread articles a rule would mark if it were made now.
    ///
    /// - Throws: `ArchiveError`, also for a query that cannot be read.
    public func count(of rule: Rule) async throws -> Int { try await archive.count(of: rule, now: now()) }

    /// Rules that would mute more like an article, each with what it would hide.
    ///
    /// - Throws: `ArchiveError`.
    public func ruleSuggestions(for id: ArticleID) async throws -> [RuleSuggestion] {
        guard let kept = try await archive.article(id) else { return [] }
        var suggestions: [RuleSuggestion] = []
        func offer(_ kind: String, _ field: String, _ names: [Line]) {
            for name in names.prefix(Library.mostSuggestions) {
                let rule = Rule(.mute, "\(field):\(Library.quoted(name))")
                suggestions.append(RuleSuggestion(kind: kind, name: name, rule: rule, count: 0))
            }
        }
        offer("source", "source", [kept.listing.sourceTitle])
        offer("author", "author", kept.article.authors.map(\.name))
        var sections: [Line] = []
        for name in kept.article.sections + kept.article.categories where !sections.contains(name) {
            sections.append(name)
        }
        offer("section", "section", sections)
        offer("term", "title", HeadlineTerms.terms(of: kept.listing.headline))
        if let story = kept.listing.story {
            let rule = Rule(.mute, "story:\(story)")
            suggestions.append(
                RuleSuggestion(kind: "story", name: kept.listing.headline, rule: rule, count: 0))
        }
        for index in suggestions.indices {
            suggestions[index].count = try await count(of: suggestions[index].rule)
        }
        return suggestions
    }

    /// A value as the query language takes it; it has no way to write a quotation mark inside of a phrase.
    private static func quoted(_ name: Line) -> String {
        "\"" + name.text.replacing("\"", with: " ") + "\""
    }
}

/// What a headline is about, in words that a person may want to hear no more of.
enum HeadlineTerms {
    /// Shorter words are grammar in most languages.
    private static let fewestLetters = 5

    /// Names of several words first, then names, then the longest words.
    static func terms(of headline: Line) -> [Line] {
        let words = headline.text.split {
            !$0.isLetter && !$0.isNumber && $0 != "-" && $0 != "’" && $0 != "'"
        }
        var phrases: [[Substring]] = []
        var last: Substring.Index?
        for word in words {
            let isName = word.first?.isUppercase ?? false
            let follows = last.map { headline.text[$0..<word.startIndex] == " " } ?? false
            if isName, follows, let phrase = phrases.last, phrase.last?.endIndex == last {
                phrases[phrases.count - 1].append(word)
            } else if isName {
                phrases.append([word])
            }
            last = word.endIndex
        }
        let isTitleCase = phrases.joined().count * 2 > words.count
        let names =
            isTitleCase ? [] : phrases.filter { $0.count > 1 || $0[0].startIndex != words.first?.startIndex }
        let long = words.filter { $0.count >= fewestLetters }.sorted { $0.count > $1.count }
        var seen: Set<String> = []
        let candidates =
            names.sorted { $0.count > $1.count }.map { $0.joined(separator: " ") } + long.map(String.init)
        return candidates.filter { seen.insert($0.lowercased()).inserted }.compactMap { Line(nonEmpty: $0) }
    }
}
