import Canvas
import Screen

/// A style as the configuration writes it: `"#87d7ff on 236 bold"`, `"bright-yellow underline"`, `245`.
enum StyleText {
    /// Why a text is no style.
    enum Fault: Error, Equatable {
        /// A word that is no colour and no attribute.
        case unknown(String)
        /// `on` without a colour after it, or a second colour.
        case misplaced(String)
    }

    /// What a text says.
    ///
    /// - Throws: `Fault`.
    static func change(_ text: String) throws(Fault) -> Theme.Change {
        var change = Theme.Change()
        var words = text.split(separator: " ").map(String.init)[...]
        while let word = words.popFirst() {
            if word == "on" {
                guard let name = words.popFirst(), change.background == nil else { throw .misplaced(word) }
                guard let color = color(name) else { throw .unknown(name) }
                change.background = color
            } else if let attribute = attributes[word] {
                change.attributes = (change.attributes ?? []).union(attribute)
            } else if let color = color(word) {
                guard change.foreground == nil else { throw .misplaced(word) }
                change.foreground = color
            } else {
                throw .unknown(word)
            }
        }
        return change
    }

    /// A colour: `#87d7ff`, `#8df`, `0` to `255`, or a name.
    static func color(_ text: String) -> Color? {
        if text == "default" { return .default }
        if let number = UInt8(text) { return .palette(number) }
        if let number = names.firstIndex(of: text.replacing("gray", with: "grey")) {
            return .palette(UInt8(number))
        }
        guard text.first == "#", let value = UInt32(text.dropFirst(), radix: 16) else { return nil }
        switch text.count {
        case 7: return .rgb(value)
        case 4: return .rgb((value >> 8 & 15) * 0x11_0000 | (value >> 4 & 15) * 0x1100 | (value & 15) * 0x11)
        default: return nil
        }
    }

    /// The text of a style.
    static func text(_ change: Theme.Change) -> String {
        var words: [String] = []
        if let color = change.foreground { words.append(text(color)) }
        if let color = change.background { words += ["on", text(color)] }
        if let set = change.attributes {
            let names = attributes.filter { !$0.value.isEmpty && set.contains($0.value) }.keys.sorted()
            words += names.isEmpty ? ["plain"] : names
        }
        return words.joined(separator: " ")
    }

    /// The text of a colour.
    static func text(_ color: Color) -> String {
        switch color.code >> 24 {
        case 0: return "default"
        case 1: return String(color.code & 0xFF)
        default:
            let digits = String(color.code & 0xFF_FFFF, radix: 16)
            return "#" + String(repeating: "0", count: 6 - digits.count) + digits
        }
    }

    /// The first sixteen of the palette.
    static let names = [
        "black", "red", "green", "yellow", "blue", "magenta", "cyan", "white", "bright-black", "bright-red",
        "bright-green", "bright-yellow", "bright-blue", "bright-magenta", "bright-cyan", "bright-white",
    ]

    /// What is set beside colours; `plain` takes away what the base had.
    static let attributes: [String: Style.Attributes] = [
        "bold": .bold, "dim": .dim, "italic": .italic, "underline": .underline, "reverse": .reverse,
        "plain": [],
    ]
}
