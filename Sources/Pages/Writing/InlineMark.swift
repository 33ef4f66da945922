import Markup
import News

/// An inline element that is written with the text: emphasis, code, a link.
struct InlineMark {
    let element: Int
    let name: String
    var attributes: [(String, String)] = []

    /// The mark an element comes to; nil for one that says nothing.
    init?(_ body: PageBody, _ index: Int, base: WebAddress?) {
        element = index
        switch body.elements[index].tag {
        case .b, .strong: name = "strong"
        case .i, .em, .dfn: name = "em"
        case .cite: name = "cite"
        case .code, .kbd, .samp, .tt: name = "code"
        case .sub: name = "sub"
        case .sup: name = "sup"
        case .s, .del, .strike: name = "del"
        case .q: name = "q"
        case .a:
            guard let target = body.attribute("href", ofElement: index),
                let address = InlineMark.address(target, base)
            else { return nil }
            name = "a"
            attributes = [("href", address)]
        default: return nil
        }
    }

    /// A web address, or a mail address without subject and text.
    private static func address(_ target: String, _ base: WebAddress?) -> String? {
        let target = target.trimmed(of: " \t\n\r")
        guard !target.hasPrefix("#") else { return nil }
        if target.lowercased().hasPrefix("mailto:") {
            let mail = target.dropFirst(7).prefix { $0 != "?" }
            let isPlain = mail.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"\"<>&'".utf8.contains($0) }
            return isPlain && mail.contains("@") ? "mailto:" + mail : nil
        }
        return WebAddress(target, relativeTo: base)?.text
    }
}
