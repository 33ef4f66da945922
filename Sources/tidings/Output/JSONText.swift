import News

/// A value of JSON that prints as one line; absent values print as `null`, as the contracts want.
indirect enum JSONText: CustomStringConvertible, ExpressibleByStringLiteral {
    case null
    case bool(Bool)
    case integer(Int64)
    case decimal(Double)
    case string(String)
    case list([JSONText])
    case object([(String, JSONText)])

    init(stringLiteral value: String) { self = .string(value) }

    static func text(_ value: String?) -> JSONText { value.map(JSONText.string) ?? .null }
    static func text(_ value: Line?) -> JSONText { text(value?.text) }
    static func text(_ value: WebAddress?) -> JSONText { text(value?.text) }
    static func time(_ value: Timestamp?) -> JSONText { text(value?.iso8601) }
    static func texts(_ values: [Line]) -> JSONText { .list(values.map { .string($0.text) }) }

    var description: String {
        switch self {
        case .null: "null"
        case .bool(let value): value ? "true" : "false"
        case .integer(let value): String(value)
        case .decimal(let value): value.isFinite ? String((value * 100_000).rounded() / 100_000) : "null"
        case .string(let value): JSONText.quoted(value)
        case .list(let values): "[" + values.map(\.description).joined(separator: ",") + "]"
        case .object(let pairs):
            "{" + pairs.map { JSONText.quoted($0) + ":" + $1.description }.joined(separator: ",") + "}"
        }
    }

    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\t": result += "\\t"
            case _ where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value):
                let hex = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
