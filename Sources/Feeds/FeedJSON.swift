import News

/// A parsed feed as one line of JSON, the contract of `tidings parse`.
public enum FeedJSON {
    /// The line, without a line feed.
    public static func line(_ file: String, _ result: Result<ParsedFeed, FeedError>) -> String {
        var json = JSONWriter()
        json.open("{")
        json.member("file", file)
        switch result {
        case .failure(let error): json.member("error", error.description)
        case .success(let parsed): write(parsed, &json)
        }
        json.close("}")
        return json.text
    }

    private static func write(_ parsed: ParsedFeed, _ json: inout JSONWriter) {
        json.member("format", parsed.format.rawValue)
        json.member("title", parsed.feed.title?.text)
        json.member("link", parsed.feed.link?.text)
        json.member("description", parsed.feed.description?.text)
        json.member("language", parsed.feed.language?.text)
        json.member("updated", parsed.feed.updated?.iso8601)
        json.list("entries", parsed.entries) { entry, json in write(entry, &json) }
        json.list("warnings", parsed.warnings) { line, json in json.value(line.text) }
    }

    private static func write(_ entry: Entry, _ json: inout JSONWriter) {
        json.open("{")
        json.member("id", entry.id)
        json.member("title", entry.title?.text)
        json.member("link", entry.link?.text)
        json.member("author", Line(nonEmpty: entry.authors.map(\.name.text).joined(separator: ", "))?.text)
        json.member("published", entry.published?.iso8601)
        json.member("updated", entry.updated?.iso8601)
        json.member("summary", entry.summary)
        json.member("content", entry.content)
        json.list("categories", entry.categories) { line, json in json.value(line.text) }
        json.list("enclosures", entry.enclosures) { file, json in
            json.open("{")
            json.member("url", file.address.text)
            json.member("type", file.type?.text)
            json.member("length", number: file.length)
            json.close("}")
        }
        json.close("}")
    }
}
