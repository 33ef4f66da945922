import Markup
import News

/// Reads JSON Feed 1 and 1.1 (jsonfeed.org), item by item: what one item has wrong costs only that.
enum JSONFeedReader {
    static func read(_ text: DecodedText, base: WebAddress?) throws(FeedError) -> ParsedFeed {
        var reader = JSONReader(utf8: text.utf8)
        guard let whole = reader.read(), let items = whole["items"]?.elements else { throw .otherJSON }
        var draft = FeedDraft()
        let version = whole["version"]?.text ?? ""
        draft.format =
            version.contains("1.1") || (version.isEmpty && whole["authors"] != nil) ? .json11 : .json10
        offer(title: whole["title"], &draft.title)
        offer(whole["description"], plain: &draft.description)
        if let language = whole["language"]?.text { draft.language.offer(language, rank: 0) }
        if let home = link(whole["home_page_url"]) { draft.plainLink = home }
        if var own = link(whole["feed_url"]) {
            own.relation = "self"
            draft.links.append(own)
        }
        draft.authors = people(whole)
        for item in items.prefix(Limits.entries) {
            if case .object = item { draft.entries.append(entry(item)) }
        }
        if var next = link(whole["next_url"]) {
            next.relation = "next"
            draft.links.append(next)
        }
        var parsed = FeedFinisher.finish(draft, base: base)
        parsed.warnings = Warnings.lines(text: text.repair, isFull: items.count > Limits.entries)
        if reader.isRepaired { parsed.warnings.append("the JSON is damaged") }
        return parsed
    }

    private static func entry(_ item: JSONValue) -> EntryDraft {
        var entry = EntryDraft()
        if let id = item["id"]?.text { entry.id.offer(id, rank: 0) }
        offer(title: item["title"], &entry.title)
        offer(item["summary"], plain: &entry.summary)
        if let html = item["content_html"]?.text, !html.isEmpty {
            entry.content.offer(TextDraft(bytes: Array(html.utf8), kind: .html, base: 0), rank: 0)
        }
        offer(item["content_text"], plain: &entry.content, rank: 1)
        entry.plainLink = link(item["url"]) ?? link(item["external_url"])
        if let date = item["date_published"]?.text { entry.published.offer(date, rank: 0) }
        if let date = item["date_modified"]?.text { entry.updated.offer(date, rank: 0) }
        if let image = link(item["image"]) ?? link(item["banner_image"]) {
            entry.thumbnail.offer(image, rank: 0)
        }
        entry.language = item["language"]?.text ?? ""
        entry.authors = people(item)
        entry.categories = (item["tags"]?.elements ?? []).prefix(Limits.partsPerEntry).compactMap(\.text)
        entry.enclosures = (item["attachments"]?.elements ?? []).prefix(Limits.partsPerEntry).compactMap(
            attachment)
        return entry
    }

    private static func attachment(_ value: JSONValue) -> LinkDraft? {
        guard var file = link(value["url"]) else { return nil }
        file.type = value["mime_type"]?.text ?? ""
        file.length = value["size_in_bytes"]?.text.flatMap(XMLFeedReader.length)
        return file
    }

    private static func people(_ value: JSONValue) -> [(person: PersonDraft, rank: Int)] {
        let listed = value["authors"]?.elements ?? []
        let all = listed.isEmpty ? [value["author"]].compactMap { $0 } : listed
        return all.prefix(Limits.partsPerEntry).map { author in
            (PersonDraft(name: author["name"]?.text ?? author.text ?? "", page: author["url"]?.text ?? ""), 0)
        }
    }

    private static func link(_ value: JSONValue?) -> LinkDraft? {
        guard let text = value?.text, !Line(text).isEmpty else { return nil }
        return LinkDraft(address: text, base: 0)
    }

    /// A title is plain text, but the programs that write feeds leave their references in it.
    private static func offer(title value: JSONValue?, _ title: inout Ranked<TextDraft>) {
        guard let text = value?.text, !Line(text).isEmpty else { return }
        let decoded = PlainText.decodingReferences(Array(text.utf8))
        title.offer(TextDraft(bytes: decoded, kind: .plain, base: 0), rank: 0)
    }

    private static func offer(_ value: JSONValue?, plain: inout Ranked<TextDraft>, rank: Int = 0) {
        guard let text = value?.text, !Line(text).isEmpty else { return }
        plain.offer(TextDraft(bytes: Array(text.utf8), kind: .plain, base: 0), rank: rank)
    }
}
