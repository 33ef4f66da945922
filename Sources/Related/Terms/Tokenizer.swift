/// Cuts a text into the terms that the index knows, in one pass over its bytes.
///
/// A term is a word, bare of accents, in lower case, without possessive and plural, whatever the language; or a pair
/// of neighbouring letters in scripts without spaces. There is no list of stop words: the frequencies know them.
/// Any bytes are accepted. Terms are told apart by a hash of 64 bits, so no strings are made.
struct Tokenizer {
    /// One term where it stands in the text.
    struct Token {
        /// The term.
        var key: UInt64
        /// Bytes of the word as written, without the possessive.
        var start: Int
        var end: Int
        /// Whether it is written with a capital, as names are.
        var isCapitalised: Bool
        /// Whether it is a pair of a script without spaces.
        var isPair: Bool
    }

    private let bytes: [UInt8]
    private let letters = LetterTable.shared
    private var position = 0
    private var word: [UInt8] = []
    private var lastIdeograph: (value: UInt32, start: Int)?
    private var ideographWasPaired = false

    init(_ text: String) {
        bytes = Array(text.utf8)
        word.reserveCapacity(Limits.wordBytes + 4)
    }

    init(bytes: [UInt8]) { self.bytes = bytes }

    /// The text of a token as written.
    func surface(_ token: Token) -> String {
        String(decoding: bytes[token.start..<token.end], as: UTF8.self)
    }

    /// The next term, or nil at the end.
    mutating func next() -> Token? {
        while position < bytes.count {
            let byte = bytes[position]
            if byte < 0x80 {
                if Self.isASCIIWord(byte) {
                    if let single = endOfIdeographs() { return single }
                    return readWord()
                }
                position += 1
                if let single = endOfIdeographs() { return single }
                continue
            }
            let scalar = Self.scalar(in: bytes, at: position)
            switch letters.kind(of: scalar.value) {
            case .letter:
                if let single = endOfIdeographs() { return single }
                return readWord()
            case .ideograph:
                if let pair = pairUp(scalar.value, length: scalar.length) { return pair }
            case .separator, .mark:
                position += scalar.length
                if let single = endOfIdeographs() { return single }
            }
        }
        return endOfIdeographs()
    }

    // MARK: Scripts without spaces

    private mutating func pairUp(_ value: UInt32, length: Int) -> Token? {
        let start = position
        position += length
        defer { lastIdeograph = (value, start) }
        guard let last = lastIdeograph else {
            ideographWasPaired = false
            return nil
        }
        ideographWasPaired = true
        return Token(
            key: Self.key(last.value, value), start: last.start, end: position, isCapitalised: false,
            isPair: true)
    }

    /// A letter that found no partner stands alone.
    private mutating func endOfIdeographs() -> Token? {
        guard let last = lastIdeograph else { return nil }
        lastIdeograph = nil
        if ideographWasPaired { return nil }
        let end = last.start + Self.scalar(in: bytes, at: last.start).length
        return Token(
            key: Self.key(last.value, 0), start: last.start, end: end, isCapitalised: false, isPair: true)
    }

    private static func key(_ first: UInt32, _ second: UInt32) -> UInt64 {
        mixed((UInt64(first) << 32 | UInt64(second)) &+ 0x9E37_79B9_7F4A_7C15)
    }

    // MARK: Words

    private mutating func readWord() -> Token? {
        word.removeAll(keepingCapacity: true)
        let start = position
        let isCapitalised = Self.startsWithCapital(bytes, at: position)
        var apostrophe: (length: Int, position: Int)?
        while position < bytes.count, readLetter(&apostrophe) {}
        var end = position
        if let apostrophe, word.count == apostrophe.length + 1, word.last == 0x73 {
            word.removeLast()
            end = apostrophe.position
        }
        let stem = Self.stemLength(&word)
        return Token(
            key: Self.key(word, count: stem), start: start, end: end, isCapitalised: isCapitalised,
            isPair: false)
    }

    /// Reads the next letter of a word, or an apostrophe within it; false where the word ends.
    private mutating func readLetter(_ apostrophe: inout (length: Int, position: Int)?) -> Bool {
        let byte = bytes[position]
        if Self.isASCIIWord(byte) {
            append(byte | (byte >= 0x41 && byte <= 0x5A ? 0x20 : 0))
            position += 1
            return true
        }
        let scalar = byte < 0x80 ? (value: UInt32(byte), length: 1) : Self.scalar(in: bytes, at: position)
        if scalar.value == 0x27 || scalar.value == 0x2019 {
            guard continuesAfterApostrophe(at: position + scalar.length) else { return false }
            apostrophe = (word.count, position)
        } else if byte < 0x80 {
            return false
        } else {
            switch letters.kind(of: scalar.value) {
            case .letter(let value): appendScalar(value)
            case .mark: break
            case .separator, .ideograph: return false
            }
        }
        position += scalar.length
        return true
    }

    private mutating func append(_ byte: UInt8) {
        if word.count < Limits.wordBytes { word.append(byte) }
    }

    private mutating func appendScalar(_ value: UInt32) {
        if value < 0x80 {
            append(UInt8(truncatingIfNeeded: value))
        } else {
            guard word.count + 4 <= Limits.wordBytes else { return }
            word.append(UInt8(truncatingIfNeeded: value >> 16) | 0x80)
            word.append(UInt8(truncatingIfNeeded: value >> 8) | 0x80)
            word.append(UInt8(truncatingIfNeeded: value))
        }
    }

    private func continuesAfterApostrophe(at index: Int) -> Bool {
        guard index < bytes.count else { return false }
        if bytes[index] < 0x80 { return Self.isASCIIWord(bytes[index]) }
        if case .letter = letters.kind(of: Self.scalar(in: bytes, at: index).value) { return true }
        return false
    }

    /// Takes an English, French, Spanish or Portuguese plural off; measured to help a little and to harm nowhere.
    private static func stemLength(_ word: inout [UInt8]) -> Int {
        let count = word.count
        guard count > 3, word[count - 1] == 0x73 else { return count }
        let before = word[count - 2]
        // -ss, -us and -is are no plurals.
        if before == 0x73 || before == 0x75 || before == 0x69 { return count }
        guard before == 0x65 else { return count - 1 }
        if count > 4, word[count - 3] == 0x69 {
            word[count - 3] = 0x79
            return count - 2
        }
        let third = word[count - 3]
        let isHissing =
            third == 0x78 || third == 0x7A || (third == 0x73 && word[count - 4] == 0x73)
            || (third == 0x68 && (word[count - 4] == 0x63 || word[count - 4] == 0x73))
        return isHissing ? count - 2 : count - 1
    }

    private static func key(_ word: [UInt8], count: Int) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for index in 0..<count { hash = (hash ^ UInt64(word[index])) &* 0x0000_0100_0000_01B3 }
        return mixed(hash)
    }

    /// Spreads the bits (the finaliser of SplitMix64) and keeps the sign bit clear for databases.
    private static func mixed(_ value: UInt64) -> UInt64 {
        var bits = value
        bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
        return (bits ^ (bits >> 31)) & 0x7FFF_FFFF_FFFF_FFFF
    }

    // MARK: Bytes

    @inline(__always)
    private static func isASCIIWord(_ byte: UInt8) -> Bool {
        let lower = byte | 0x20
        return (lower >= 0x61 && lower <= 0x7A) || (byte >= 0x30 && byte <= 0x39)
    }

    private static func startsWithCapital(_ bytes: [UInt8], at index: Int) -> Bool {
        let byte = bytes[index]
        if byte < 0x80 { return byte >= 0x41 && byte <= 0x5A }
        return Unicode.Scalar(scalar(in: bytes, at: index).value)?.properties.isUppercase ?? false
    }

    /// The scalar at an index with its length; a byte that begins none counts as one separator.
    static func scalar(in bytes: [UInt8], at index: Int) -> (value: UInt32, length: Int) {
        let first = bytes[index]
        let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 1
        guard length > 1, index + length <= bytes.count else { return (0xFFFD, 1) }
        var value = UInt32(first) & (0x7F >> UInt32(length))
        for offset in 1..<length {
            let next = bytes[index + offset]
            guard next & 0xC0 == 0x80 else { return (0xFFFD, 1) }
            value = value << 6 | UInt32(next & 0x3F)
        }
        return (value, length)
    }
}
