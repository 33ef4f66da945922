import Feeds
import Markup
import News

extension Target {
    /// Feeds in XML, and the reader of events below them.
    static let xml = Target(name: "xml") { bytes in
        let text = DecodedText(bytes)
        var reader = XMLReader(utf8: text.utf8)
        var events = 0
        while reader.next() != .finish {
            events += 1
            promise(events <= 2 * text.utf8.count + 2, "the reader does not come to an end")
        }
        if let parsed = try? FeedReader.read(bytes, base: base) { Promises.areKept(by: parsed) }
    }

    /// JSON Feeds, and records of JSON Lines.
    static let json = Target(name: "json") { bytes in
        if let parsed = try? FeedReader.read(bytes, base: base) { Promises.areKept(by: parsed) }
        guard let record = try? JSONLine.read(bytes) else { return }
        Promises.areKept(by: record.article)
        let written = JSONLine.write(record)
        let again = try? JSONLine.read(written)
        promise(again?.article == record.article, "a record is read differently after it was written")
    }

    /// Lists of subscriptions; what was read is read again from what is written.
    static let opml = Target(name: "opml") { bytes in
        guard let list = try? OPML.read(bytes, base: base) else { return }
        for source in list.sources { Promises.leadsIntoTheWeb(source.address) }
        for refused in list.refused { Promises.isCalm(refused.text) }
        let again = try? OPML.read(Array(OPML.write(list).utf8))
        // A source without a name is written with its address for one.
        let named = list.sources.map { source in
            var source = source
            if source.title == nil { source.title = Line(source.address.text) }
            return source
        }
        promise(
            again.map { Set($0.sources) } == Set(named), "a list is read differently after it was written")
    }

    /// The dates of feeds; what a date means stays the same once it is written in the usual way.
    static let dates = Target(name: "dates") { bytes in
        guard let moment = FeedDate.read(String(decoding: bytes, as: UTF8.self)) else { return }
        promise(FeedDate.read(moment.iso8601) == moment, "\(moment.iso8601) is read as another moment")
    }

    static let base = WebAddress("https://feeds.example/news/feed.xml")
}
