import Markup
import News

/// Everything about the article but its text.
struct PageMetadata {
    let head: PageHead
    let linked: LinkedData
    let site: SiteNames
    /// Where the page is, as far as it can be known.
    let address: WebAddress?
    /// What its links are relative to.
    let base: WebAddress?
    let headline: HeadlineFinder.Result
    let dates: MetadataDates
    let style: DateStyle

    init(_ document: HTMLDocument, body: PageBody, address: WebAddress?) {
        head = PageHead(document)
        let shared = head.first("og:title", "twitter:title") ?? ""
        linked = LinkedData(head.linkedData, titles: [Words(shared), Words(head.title)])
        let stated = [head.canonical, head.first("og:url")].compactMap { $0 }
        let own = stated.lazy.compactMap { WebAddress($0, relativeTo: address) }.first ?? address
        self.address = own
        base = head.base.flatMap { WebAddress($0, relativeTo: own) } ?? address ?? own
        let host = (address ?? own)?.host ?? ""
        let publisher = LinkedData.line(linked.resolved(linked.article?["publisher"]))
        let name =
            head.first("og:site_name") ?? publisher
            ?? head.first("application-name", "publisher", "dc.publisher")
        site = SiteNames(name: name.flatMap { $0.hasPrefix("http") ? nil : $0 }, host: host)
        headline =
            HeadlineFinder(
                body: body, site: site, pageTitle: head.title, sharedTitle: shared,
                statedHeadline: LinkedData.line(linked.article?["headline"]) ?? ""
            ).find()
        style = DateStyle.of(language: head.language ?? head.first("og:locale"), host: host)
        dates = MetadataDates(head: head, linked: linked, style: style)
    }

    /// What the article is called, on the page and in its metadata.
    var titles: [Words] {
        [
            headline.text, head.first("og:title") ?? "", LinkedData.line(linked.article?["headline"]) ?? "",
            head.title,
        ]
        .map { Words($0) }.filter { !$0.isEmpty }
    }

    /// The description that the page gives of itself.
    var dek: String {
        head.first(
            "og:description", "description", "twitter:description", "dc.description", "sailthru.description")
            ?? LinkedData.line(linked.article?["description"]) ?? ""
    }

    /// The standfirst as the page shows it, else the description.
    func standfirst(_ body: PageBody) -> String {
        DekFinder(body: body, headline: headline.element, description: dek, titles: titles).find()
    }

    /// The picture that stands for the article.
    var leadImage: WebAddress? {
        let named = head.first(
            "og:image:secure_url", "og:image", "og:image:url", "twitter:image", "twitter:image:src", "image",
            "thumbnail")
        if let named, let address = WebAddress(named, relativeTo: base) { return address }
        var value = linked.article?["image"]
        for _ in 0..<3 {
            switch value {
            case .string(let text): return WebAddress(text, relativeTo: base)
            case .array(let elements): value = elements.first
            case .object: value = linked.resolved(value)?["url"] ?? value?["contentUrl"]
            default: return nil
            }
        }
        return nil
    }

    /// The language, as a BCP 47 tag.
    var language: String? {
        let stated = head.language ?? head.first("og:locale", "content-language", "language")
        guard let tag = stated?.trimmed(of: " ").prefix(10), !tag.isEmpty else { return nil }
        return String(tag.map { $0 == "_" ? "-" : $0 })
    }

    /// The name of the site: as the metadata give it, else what its title has beside the headline.
    var siteName: String? {
        if let name = site.name { return name }
        let parts = TitleParts(head.title)
        guard parts.ranges.count == 2 else { return nil }
        let own = Words(headline.text).letters
        for (one, other) in [(0, 1), (1, 0)] where Words(parts.part(one)).letters == own {
            return Words(parts.part(other)).count <= 5 ? parts.part(other) : nil
        }
        return nil
    }

    /// Whether the page calls itself an article.
    var saysArticle: Bool {
        linked.article != nil || head.first("og:type")?.lowercased() == "article"
    }

    /// When the article was published: what the metadata say, its address, the page.
    func published(_ body: PageBody) -> Timestamp? {
        if let stated = dates.published { return precise(stated, body) }
        for address in [self.address?.text, head.canonical] {
            if let day = address.flatMap(AddressDate.find) { return day }
        }
        return DateFinder(body: body, headline: headline.element, style: style).find() ?? dates.modified
    }

    /// The time of day that the page shows beside the headline, where the metadata have only the day.
    private func precise(_ day: Timestamp, _ body: PageBody) -> Timestamp {
        guard isMidnight(day) else { return day }
        let shown = DateFinder(body: body, headline: headline.element, style: style).find()
        for other in [shown, dates.modified].compactMap({ $0 }) where other > day && other - day < 86_400 {
            return other
        }
        return day
    }

    private func isMidnight(_ moment: Timestamp) -> Bool {
        (0...1).contains { (days: Int) in
            let utc = moment.advanced(by: Int64(days) * 86_400).utc
            return style.moment(CivilTime(year: utc.year, month: utc.month, day: utc.day)) == moment
        }
    }
}
