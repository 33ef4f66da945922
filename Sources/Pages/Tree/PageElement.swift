import Markup

/// An element of a page's body that is shown, in document order.
struct PageElement: Sendable {
    let node: HTMLDocument.Node
    let tag: HTMLTag
    /// The index of the element around it; -1 for the outermost.
    let parent: Int
    /// The index of the nearest element that ends a line of text: itself, if it is one.
    let block: Int
    let depth: Int
    let isInline: Bool
    /// Within a link.
    let isLink: Bool
    /// Within preformatted text.
    let isPreformatted: Bool
    var role: ElementRole
    /// `role="…"`, for the few that say what is no text.
    var landmark: Landmark?
    /// `itemprop` names the article's text.
    var isMarkedArticleBody = false
    /// The blocks of text within it; for an inline element, from the one it stands in.
    var blocks: Range<Int>
    /// Its text, in the page's letters.
    var letters: Range<Int>
    /// Where its last descendant stands.
    var end: Int

    /// What `role` says of an element, as far as that matters here.
    enum Landmark: Sendable {
        case article
        case main
        /// Navigation, banner, dialogue, search and their like.
        case beside
    }
}

/// A stretch of text within one block, by the element it stands in directly.
struct TextPiece: Sendable {
    enum Kind: Sendable {
        case text
        case lineBreak
    }

    let kind: Kind
    let element: Int
    var letters: Range<Int>
}

/// A line or paragraph as the page shows it: text with nothing but inline elements in it.
struct TextBlock: Sendable {
    /// The element it is in.
    let element: Int
    let tag: HTMLTag
    /// Its text, in the page's letters.
    let letters: Range<Int>
    /// Its parts.
    let pieces: Range<Int>
    /// How many letters.
    let count: Int
    /// How many of them are in links.
    let linkCount: Int
    /// How many links.
    let links: Int
    let isPreformatted: Bool
    let isListItem: Bool
    let hasSentence: Bool
    /// Letters, those counted twice that say as much as two.
    let weight: Int

    /// The share of its letters that are in links.
    var linkShare: Double { Double(linkCount) / Double(max(1, count)) }

    var isHeading: Bool {
        switch tag {
        case .h1, .h2, .h3, .h4, .h5, .h6: true
        default: false
        }
    }
}

/// A picture of the page and where it stands among the blocks.
struct PagePicture: Sendable {
    let node: HTMLDocument.Node
    /// The element it is in.
    let element: Int
    /// The block that comes after it.
    let block: Int
}
