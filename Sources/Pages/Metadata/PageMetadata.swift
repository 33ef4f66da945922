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
        dates = MetadataDates(head: head, linked: linked)
    }

    /// The standfirst: the description that the page gives of itself.
    var dek: String {
        head.first(
            "og:description", "description", "twitter:description", "dc.description", "sailthru.description")
            ?? LinkedData.line(linked.article?["description"]) ?? ""
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

    /// Whether the page calls itself an article.
    var saysArticle: Bool {
        linked.article != nil || head.first("og:type")?.lowercased() == "article"
    }

    /// When the article was published: what the metadata say, its address, the page.
    func published(_ body: PageBody) -> Timestamp? {
        if let stated = dates.published { return stated }
        for address in [self.address?.text, head.canonical] {
            if let day = address.flatMap(AddressDate.find) { return day }
        }
        return DateFinder(body: body, headline: headline.element).find()
    }
}
