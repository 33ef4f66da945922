/// What happens by itself to new articles that a query finds.
public struct Rule: Sendable, Hashable {
    /// What is done to an article.
    public enum Action: Sendable, Hashable {
        /// It is marked read, so that it is not among the unread; it stays in the library.
        case mute
        /// It is starred.
        case star
        /// It gets a tag.
        case tag(Tag)

        /// The mark that it sets.
        public var change: MarkChange {
            switch self {
            case .mute: .read(true)
            case .star: .starred(true)
            case .tag(let tag): .tagged(tag, true)
            }
        }
    }

    /// What is done.
    public var action: Action
    /// To which articles, in the query language.
    public var query: String

    /// A rule.
    public init(_ action: Action, _ query: String) {
        self.action = action
        self.query = query
    }
}

extension Rule: CustomStringConvertible {
    /// `mute source:post`, `star author:Lindqvist`, `tag:ships harbour`: what `init(_:)` reads.
    public var description: String {
        switch action {
        case .mute: "mute \(query)"
        case .star: "star \(query)"
        case .tag(let tag): "tag:\(tag.name) \(query)"
        }
    }

    /// Reads what `description` wrote; nothing for another text.
    public init?(_ text: String) {
        guard let space = text.firstIndex(of: " ") else { return nil }
        let verb = text[..<space]
        let query = String(text[text.index(after: space)...])
        guard !query.isEmpty else { return nil }
        switch verb {
        case "mute": self.init(.mute, query)
        case "star": self.init(.star, query)
        default:
            guard verb.hasPrefix("tag:"), let tag = Tag(String(verb.dropFirst(4))) else { return nil }
            self.init(.tag(tag), query)
        }
    }
}

/// What a person does to the rules.
public enum RuleChange: Sendable, Hashable {
    /// A rule from now on; what is unread and fits gets its mark at once.
    case added(Rule)
    /// A rule no longer; the marks that it set stay.
    case removed(Rule)

    /// What was done, as undo tells it.
    public var summary: String {
        switch self {
        case .added(let rule): "the rule \(rule)"
        case .removed(let rule): "the end of the rule \(rule)"
        }
    }

    /// The rule.
    public var rule: Rule {
        switch self {
        case .added(let rule), .removed(let rule): rule
        }
    }
}
