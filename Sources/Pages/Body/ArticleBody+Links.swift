import News

extension ArticleBody {
    /// The pages that a body links to, each once, in the order of reading.
    public static func links(_ blocks: [Block]) -> [WebAddress] {
        var links: [WebAddress] = []
        var seen: Set<WebAddress> = []
        // A stack instead of recursion: its top is what is read next.
        var waiting = BlockText.inlines(of: blocks).reversed() as [Inline]
        while let inline = waiting.popLast() {
            switch inline {
            case .link(let content, let address):
                if seen.insert(address).inserted { links.append(address) }
                waiting += content.reversed()
            case .strong(let content), .emphasis(let content), .code(let content), .superscript(let content),
                .subscript(let content), .deleted(let content), .quotation(let content),
                .mail(let content, _),
                .ruby(let content, _):
                waiting += content.reversed()
            case .text, .image, .embed, .formula, .lineBreak, .breakOpportunity: break
            }
        }
        return links
    }
}
