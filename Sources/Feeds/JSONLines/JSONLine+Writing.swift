import News

extension JSONLine {
    /// An article as one line without its line feed, with all that is known of it; absent parts are left out.
    ///
    /// The keys of the contract of `import` come first, so that other programs need no more than those; `read` gives
    /// back what was written. The body passes the sanitiser as it will when it is read.
    public static func write(_ imported: ImportedArticle) -> [UInt8] {
        var json = JSONWriter()
        let article = imported.article
        json.open("{")
        json.present("url", article.address?.text)
        json.member("title", article.headline.text)
        json.time("published", article.published)
        json.member("feed", imported.source.title.text)
        json.member("html", BodySanitizer.sanitize(Array(article.html.utf8), base: nil))
        json.member("identity", article.identity)
        json.object("source") { write(imported.source, &$0) }
        json.present("dek", article.dek?.text)
        json.parts("authors", article.authors) { author, json in
            json.member("name", author.name.text)
            json.present("url", author.page?.text)
            json.present("bio", author.biography?.text)
        }
        json.time("modified", article.updated)
        json.texts("breadcrumbs", article.sections)
        json.texts("categories", article.categories)
        json.present("language", article.language?.text)
        json.present("leadImage", article.leadImage?.text)
        json.parts("enclosures", article.enclosures) { file, json in
            json.member("url", file.address.text)
            json.present("type", file.type?.text)
            if let length = file.length { json.member("length", number: length) }
        }
        json.parts("related", article.recentNews) { item, json in
            json.member("title", item.title.text)
            json.present("url", item.address?.text)
        }
        json.member("read", flag: imported.isRead)
        json.member("starred", flag: imported.isStarred)
        json.texts("tags", imported.tags.map { Line($0.name) })
        json.time("moment", imported.moment)
        json.close("}")
        return json.utf8
    }

    private static func write(_ source: SourceIdentity, _ json: inout JSONWriter) {
        json.present("address", source.address?.text)
        json.member("title", source.title.text)
        json.present("link", source.link?.text)
        json.present("folder", source.folder)
        json.member("subscribed", flag: source.isSubscribed)
    }
}

extension JSONWriter {
    /// A text, where there is one.
    fileprivate mutating func present(_ name: String, _ text: String?) {
        if let text { member(name, text) }
    }

    /// A moment that four digits of a year can name, which is what can be read again.
    fileprivate mutating func time(_ name: String, _ moment: Timestamp?) {
        guard let moment, (0...9_999).contains(moment.utc.year) else { return }
        member(name, moment.iso8601)
    }

    fileprivate mutating func texts(_ name: String, _ lines: [Line]) {
        if !lines.isEmpty { list(name, lines) { line, json in json.value(line.text) } }
    }

    /// A list of objects, where there are any.
    fileprivate mutating func parts<Part>(
        _ name: String, _ parts: [Part], _ write: (Part, inout JSONWriter) -> Void
    ) {
        guard !parts.isEmpty else { return }
        list(name, parts) { part, json in
            json.open("{")
            write(part, &json)
            json.close("}")
        }
    }
}
