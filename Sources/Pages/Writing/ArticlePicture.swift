import Markup
import News

/// A picture among the article's paragraphs.
struct ArticlePicture {
    /// The block it stands before.
    let block: Int
    let address: WebAddress
    let alternative: String
    let caption: String

    /// The pictures that stand among these blocks and belong to the article.
    static func all(_ body: PageBody, blocks: [Int], container: Int, base: WebAddress?) -> [ArticlePicture] {
        guard let first = blocks.first, let last = blocks.last else { return [] }
        var result: [ArticlePicture] = []
        var seen: Set<WebAddress> = []
        for picture in body.pictures where picture.block >= first && picture.block <= last + 1 {
            guard result.count < Limits.pictures, isOfArticle(body, picture, container),
                let address = address(body, picture, base), seen.insert(address).inserted
            else { continue }
            let alternative = body.document.attribute("alt", of: picture.node) ?? ""
            result.append(
                ArticlePicture(
                    block: picture.block, address: address, alternative: Line(alternative).text,
                    caption: caption(body, picture)))
        }
        return result
    }

    func write(to output: inout HTMLOutput) {
        output.open("figure")
        output.open("img", attributes: [("src", address.text), ("alt", alternative)])
        if !caption.isEmpty {
            output.open("figcaption")
            output.add(text: Array(caption.utf8)[...])
            output.close("figcaption")
        }
        output.close("figure")
    }

    private static func isOfArticle(_ body: PageBody, _ picture: PagePicture, _ container: Int) -> Bool {
        guard body.isInside(picture.element, container) || picture.element == container else { return false }
        for name in ["width", "height"] {
            let size = body.document.attribute(name, of: picture.node).flatMap { Int($0) }
            if let size, size < 80 { return false }
        }
        for outer in [picture.element] + Array(body.ancestors(of: picture.element)) where outer > container {
            let element = body.elements[outer]
            switch element.tag {
            case .aside, .nav, .footer, .form: return false
            default: break
            }
            if element.role.contains(.besideText), !element.role.contains(.picture) { return false }
        }
        return true
    }

    /// The address that scripts would load, else the one that stands there.
    private static func address(_ body: PageBody, _ picture: PagePicture, _ base: WebAddress?) -> WebAddress?
    {
        for name in ["data-src", "data-original", "data-lazy-src", "src"] {
            guard let value = body.document.attribute(name, of: picture.node), !value.isEmpty,
                let address = WebAddress(value, relativeTo: base)
            else { continue }
            return address
        }
        return nil
    }

    private static func caption(_ body: PageBody, _ picture: PagePicture) -> String {
        for outer in ([picture.element] + Array(body.ancestors(of: picture.element))).prefix(8)
        where body.elements[outer].tag == .figure {
            let inner = (outer + 1)..<max(outer + 1, body.elements[outer].end)
            guard let caption = inner.first(where: { body.elements[$0].tag == .figcaption }) else {
                return ""
            }
            return Line(body.text(ofElement: caption)).text
        }
        return ""
    }
}
