import Markup
import News

/// Makes a draft into values that are safe to show and to open: addresses absolute, titles plain, bodies
/// sanitised.
struct FeedFinisher {
    /// The absolute address of each base of the draft.
    private let bases: [WebAddress?]
    private let isAtom: Bool

    /// The feed and its entries; warnings are the caller's.
    static func finish(_ draft: FeedDraft, base: WebAddress?) -> ParsedFeed {
        let finisher = FeedFinisher(bases: resolve(draft, base: base), isAtom: draft.format.isAtom)
        let feedAuthors = finisher.authors(draft.authors)
        var parsed = ParsedFeed(format: draft.format, feed: finisher.feed(draft), entries: [], warnings: [])
        parsed.entries.reserveCapacity(draft.entries.count)
        for found in draft.entries { parsed.entries.append(finisher.entry(found, feedAuthors: feedAuthors)) }
        parsed.hints = draft.hints
        parsed.hints.updateInterval = UpdateHints.updateInterval(
            period: draft.updatePeriod, frequency: draft.updateFrequency.flatMap { Int($0) })
        parsed.hub = finisher.address(draft.links.first { $0.relation == "hub" })
        parsed.olderEntries = finisher.address(draft.links.first { LinkChoice.older.contains($0.relation) })
        return parsed
    }

    private func feed(_ draft: FeedDraft) -> News.Feed {
        var feed = News.Feed()
        feed.title = line(draft.title.value)
        feed.description = line(draft.description.value)
        feed.language = Line(nonEmpty: draft.language.value)
        feed.updated = date(draft.updated.value)
        feed.link = address(draft.plainLink) ?? address(LinkChoice.page(among: draft.links))
        feed.address = address(draft.links.first { $0.relation == "self" })
        return feed
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
        entry.published = date(found.published.value)
        entry.updated = date(found.updated.value)
        entry.summary = body(found.summary.value)
        entry.content = body(found.content.value)
        entry.categories = EntryParts.categories(found.categories)
        entry.enclosures = enclosures(
            found.enclosures.isEmpty ? found.mediaFiles.filter(\.isPlayable) : found.enclosures)
        entry.leadImage = address(found.thumbnail.value)
        entry.commentsLink = address(found.comments ?? LinkChoice.replies(among: found.links))
        entry.language = Line(nonEmpty: found.language)
        entry.id = identity(of: found, entry)
        return entry
    }

    private func link(of found: EntryDraft) -> WebAddress? {
        if let link = address(found.plainLink) { return link }
        let chosen = address(LinkChoice.page(among: found.links))
        if isAtom { return chosen ?? found.id.value.flatMap { WebAddress($0) } }
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

    private func address(_ link: LinkDraft?) -> WebAddress? {
        guard let link else { return nil }
        return LooseAddress.read(link.address, base: bases[link.base])
    }

    private func date(_ text: String?) -> Timestamp? {
        guard let text else { return nil }
        return FeedDate.read(text)
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
            let html = BodySanitizer.sanitize(
                PlainBody.typed(text.bytes) ?? text.bytes, base: bases[text.base])
            return html.isEmpty ? nil : html
        }
        return PlainBody.html(text.bytes)
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
