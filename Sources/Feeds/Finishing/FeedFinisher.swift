import Markup
import News

/// Makes a draft into values that are safe to show and to open: addresses absolute, titles plain, bodies
/// sanitised.
struct FeedFinisher {
    private let draft: FeedDraft
    /// The absolute address of each base of the draft.
    private let bases: [WebAddress?]

    init(_ draft: FeedDraft, base: WebAddress?) {
        self.draft = draft
        bases = FeedFinisher.resolve(draft, base: base)
    }

    var feed: News.Feed {
        var feed = News.Feed()
        feed.title = line(draft.title.value)
        feed.description = line(draft.description.value)
        feed.language = Line(nonEmpty: draft.language.value)
        feed.updated = draft.updated.value.flatMap(FeedDate.read)
        feed.link = homeLink
        feed.address = draft.links.first { $0.relation == "self" }.flatMap(address)
        return feed
    }

    var entries: [Entry] {
        let feedAuthors = authors(draft.authors)
        return draft.entries.map { entry($0, feedAuthors: feedAuthors) }
    }

    private var homeLink: WebAddress? {
        if let link = draft.plainLink.flatMap(address) { return link }
        return LinkChoice.page(among: draft.links).flatMap(address)
    }

    // MARK: Entries

    private func entry(_ found: EntryDraft, feedAuthors: [Author]) -> Entry {
        var entry = Entry(id: "")
        entry.title = line(found.title.value)
        entry.link = link(of: found)
        entry.originalLink = found.originalLink.flatMap { WebAddress($0) }
        entry.authors = authors(found.authors)
        if entry.authors.isEmpty { entry.authors = authors(found.sourceAuthors) }
        if entry.authors.isEmpty { entry.authors = feedAuthors }
        entry.published = found.published.value.flatMap(FeedDate.read)
        entry.updated = found.updated.value.flatMap(FeedDate.read)
        entry.summary = body(found.summary.value)
        entry.content = body(found.content.value)
        entry.categories = EntryParts.categories(found.categories)
        entry.enclosures = enclosures(found.enclosures)
        entry.leadImage = found.thumbnail.value.flatMap(address)
        entry.commentsLink = found.comments.flatMap(address)
        entry.language = Line(nonEmpty: found.language)
        entry.id = identity(of: found, entry)
        return entry
    }

    private func link(of found: EntryDraft) -> WebAddress? {
        if let link = found.plainLink.flatMap(address) { return link }
        let chosen = LinkChoice.page(among: found.links).flatMap(address)
        if draft.format.isAtom { return chosen ?? found.id.value.flatMap { WebAddress($0) } }
        if let guid = found.guid, found.guidIsPermalink == true, let link = address(guid) { return link }
        if let guid = found.guid, found.guidIsPermalink == nil, let link = WebAddress(guid.address) {
            return link
        }
        return chosen ?? found.guid.flatMap { WebAddress($0.address) }
            ?? found.about.flatMap { WebAddress($0) }
    }

    private func identity(of found: EntryDraft, _ entry: Entry) -> String {
        if let own = Line(nonEmpty: found.id.value) { return own.text }
        if let about = Line(nonEmpty: found.about) { return about.text }
        if let link = entry.link { return link.text }
        let parts = [
            entry.title?.text, entry.published?.iso8601, entry.content ?? entry.summary,
            entry.enclosures.first?.address.text,
        ]
        return Digest.hexadecimal(of: parts.map { $0 ?? "" })
    }

    /// The files of an entry, each address once.
    private func enclosures(_ found: [LinkDraft]) -> [Enclosure] {
        var seen: Set<WebAddress> = []
        return found.compactMap(enclosure).filter { seen.insert($0.address).inserted }
    }

    private func enclosure(_ file: LinkDraft) -> Enclosure? {
        address(file).map { Enclosure(address: $0, type: Line(nonEmpty: file.type), length: file.length) }
    }

    // MARK: Parts

    private func address(_ link: LinkDraft) -> WebAddress? {
        WebAddress(link.address, relativeTo: bases[link.base])
    }

    private func line(_ text: TextDraft?) -> Line? {
        guard let text else { return nil }
        let plain =
            text.kind == .html ? PlainText.of(text.bytes) : String(decoding: text.bytes, as: UTF8.self)
        return Line(nonEmpty: plain)
    }

    private func body(_ text: TextDraft?) -> String? {
        guard let text else { return nil }
        if text.kind == .html {
            let html = BodySanitizer.sanitize(text.bytes, base: bases[text.base])
            return html.isEmpty ? nil : html
        }
        return EntryParts.html(plain: text.bytes)
    }

    private func authors(_ people: [(person: PersonDraft, rank: Int)]) -> [Author] {
        guard let best = people.map(\.rank).min() else { return [] }
        var authors: [Author] = []
        for (person, rank) in people where rank == best {
            guard let author = EntryParts.author(person), !authors.contains(author) else { continue }
            authors.append(author)
        }
        if authors.isEmpty { return self.authors(people.filter { $0.rank > best }) }
        return authors
    }

    /// Each `xml:base` against the one around it; the outermost against the feed's own address.
    private static func resolve(_ draft: FeedDraft, base: WebAddress?) -> [WebAddress?] {
        var resolved: [WebAddress?] = []
        resolved.reserveCapacity(draft.bases.count)
        for (index, found) in draft.bases.enumerated() {
            if index == 0 {
                resolved.append(base ?? ownAddress(draft))
            } else {
                let outer = resolved[found.outer]
                resolved.append(WebAddress(found.address, relativeTo: outer) ?? outer)
            }
        }
        return resolved
    }

    private static func ownAddress(_ draft: FeedDraft) -> WebAddress? {
        let own = draft.links.first { $0.relation == "self" }.flatMap { WebAddress($0.address) }
        return own ?? draft.plainLink.flatMap { WebAddress($0.address) }
            ?? LinkChoice.page(among: draft.links).flatMap { WebAddress($0.address) }
    }
}
