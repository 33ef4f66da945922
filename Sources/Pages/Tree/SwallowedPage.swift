import Markup

/// Mends pages that a `<title>` without an end has swallowed: to a parser all of the page is its title.
enum SwallowedPage {
    /// Letters of the longest title; a swallowed page is far longer.
    private static let titleLetters = 2000

    /// The page parsed again with the title ended at its first tag; nil if its title is one.
    static func mended(_ document: HTMLDocument, _ page: [UInt8]) -> HTMLDocument? {
        guard let head = document.head,
            let title = document.children(of: head).first(where: { document.tag(of: $0) == .title }),
            document.textContent(of: title).utf8.count > titleLetters, let start = titleStart(page)
        else { return nil }
        guard let end = page[start...].firstIndex(of: UInt8(ascii: "<")) else { return nil }
        return HTMLDocument(parsing: Array(page[..<end]) + Array("</title>".utf8) + page[end...])
    }

    /// The place behind the first `<title>`.
    private static func titleStart(_ page: [UInt8]) -> Int? {
        let tag = Array("<title".utf8)
        for index in page.indices where page[index] == tag[0] && index + tag.count < page.count {
            let matches = tag.indices.dropFirst().allSatisfy { page[index + $0] | 0x20 == tag[$0] }
            guard matches else { continue }
            return page[index...].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 }
        }
        return nil
    }
}
