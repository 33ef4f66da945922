import News

/// Blocks made by chance from a number, the same ones every time.
struct RandomBlocks {
    private var state: UInt64

    init(seed: Int) { state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

    /// A few blocks nested at most so deep, without preformatted ones.
    mutating func blocks(depth: Int = 3) -> [Block] {
        (0..<(1 + below(3))).map { _ in block(depth: depth) }
    }

    private mutating func below(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(bound))
    }

    private mutating func block(depth: Int) -> Block {
        switch depth > 0 ? below(13) : below(4) {
        case 0, 1: return .paragraph(inlines())
        case 2: return .heading(level: 1 + below(6), inlines())
        case 3: return .rule
        case 4, 5: return list(depth: depth)
        case 6: return .quote(blocks(depth: depth - 1))
        case 7: return .pullQuote(inlines(), attribution: below(2) == 0 ? "a resident" : nil)
        case 8: return .table(.init(caption: inlines(), rows: rows()))
        case 9:
            return .figure(
                alternative: "pier", source: nil, isMarkedDecorative: below(2) == 0, caption: inlines())
        case 10: return .definitions([.init(terms: [inlines()], descriptions: [blocks(depth: depth - 1)])])
        case 11: return .details(summary: inlines(), blocks(depth: depth - 1))
        default: return .group(blocks(depth: depth - 1))
        }
    }

    private mutating func list(depth: Int) -> Block {
        let markers: [Block.List.Marker] = [.bullet, .decimal, .lowerRoman, .upperLetter]
        let start = below(2) == 0 ? 1 : below(2000)
        let items = (0..<below(4)).map {
            Block.List.Item(number: start + $0, blocks: blocks(depth: depth - 1))
        }
        return .list(.init(marker: markers[below(4)], items: items))
    }

    private mutating func rows() -> [Block.Table.Row] {
        (0..<below(5)).map { row in
            let cells = (0..<below(6)).map { _ in Block.Table.Cell(content: inlines(), span: 1 + below(2)) }
            return .init(cells: cells, isHead: row == 0)
        }
    }

    private mutating func inlines(depth: Int = 2) -> [Inline] {
        (0..<below(4)).map { _ in inline(depth: depth) }
    }

    private mutating func inline(depth: Int) -> Inline {
        let words = [
            "ferry ", " the council met", "Donau\u{AD}dampf\u{AD}schiff", "港湾局は「橋」を。", "4\u{A0}500", "👩‍👩‍👧🇳🇴",
            "e\u{301}\u{302}", "0123456789abcdefghijklmnopqrstuvwxyz", "well-known—so", " ", "", "\u{A0}",
            "a\u{200B}b",
        ]
        switch depth > 0 ? below(11) : 0 {
        case 1: return .strong(inlines(depth: depth - 1))
        case 2: return .code(inlines(depth: depth - 1))
        case 3: return .quotation(inlines(depth: depth - 1))
        case 4: return .superscript(inlines(depth: depth - 1))
        case 5:
            return WebAddress("https://example.org/\(below(9))").map { .link(inlines(depth: 1), $0) }
                ?? .lineBreak
        case 6: return .lineBreak
        case 7: return .ruby([.text("港")], reading: inlines(depth: depth - 1))
        case 8: return .deleted(inlines(depth: depth - 1))
        default: return .text(Prose(words[below(words.count)]))
        }
    }
}
