import Markup
import News

/// The one way by which a body from anywhere becomes one that may be kept.
public enum SafeBody {
    /// Sanitised HTML of a stranger's; references are resolved against `base`.
    public static func html(_ html: [UInt8], base: WebAddress? = nil) -> String {
        BodySanitizer.sanitize(PlainBody.typed(html) ?? html, base: base)
    }

    /// HTML of plain text: blank lines part paragraphs.
    public static func html(plainText: [UInt8]) -> String { PlainBody.html(plainText) ?? "" }

    /// What is read of a title that may hold markup or references.
    public static func title(_ html: String) -> String { PlainText.of(Array(html.utf8)) }

    /// The same 32 hexadecimal digits for the same texts, for ever.
    public static func digest(of texts: [String]) -> String { Digest.hexadecimal(of: texts) }
}
