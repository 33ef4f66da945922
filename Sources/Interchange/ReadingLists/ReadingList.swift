import Feeds
import News

/// Which service's export of saved pages a table is, by its first record.
///
/// Pocket, Instapaper and Readwise Reader write one record a page, each with columns of its own.
public struct ReadingList: Sendable {
    /// Why a record cannot be kept.
    public struct Unreadable: Error, Sendable, Equatable, CustomStringConvertible {
        /// A few words.
        public let description: String
    }

    /// The service.
    public enum Service: String, Sendable, CaseIterable {
        /// `title,url,time_added,tags,status`.
        case pocket = "Pocket"
        /// `URL,Title,Selection,Folder,Timestamp`.
        case instapaper = "Instapaper"
        /// `Title,URL,ID,Document tags,Saved date,Reading progress,Location,Seen`.
        case readwise = "Readwise"
        /// Any other table with a column `url`.
        case other = "Saved pages"
    }

    /// Whose export it is.
    public let service: Service
    private let columns: [String: Int]

    /// A list by the names of its columns; nothing where none of them is an address.
    public init?(header: [String]) {
        var columns: [String: Int] = [:]
        for (index, name) in header.enumerated() {
            let name = Line(name).text.lowercased()
            if columns[name] == nil { columns[name] = index }
        }
        guard columns["url"] != nil else { return nil }
        self.columns = columns
        service =
            if columns["time_added"] != nil {
                .pocket
            } else if columns["folder"] != nil, columns["timestamp"] != nil {
                .instapaper
            } else if columns["saved date"] != nil || columns["document tags"] != nil {
                .readwise
            } else {
                .other
            }
    }

    /// The page a record names.
    ///
    /// - Throws: `Unreadable` with the reason.
    public func article(_ record: TableRecords.Record) throws(Unreadable) -> ImportedArticle {
        if record.isBroken { throw Unreadable(description: "a quotation mark is never closed") }
        let fields = record.fields
        func field(_ names: String...) -> String {
            for name in names {
                if let index = columns[name], index < fields.count, !fields[index].isEmpty {
                    return fields[index]
                }
            }
            return ""
        }
        guard let url = Line(nonEmpty: field("url")) else {
            throw Unreadable(description: "this record has no address")
        }
        guard let address = WebAddress(url.text) else {
            throw Unreadable(description: "“\(url.text.prefix(60))” is no address of the web")
        }
        var item = ForeignItem()
        item.address = address.text
        item.title = field("title")
        // An address in place of a title is what these services write where they found none.
        if item.title == url.text { item.title = nil }
        item.author = field("author")
        item.text = field("selection")
        guard let article = item.article else {
            throw Unreadable(description: "this record has nothing to keep")
        }
        let place = field("status", "folder", "location").lowercased()
        let tags = ReadingList.tags(field("tags", "document tags")) + folderTag(place)
        return ImportedArticle(
            article: article, source: SourceIdentity(title: Line(service.rawValue)),
            isRead: ["archive", "archived", "read", "1"].contains(place)
                || field("seen").lowercased() == "true" && place != "new" && place != "later",
            isStarred: ["starred", "favorite", "favourite", "favorites", "liked"].contains(place)
                || ["1", "true"].contains(field("favorite", "favourite", "starred").lowercased()),
            tags: tags,
            moment: ReadingList.moment(field("time_added", "timestamp", "saved date", "date")))
    }

    /// Instapaper's folders are a person's own, but for three.
    private func folderTag(_ folder: String) -> [Tag] {
        guard service == .instapaper, !["unread", "archive", "starred", ""].contains(folder) else {
            return []
        }
        return Tag(folder).map { [$0] } ?? []
    }

    /// `a|b`, `a,b`, `["a","b"]` and `['a', 'b']`.
    static func tags(_ text: String) -> [Tag] {
        let inner = text.filter { !"[]\"'".contains($0) }
        var tags: [Tag] = []
        for name in inner.split(whereSeparator: { $0 == "|" || $0 == "," }).prefix(Limits.categories) {
            if let tag = Tag(String(name).trimmingSpaces), !tags.contains(tag) { tags.append(tag) }
        }
        return tags.sorted()
    }

    /// Seconds since 1970, or a date as people write it.
    static func moment(_ text: String) -> Timestamp? {
        if let seconds = Int64(text), seconds > 0, seconds < 253_402_300_800 {
            return Timestamp(seconds: seconds)
        }
        return text.isEmpty ? nil : FeedDate.read(text)
    }
}
