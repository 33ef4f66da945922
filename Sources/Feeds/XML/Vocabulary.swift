/// The vocabularies a feed's elements come from.
enum Vocabulary: String {
    /// RSS of every version, and elements in no namespace.
    case core
    case atom
    case rdf
    case dublinCore = "dc"
    case dublinTerms = "dcterms"
    case content
    case media
    case itunes
    case googlePlay = "googleplay"
    case syndication = "sy"
    case slash
    case wellFormedWeb = "wfw"
    case threading = "thr"
    case feedBurner = "feedburner"
    case xhtml
    case other

    /// The vocabulary of a namespace's address, however it is spelt; nothing for unknown ones.
    init?(address: String) {
        var text = Substring(address.lowercased())
        while let first = text.first, first.isWhitespace { text.removeFirst() }
        while let last = text.last, last.isWhitespace || last == "/" || last == "#" { text.removeLast() }
        for scheme in ["http://", "https://"] where text.hasPrefix(scheme) {
            text = text.dropFirst(scheme.count)
        }
        guard let known = Vocabulary.addresses[text] else { return nil }
        self = known
    }

    /// The vocabulary a prefix usually means.
    init?(prefix: String) {
        guard let known = Vocabulary.prefixes[prefix.lowercased()] else { return nil }
        self = known
    }

    private static let prefixes: [String: Vocabulary] = [
        "rss": .core, "atom": .atom, "atom10": .atom, "a10": .atom, "atom03": .atom, "rdf": .rdf,
        "dc": .dublinCore, "dcterms": .dublinTerms, "dct": .dublinTerms, "content": .content, "media": .media,
        "itunes": .itunes, "googleplay": .googlePlay, "sy": .syndication, "slash": .slash,
        "wfw": .wellFormedWeb,
        "thr": .threading,
        "feedburner": .feedBurner, "xhtml": .xhtml,
    ]

    private static let addresses: [Substring: Vocabulary] = [
        "": .core,
        "backend.userland.com/rss": .core, "backend.userland.com/rss2": .core,
        "backend.userland.com/rss091": .core,
        "backend.userland.com/rss092": .core, "backend.userland.com/rss093": .core,
        "backend.userland.com/rss094": .core, "backend.userland.com/rss20": .core,
        "blogs.law.harvard.edu/tech/rss": .core, "www.rssboard.org/rss-specification": .core,
        "purl.org/rss/1.0": .core, "purl.org/net/rss1.1": .core, "my.netscape.com/rdf/simple/0.9": .core,
        "channel.netscape.com/rdf/simple/0.9": .core, "my.netscape.com/publish/formats/rss-0.91.dtd": .core,
        "www.w3.org/2005/atom": .atom, "purl.org/atom/ns": .atom, "purl.org/atom": .atom,
        "example.com/newformat": .atom, "example.com/necho": .atom, "purl.org/echo": .atom,
        "uri/of/echo/namespace": .atom, "purl.org/pie": .atom, "www.w3.org/2005/atom/": .atom,
        "www.w3.org/1999/02/22-rdf-syntax-ns": .rdf,
        "purl.org/dc/elements/1.0": .dublinCore, "purl.org/dc/elements/1.1": .dublinCore,
        "purl.org/dc/terms": .dublinTerms, "purl.org/rss/1.0/modules/content": .content,
        "search.yahoo.com/mrss": .media, "tools.search.yahoo.com/mrss": .media,
        "video.search.yahoo.com/mrss": .media, "search.yahoo.com/mrss/rss.xsd": .media,
        "www.itunes.com/dtds/podcast-1.0.dtd": .itunes, "example.com/dtds/podcast-1.0.dtd": .itunes,
        "purl.org/rss/1.0/modules/syndication": .syndication,
        "www.google.com/schemas/play-podcasts/1.0": .googlePlay, "purl.org/rss/1.0/modules/slash": .slash,
        "wellformedweb.org/commentapi": .wellFormedWeb, "purl.org/syndication/thread/1.0": .threading,
        "rssnamespace.org/feedburner/ext/1.0": .feedBurner, "www.w3.org/1999/xhtml": .xhtml,
    ]
}
