/// What the words in an element's class and id say it is for: a claim, to be weighed against its text.
struct ElementRole: OptionSet, Sendable, Hashable {
    let rawValue: UInt32

    /// Navigation, promotion, bylines and the like: not the article's text.
    static let besideText = ElementRole(rawValue: 1 << 0)
    /// A picture or a player, with what belongs to it.
    static let picture = ElementRole(rawValue: 1 << 1)
    /// The article's own text.
    static let articleText = ElementRole(rawValue: 1 << 2)
    /// Consent, comments, footers: not the article even if most of the page's text is in it.
    static let neverText = ElementRole(rawValue: 1 << 3)
    /// Text for screen readers only.
    static let unseen = ElementRole(rawValue: 1 << 4)
    /// The author's name.
    static let byline = ElementRole(rawValue: 1 << 5)
    /// What the article says about its author.
    static let biography = ElementRole(rawValue: 1 << 6)
    /// A date or a line with one.
    static let date = ElementRole(rawValue: 1 << 7)
    /// What readers wrote.
    static let comment = ElementRole(rawValue: 1 << 8)
    /// Links to other articles.
    static let otherNews = ElementRole(rawValue: 1 << 9)
    /// A sidebar, footer or widget.
    static let margin = ElementRole(rawValue: 1 << 10)
    /// A headline.
    static let headline = ElementRole(rawValue: 1 << 11)
    /// A post of a social network, shown in the article.
    static let embed = ElementRole(rawValue: 1 << 12)
    /// The way from the front page.
    static let breadcrumb = ElementRole(rawValue: 1 << 13)
    /// The standfirst.
    static let dek = ElementRole(rawValue: 1 << 14)
    /// A summary or the first paragraph: perhaps the standfirst.
    static let lead = ElementRole(rawValue: 1 << 20)
    /// Says that a date is of the last change.
    static let updated = ElementRole(rawValue: 1 << 15)
    /// A person's name inside a byline.
    static let personName = ElementRole(rawValue: 1 << 16)
    /// One article among others, or the article itself.
    static let post = ElementRole(rawValue: 1 << 17)
    /// A caption or credit of a picture.
    static let caption = ElementRole(rawValue: 1 << 19)
}
