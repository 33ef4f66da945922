import News
import Typesetting

/// The lines of some blocks as text, as the expected pictures of these tests show them.
func picture(_ blocks: [Block], width: Int = 40, options: Typesetter.Options = .init()) -> String {
    var typesetter = Typesetter(blocks: blocks, width: width, options: options)
    return typesetter.allLines().map(\.text).joined(separator: "\n")
}

extension Block {
    static func text(_ text: String) -> Block { .paragraph([.text(Prose(text))]) }

    static func bullets(_ items: [Block]...) -> Block {
        .list(.init(marker: .bullet, items: items.map { .init(number: 0, blocks: $0) }))
    }

    static func numbers(_ marker: List.Marker, from first: Int, _ items: [Block]...) -> Block {
        .list(
            .init(marker: marker, items: items.enumerated().map { .init(number: first + $0, blocks: $1) }))
    }

    static func rows(_ rows: [String]..., head: Bool = true, caption: [Inline] = []) -> Block {
        let made = rows.enumerated().map { number, cells in
            Table.Row(cells: cells.map { .init(content: [.text(Prose($0))]) }, isHead: head && number == 0)
        }
        return .table(Table(caption: caption, rows: made))
    }
}

extension Inline {
    static func plain(_ text: String) -> Inline { .text(Prose(text)) }

    static func link(_ text: String, _ address: String) -> Inline {
        WebAddress(address).map { .link([.plain(text)], $0) } ?? .plain(text)
    }
}
