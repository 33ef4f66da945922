import FoundationEssentials

/// Values of other targets, as the library file keeps them.
public enum Kept {
    /// A value as it is kept: JSON with sorted keys.
    public static func encoded(_ value: some Encodable) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return [UInt8](try encoder.encode(value))
    }

    /// A kept value.
    ///
    /// - Throws: `DecodingError` for what cannot be read any more.
    public static func decoded<Value: Decodable>(_ type: Value.Type, from bytes: [UInt8]) throws -> Value {
        try JSONDecoder().decode(type, from: Data(bytes))
    }
}
