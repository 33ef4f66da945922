import News

/// What else there is to an article: the content of the sidebar.
public struct RelatedNews: Sendable, Hashable {
    /// Why a piece stands in the sidebar.
    public enum Group: String, Sendable, CaseIterable {
        /// The same event, told by others.
        case story
        /// Older, and what led there.
        case background
        /// Newer, and what came of it.
        case followUp = "followup"
    }

    /// An article from the archive.
    public struct Item: Sendable, Hashable {
        /// The article's row.
        public var listing: Listing
        /// Why it is here.
        public var group: Group
        /// How strongly it is related; more is stronger.
        public var score: Double
        /// What both articles speak of, as both write it.
        public var terms: [Line]
        /// How it lies in time, where that was asked for: “same day”.
        public var time: Line?
        /// Whether a person put it into the story.
        public var isToldSo: Bool

        /// An item.
        public init(
            listing: Listing, group: Group, score: Double, terms: [Line], time: Line? = nil,
            isToldSo: Bool = false
        ) {
            self.listing = listing
            self.group = group
            self.score = score
            self.terms = terms
            self.time = time
            self.isToldSo = isToldSo
        }

        /// Why it is here, in a few words each.
        public var reasons: [Line] {
            (isToldSo ? ["you put them together"] : []) + terms + [time].compactMap { $0 }
        }
    }

    /// From the archive, group by group, the strongest first in each.
    public var items: [Item]
    /// Links of the article that lead to archived articles.
    public var linked: [Listing]
    /// The page's own “recent news”.
    public var recentNews: [Reference]

    /// What was found.
    public init(items: [Item] = [], linked: [Listing] = [], recentNews: [Reference] = []) {
        self.items = items
        self.linked = linked
        self.recentNews = recentNews
    }

    /// The items of one group.
    public func items(in group: Group) -> [Item] { items.filter { $0.group == group } }

    /// Whether there is nothing to show.
    public var isEmpty: Bool { items.isEmpty && linked.isEmpty && recentNews.isEmpty }
}
