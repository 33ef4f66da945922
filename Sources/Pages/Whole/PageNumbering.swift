import News

/// Which address is the next page of an article: `story-2.html`, `story/2/`, `story?page=2` after `story`.
///
/// Links that say “next” lead to the next article as often as to the next page; the address tells them apart.
public enum PageNumbering {
    private static let names: Set<String> = [
        "page", "p", "pg", "paged", "pagenum", "page_no", "pageno", "part", "seite", "pagina", "strona",
    ]
    /// What stands between an address and the number of its page, longest first.
    private static let marks = [
        "/page/", "/page-", "/seite/", "/seite-", "/pagina/", "/pagina-", "-page-", "-seite-", "_page_",
        "/part/",
        "/part-", "-part-", "/page", "/p", "-p", "/", "-", "_", ",",
    ]
    private static let endings = [".html", ".htm", ".shtml", ".xhtml", ".php", ".aspx", ".asp", ".jsp"]

    /// The page after page `number` of the article that begins at `first`, among links that seem to lead there.
    public static func page(
        after number: Int, of first: [WebAddress], among links: [WebAddress]
    ) -> WebAddress? {
        var stems: Set<String> = []
        for address in first {
            stems.insert(stem(address))
            for page in numbered(address) where page.number == 1 { stems.insert(page.stem) }
        }
        let hosts = Set(first.map(\.host))
        return links.first { link in
            hosts.contains(link.host)
                && numbered(link).contains { $0.number == number + 1 && stems.contains($0.stem) }
        }
    }

    /// An address without what differs between pages of one article.
    private static func stem(_ address: WebAddress) -> String {
        let (path, query) = parts(address)
        let (name, ending) = withoutEnding(path)
        return joined(name, ending, query)
    }

    /// All ways to read an address as a numbered page.
    private static func numbered(_ address: WebAddress) -> [(stem: String, number: Int)] {
        let (path, query) = parts(address)
        let (name, ending) = withoutEnding(path)
        var ways: [(String, Int)] = []
        for (index, item) in query.enumerated() {
            let pair = item.split(separator: "=", maxSplits: 1)
            guard pair.count == 2, names.contains(pair[0].lowercased()), let number = number(pair[1]) else {
                continue
            }
            var rest = query
            rest.remove(at: index)
            ways.append((joined(name, ending, rest), number))
        }
        let digits = name.reversed().prefix { $0.isASCII && $0.isNumber }
        guard let number = number(String(digits.reversed())) else { return ways }
        let rest = name.dropLast(digits.count)
        for mark in marks where rest.lowercased().hasSuffix(mark) {
            let (stem, inner) = withoutEnding(String(rest.dropLast(mark.count)))
            ways.append((joined(stem, inner.isEmpty ? ending : inner, query), number))
        }
        return ways
    }

    private static func number(_ text: some StringProtocol) -> Int? {
        guard (1...2).contains(text.utf8.count), let number = Int(text), number >= 1 else { return nil }
        return number
    }

    /// Scheme, host and path without a slash at its end; the query's items without those that only track.
    private static func parts(_ address: WebAddress) -> (path: String, query: [String]) {
        let whole = address.withoutFragment.text
        let mark = whole.firstIndex(of: "?") ?? whole.endIndex
        let items = whole[mark...].dropFirst().split(separator: "&").map(String.init)
        var path = String(whole[..<mark])
        // The same page by either scheme.
        if path.hasPrefix("http:") { path = "https:" + path.dropFirst(5) }
        while path.hasSuffix("/") { path.removeLast() }
        return (path, items.filter { !$0.hasPrefix("utm_") && !$0.hasPrefix("at_") })
    }

    private static func withoutEnding(_ path: String) -> (name: String, ending: String) {
        for ending in endings where path.lowercased().hasSuffix(ending) {
            return (String(path.dropLast(ending.count)), ending)
        }
        return (path, "")
    }

    private static func joined(_ path: String, _ ending: String, _ query: [String]) -> String {
        path + ending + "?" + query.sorted().joined(separator: "&")
    }
}
