/// The header fields of an answer, in their order, with values byte for byte.
public struct HeaderFields: Sendable, Hashable {
    private var fields: [Field] = []

    private struct Field: Sendable, Hashable {
        let name: String
        let value: [UInt8]
    }

    /// No fields.
    public init() {}

    /// Fields by name and value, for answers that are made up.
    public init(_ pairs: KeyValuePairs<String, String>) {
        for (name, value) in pairs { add(line: Array("\(name): \(value)".utf8)) }
    }

    /// Takes a line `Name: value`; anything else, and what is too much, is passed over.
    public mutating func add(line: [UInt8]) {
        guard fields.count < Limits.headerFields, let colon = line.firstIndex(of: UInt8(ascii: ":")),
            colon > 0
        else { return }
        let name = line[..<colon]
        guard name.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { return }
        var value = line[(colon + 1)...]
        while let byte = value.first, HeaderFields.isSpace(byte) { value.removeFirst() }
        while let byte = value.last, HeaderFields.isSpace(byte) { value.removeLast() }
        fields.append(Field(name: String(decoding: name, as: UTF8.self).lowercased(), value: Array(value)))
    }

    /// The first value of a name, as UTF-8 text.
    public subscript(name: String) -> String? {
        first(name).map { String(decoding: $0, as: UTF8.self) }
    }

    /// All values of a name, joined by commas as RFC 9110 §5.3 allows.
    public func joined(_ name: String) -> String? {
        let values = fields.filter { $0.name == name }.map { String(decoding: $0.value, as: UTF8.self) }
        return values.isEmpty ? nil : values.joined(separator: ", ")
    }

    /// The first value of a name as it came.
    func first(_ name: String) -> [UInt8]? { fields.first { $0.name == name }?.value }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0D || byte == 0x0A
    }
}
