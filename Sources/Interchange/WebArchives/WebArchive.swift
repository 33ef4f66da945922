import Feeds
import News
import Packing
import Pages

/// Reads the pages of a web archive (WARC, ISO 28500), packed member by member or not, in bounded memory.
public struct WebArchive: ~Copyable {
    /// What a record of an archive is.
    public enum Record: Sendable {
        /// An article.
        case article(ImportedArticle)
        /// Something that is no page: a request, a picture, a page that was not there.
        case other
        /// A page in which no article was found, as a front page has none.
        case withoutArticle(address: String)
        /// A record that cannot be read.
        case unreadable(address: String, reason: String)
    }

    /// How many records were begun.
    public private(set) var count = 0
    private var lines: LineReader

    /// An archive in an open file.
    public init(_ lines: consuming LineReader) { self.lines = lines }

    /// The next record; nothing at the end.
    ///
    /// - Throws: `PackingError` where the packed data is damaged; nothing can be read behind that.
    public mutating func next() throws(PackingError) -> Record? {
        // Records are parted by empty lines; what else stands there is passed over to the next beginning.
        while let line = try lines.nextLine() {
            guard line.starts(with: Array("WARC/".utf8)) else { continue }
            count += 1
            return try record()
        }
        return nil
    }

    private mutating func record() throws(PackingError) -> Record {
        var fields: [[UInt8]] = []
        while let line = try lines.nextLine(), !line.isEmpty {
            if fields.count < Limits.webHeaderLines { fields.append(line) }
        }
        var rest = fields[...]
        let header = MailHeader(&rest)
        let address = (header.text("warc-target-uri") ?? "").filter { !"<>".contains($0) }
        guard let length = header.text("content-length").flatMap({ Int($0) }), length >= 0 else {
            return .unreadable(address: address, reason: "this record does not say how long it is")
        }
        let isAnswer =
            header.word("warc-type") == "response" && header.word("content-type") == "application/http"
        let block = try lines.nextBytes(length, keeping: isAnswer ? Limits.webRecord : 0)
        guard isAnswer else { return .other }
        guard block.count == length else {
            return .unreadable(
                address: address,
                reason: length > Limits.webRecord
                    ? "this record is too long" : "the archive ends inside this record")
        }
        return WebArchive.read(block, address: address, date: header.text("warc-date"))
    }

    private static func read(_ block: [UInt8], address: String, date: String?) -> Record {
        do {
            let answer = try HTTPAnswer(block)
            guard answer.status == 200, answer.isPage else { return .other }
            let location = WebAddress(address)
            guard var page = PageReader.read(try answer.page(), address: location) else {
                return .withoutArticle(address: address)
            }
            if let location { page.article.address = page.article.address ?? location }
            let name = page.siteName ?? location.map { Line($0.host) } ?? "Saved pages"
            return .article(
                ImportedArticle(
                    article: page.article, source: SourceIdentity(title: name),
                    moment: page.article.published == nil ? date.flatMap(FeedDate.read) : nil))
        } catch {
            return .unreadable(address: address, reason: "\(error)")
        }
    }
}
