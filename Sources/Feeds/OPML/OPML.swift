import Markup
import News

/// Reads and writes lists of subscriptions (OPML 1 and 2, opml.org/spec2).
///
/// Only addresses of the web are taken: a list is a stranger's file, and other readers were made to run
/// commands by one. Everything else is listed as refused.
public enum OPML {
    /// The subscriptions of a list.
    public static func read(_ bytes: [UInt8], base: WebAddress? = nil) throws(FeedError) -> Subscriptions {
        if bytes.count > Limits.documentBytes { throw .tooLarge }
        let text = DecodedText(bytes)
        if DocumentKind(of: text.utf8) == .nothing { throw .empty }
        var reader = OPMLReader(utf8: text.utf8, base: base)
        reader.read()
        guard reader.foundRoot else { throw .noSubscriptionList }
        return reader.subscriptions
    }

    /// A list as OPML 2, with folders as nested outlines, in the order of the list.
    public static func write(_ subscriptions: Subscriptions) -> String {
        OPMLWriter.write(subscriptions)
    }
}
