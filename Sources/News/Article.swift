/// One piece of news with everything a page of it can have, from a feed, a saved page or an import.
public struct Article: Sendable, Hashable, Codable {
    /// What identifies it within its source for ever: a feed's guid, else its address, else a digest of its text.
    public var identity: String
    /// Where it stands on the web.
    public var address: WebAddress?
    /// The headline.
    ///
    /// Never empty: `headline(standingInFor:address:)` makes one where the source has none.
    public var headline: Line
    /// The standfirst under the headline.
    public var dek: Line?
    /// Who wrote it, in order.
    public var authors: [Author]
    /// First published.
    public var published: Timestamp?
    /// Last changed, where the source says so.
    public var updated: Timestamp?
    /// The way from the site's front page to the article, outermost first (“World”, “Climate”).
    public var sections: [Line]
    /// Subjects, as tagged by the source.
    public var categories: [Line]
    /// Language tag (BCP 47).
    public var language: Line?
    /// The picture that stands for the article.
    public var leadImage: WebAddress?
    /// Files that come with it.
    public var enclosures: [Enclosure]
    /// The body as sanitised HTML: a known set of elements, http(s) and mailto links only.
    public var html: String
    /// The page's own “recent news”.
    public var recentNews: [Reference]

    /// An article by its identity and headline.
    public init(
        identity: String, headline: Line, address: WebAddress? = nil, dek: Line? = nil,
        authors: [Author] = [],
        published: Timestamp? = nil, updated: Timestamp? = nil, sections: [Line] = [],
        categories: [Line] = [],
        language: Line? = nil, leadImage: WebAddress? = nil, enclosures: [Enclosure] = [], html: String = "",
        recentNews: [Reference] = []
    ) {
        self.identity = identity
        self.headline = headline
        self.address = address
        self.dek = dek
        self.authors = authors
        self.published = published
        self.updated = updated
        self.sections = sections
        self.categories = categories
        self.language = language
        self.leadImage = leadImage
        self.enclosures = enclosures
        self.html = html
        self.recentNews = recentNews
    }

    /// The authors in one line, as under a headline.
    public var byline: Line? {
        Line(nonEmpty: authors.map(\.name.text).joined(separator: ", "))
    }

    /// A headline for what has none: the beginning of the text, else the address, else a plain word.
    public static func headline(standingInFor text: String, address: WebAddress?) -> Line {
        let start = Line(text.prefix(400)).text
        if start.isEmpty { return address.map { Line($0.text) } ?? "Untitled" }
        guard start.count > 72 else { return Line(start) }
        let cut = start.prefix(72)
        return Line((cut.lastIndex(of: " ").map { cut[..<$0] } ?? cut) + "…")
    }
}
