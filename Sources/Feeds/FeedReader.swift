import Markup
import News

/// Reads feeds of every format, whatever state they are in.
public enum FeedReader {
    /// The most bytes a document may have; a caller need not fetch or load more than one beyond it.
    public static let maximumBytes = Limits.documentBytes

    /// What a document says as a feed.
    ///
    /// Anything that can be understood is read, with a warning for each kind of repair; only what is no feed
    /// at all is refused. `base` is where the document came from, `contentType` what its server called it.
    public static func read(
        _ bytes: [UInt8], base: WebAddress? = nil, contentType: String? = nil
    ) throws(FeedError) -> ParsedFeed {
        if bytes.count > maximumBytes { throw .tooLarge }
        if let kind = DocumentKind.packed(bytes) { throw .compressed(kind: kind) }
        let text = DecodedText(bytes, contentType: contentType)
        switch DocumentKind(of: text.utf8) {
        case .nothing: throw .empty
        case .json: return try JSONFeedReader.read(text, base: base)
        case .text: throw DocumentKind.isBinary(text.utf8) ? .binary : .plainText
        case .markup: return try readXML(text, base: base)
        }
    }

    private static func readXML(_ text: DecodedText, base: WebAddress?) throws(FeedError) -> ParsedFeed {
        var reader = XMLFeedReader(utf8: text.utf8)
        reader.read()
        guard reader.foundRoot else { throw reason(reader, text, base: base) }
        var parsed = FeedFinisher.finish(reader.draft, base: base)
        parsed.warnings = Warnings.lines(text: text.repair, xml: reader.reader.repairs, isFull: reader.isFull)
        return parsed
    }

    private static func reason(_ reader: XMLFeedReader, _ text: DecodedText, base: WebAddress?) -> FeedError {
        if reader.isSubscriptionList { return .subscriptionList }
        if reader.isPage || PageFeeds.looksLikePage(text.utf8) {
            return .webPage(feeds: PageFeeds.named(in: text.utf8, base: base))
        }
        guard let root = reader.strangeRoot else {
            return DocumentKind.isBinary(text.utf8) ? .binary : .plainText
        }
        return .otherXML(root: Line(root.prefix.isEmpty ? root.local : root.prefix + ":" + root.local))
    }
}
