import Canvas
import News

/// The markers of a list, as wide as the widest of them.
struct ListMarkers: Sendable {
    let texts: [String]
    /// Cells of the widest.
    let width: Int

    /// Bullets of a depth, or the numbers the items show.
    init(_ list: Block.List, bullet: String) {
        switch list.marker {
        case .bullet: texts = list.items.map { _ in bullet }
        default: texts = list.items.map { ListMarkers.number($0.number, list.marker) + "." }
        }
        width = max(1, list.marker == .bullet ? DisplayWidth.of(bullet) : texts.map(\.utf8.count).max() ?? 1)
    }

    /// Two spaces, the marker set right, a space.
    func line(_ index: Int) -> StyledLine {
        var line = StyledLine()
        let own = DisplayWidth.of(texts[index])
        line.append(String(repeating: " ", count: 2 + width - own), .body, width: 2 + width - own)
        line.append(texts[index], .marker, width: own)
        line.append(" ", .body, width: 1)
        return line
    }

    /// The marker and a space.
    func bareLine(_ index: Int) -> StyledLine {
        var line = StyledLine()
        line.append(texts[index], .marker, width: DisplayWidth.of(texts[index]))
        line.append(" ", .body, width: 1)
        return line
    }

    private static func number(_ number: Int, _ marker: Block.List.Marker) -> String {
        switch marker {
        case .bullet, .decimal: String(number)
        case .lowerLetter: letters(number) ?? String(number)
        case .upperLetter: letters(number)?.uppercased() ?? String(number)
        case .lowerRoman: roman(number) ?? String(number)
        case .upperRoman: roman(number)?.uppercased() ?? String(number)
        }
    }

    /// a…z, aa, ab…; from 1.
    private static func letters(_ number: Int) -> String? {
        guard number > 0 else { return nil }
        var rest = number
        var letters: [UInt8] = []
        while rest > 0 {
            rest -= 1
            letters.append(UInt8(ascii: "a") + UInt8(rest % 26))
            rest /= 26
        }
        return String(decoding: letters.reversed(), as: UTF8.self)
    }

    /// i…mmmcmxcix.
    private static func roman(_ number: Int) -> String? {
        guard (1..<4000).contains(number) else { return nil }
        let values = [
            (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
            (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
        ]
        var rest = number
        var text = ""
        for (value, sign) in values {
            while rest >= value {
                text += sign
                rest -= value
            }
        }
        return text
    }
}
