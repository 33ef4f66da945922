/// Questions that are asked of a line of text again and again.
enum LineText {
    /// White space collapsed and trimmed; soft hyphens and zero-width spaces dropped.
    static func collapsed(_ text: some StringProtocol) -> String {
        var result: [UInt8] = []
        var spacePending = false
        for scalar in ScalarReader(Array(text.utf8)) {
            if LetterClass.isSpace(scalar) {
                spacePending = !result.isEmpty
            } else if scalar != 0xAD {
                if spacePending { result.append(0x20) }
                spacePending = false
                result.append(scalar: scalar)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// Whether something in it ends a sentence.
    static func hasSentence(_ bytes: ArraySlice<UInt8>) -> Bool {
        var reader = ScalarReader(bytes)
        while let scalar = reader.next() {
            if LetterClass.endsSentence(scalar) { return true }
        }
        return false
    }

    static func hasSentence(_ text: String) -> Bool { hasSentence(Array(text.utf8)[...]) }

    /// The text in lower case, for matching against tables of words.
    static func lowered(_ bytes: some Collection<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        for scalar in ScalarReader(Array(bytes)) { result.append(scalar: LetterClass.lowered(scalar)) }
        return result
    }

    /// A number of scalars.
    static func scalarCount(_ bytes: ArraySlice<UInt8>) -> Int {
        var count = 0
        for byte in bytes where byte & 0xC0 != 0x80 { count += 1 }
        return count
    }
}
