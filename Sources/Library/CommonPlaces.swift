import News

/// Where sites put feeds that their pages do not name.
enum CommonPlaces {
    /// Addresses tried for one site; more would be knocking on every door.
    static let longestSearch = 8

    private static let paths = [
        "feed", "feed.xml", "rss.xml", "atom.xml", "index.xml", "rss", "feed.json", "feeds/posts/default",
    ]

    /// The addresses to try for a front page, the likeliest first.
    static func candidates(on page: WebAddress) -> [WebAddress] {
        let folder = page.text.prefix { $0 != "?" && $0 != "#" }
        let base = folder.hasSuffix("/") ? String(folder) : folder + "/"
        return paths.compactMap { WebAddress(base + $0) }
    }
}

extension WebAddress {
    /// Whether it stands for a site, or a part of one, rather than for one of its pages.
    var isFrontPage: Bool {
        let path = text.dropFirst(scheme.count + 3).drop { $0 != "/" }.prefix { $0 != "?" && $0 != "#" }
        let parts = path.split(separator: "/")
        return parts.isEmpty || parts.count == 1 && (path.hasSuffix("/") || parts[0].hasPrefix("index."))
    }

    /// Whether it names a feed of comments rather than of articles.
    var isOfComments: Bool { text.lowercased().contains("comment") }
}
