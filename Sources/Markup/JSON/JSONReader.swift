/// Reads JSON (RFC 8259) as far as it goes: what is cut off is closed, what makes no sense is passed over.
///
/// No recursion; depth and number of values are bounded, and what goes beyond is left out.
public struct JSONReader {
    /// Whether anything had to be put right.
    public private(set) var isRepaired = false

    private let bytes: [UInt8]
    private var index = 0
    private var open: [Container] = []
    private var result: JSONValue?
    private var values = 0

    private struct Container {
        var isObject: Bool
        var elements: [JSONValue] = []
        var members: [JSONMember] = []
        var name: String?
    }

    /// A reader of a text that is valid UTF-8.
    public init(utf8 bytes: [UInt8]) { self.bytes = bytes }

    /// The value the text begins with; nothing if it begins with none.
    public mutating func read() -> JSONValue? {
        while index < bytes.count, result == nil {
            step()
        }
        if result == nil, !open.isEmpty { isRepaired = true }
        while result == nil, !open.isEmpty { close() }
        return result
    }

    private mutating func step() {
        let byte = bytes[index]
        switch byte {
        case UInt8(ascii: "{"), UInt8(ascii: "["): enter(isObject: byte == UInt8(ascii: "{"))
        case UInt8(ascii: "}"), UInt8(ascii: "]"):
            index += 1
            leave(isObject: byte == UInt8(ascii: "}"))
        case UInt8(ascii: "\""): takeString()
        case UInt8(ascii: ","), UInt8(ascii: ":"), 0x20, 0x09, 0x0A, 0x0D: index += 1
        default: takeWord()
        }
    }

    // MARK: Containers

    private mutating func enter(isObject: Bool) {
        guard open.count < Limits.jsonDepth, values < Limits.jsonValues else {
            isRepaired = true
            skipNested()
            return
        }
        index += 1
        open.append(Container(isObject: isObject))
    }

    private mutating func leave(isObject: Bool) {
        guard let last = open.last else { return }
        guard last.isObject == isObject else {
            isRepaired = true
            // `[{"a":1]`: the object was never closed.
            if open.count > 1, open[open.count - 2].isObject == isObject {
                close()
                close()
            }
            return
        }
        close()
    }

    private mutating func close() {
        guard let container = open.popLast() else { return }
        put(container.isObject ? .object(container.members) : .array(container.elements))
    }

    private mutating func put(_ value: JSONValue) {
        values += 1
        guard let last = open.indices.last else {
            result = value
            return
        }
        guard open[last].isObject else {
            open[last].elements.append(value)
            return
        }
        if let name = open[last].name {
            open[last].members.append(JSONMember(name: name, value: value))
            open[last].name = nil
        } else if case .string(let name) = value {
            open[last].name = name
        } else {
            isRepaired = true
        }
    }

    /// Passes over a value that is nested too deeply.
    private mutating func skipNested() {
        var depth = 0
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
            case UInt8(ascii: "\""): skipString()
            default: break
            }
            index += 1
            if depth <= 0 { break }
        }
        put(.null)
    }

    private mutating func skipString() {
        index += 1
        while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
            index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
        }
    }

    // MARK: Words

    private mutating func takeWord() {
        let start = index
        while index < bytes.count, !endsWord(bytes[index]) { index += 1 }
        if index == start { index += 1 }
        let word = String(decoding: bytes[start..<index], as: UTF8.self)
        switch word {
        case "null": put(.null)
        case "true": put(.bool(true))
        case "false": put(.bool(false))
        default:
            if let first = word.utf8.first, first.isASCIIDigit || first == UInt8(ascii: "-") {
                put(.number(word))
            } else {
                isRepaired = true
                if open.last?.name != nil { put(.null) }
            }
        }
    }

    private func endsWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "\""), 0x20, 0x09, 0x0A, 0x0D: true
        case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "}"), UInt8(ascii: "]"): true
        default: false
        }
    }

    // MARK: Strings

    private mutating func takeString() {
        index += 1
        var text: [UInt8] = []
        while index < bytes.count {
            let run = index
            while index < bytes.count, bytes[index] != UInt8(ascii: "\""), bytes[index] != UInt8(ascii: "\\")
            {
                index += 1
            }
            text.append(contentsOf: bytes[run..<index])
            guard index < bytes.count else {
                isRepaired = true
                break
            }
            index += 1
            if bytes[index - 1] == UInt8(ascii: "\"") { break }
            takeEscape(into: &text)
        }
        put(.string(String(decoding: text, as: UTF8.self)))
    }

    private mutating func takeEscape(into text: inout [UInt8]) {
        guard index < bytes.count else { return }
        let byte = bytes[index]
        index += 1
        switch byte {
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "b"), UInt8(ascii: "f"): text.append(0x20)
        case UInt8(ascii: "u"): takeUnicodeEscape(into: &text)
        default: text.append(byte)
        }
    }

    private mutating func takeUnicodeEscape(into text: inout [UInt8]) {
        guard let unit = hexadecimalUnit(at: index) else {
            isRepaired = true
            return
        }
        index += 4
        if (0xD800...0xDBFF).contains(unit), index + 1 < bytes.count, bytes[index] == UInt8(ascii: "\\"),
            bytes[index + 1] == UInt8(ascii: "u"), let low = hexadecimalUnit(at: index + 2),
            (0xDC00...0xDFFF).contains(low)
        {
            index += 6
            text.append(Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)) ?? "\u{FFFD}")
            return
        }
        text.append(Unicode.Scalar(unit) ?? "\u{FFFD}")
    }

    private func hexadecimalUnit(at start: Int) -> UInt32? {
        guard start + 4 <= bytes.count else { return nil }
        var value: UInt32 = 0
        for offset in 0..<4 {
            guard let digit = bytes[start + offset].hexadecimalValue else { return nil }
            value = value << 4 | UInt32(digit)
        }
        return value
    }
}
