/// A character encoding, by the name libc's converter has for it.
public struct CharacterEncoding: Sendable, Hashable, CustomStringConvertible {
    /// The converter's name.
    let name: String

    static let utf8 = CharacterEncoding(name: "UTF-8")
    static let utf16Big = CharacterEncoding(name: "UTF-16BE")
    static let utf16Little = CharacterEncoding(name: "UTF-16LE")
    static let utf32Big = CharacterEncoding(name: "UTF-32BE")
    static let utf32Little = CharacterEncoding(name: "UTF-32LE")
    static let windows1252 = CharacterEncoding(name: "CP1252")

    init(name: String) { self.name = name }

    /// The encoding a label means to a browser (`iso-8859-1` is windows-1252); nothing for unknown labels.
    public init?(label: some StringProtocol) {
        var bytes = ArraySlice(label.utf8.map(\.lowercasedASCII))
        while let first = bytes.first, first <= 0x20 { bytes.removeFirst() }
        while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
        let label = String(decoding: bytes, as: UTF8.self)
        // `latin_1` and `iso8859_15` are Python's spellings.
        let respelt = String(
            decoding: bytes.map { $0 == UInt8(ascii: "_") ? UInt8(ascii: "-") : $0 }, as: UTF8.self)
        guard let name = CharacterEncoding.names[label] ?? CharacterEncoding.names[respelt] else {
            return nil
        }
        self.name = name
    }

    /// Two or four bytes a character: never a declaration's own, which was read as ASCII.
    var isWide: Bool { name.utf8.starts(with: "UTF-16".utf8) || name.utf8.starts(with: "UTF-32".utf8) }

    /// Shifts between sets by escape sequences, so that its bytes look like ASCII.
    var usesEscapes: Bool { name.utf8.starts(with: "ISO-2022".utf8) }

    /// The converter's name.
    public var description: String { name }

    private static let names: [String: String] = {
        var names: [String: String] = [:]
        for line in EncodingLabelTable.source.split(separator: "\n") {
            let parts = line.split(separator: ":", maxSplits: 1)
            guard let name = parts.first, let labels = parts.last else { continue }
            for label in labels.split(separator: " ") { names[String(label)] = String(name) }
        }
        return names
    }()
}
