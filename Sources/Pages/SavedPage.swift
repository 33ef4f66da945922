import Markup
import News

public struct SavedPage: Sendable, Hashable {
    public var article: Article
    public var siteName: Line?
    public init(article: Article, siteName: Line? = nil) {
        self.article = article
        self.siteName = siteName
    }
}
public enum PageReader {
    public static func read(_ bytes: [UInt8], address: WebAddress? = nil) -> SavedPage? { nil }
}
public enum PageTextDump { public static func read(_ bytes: [UInt8]) -> SavedPage? { nil } }
