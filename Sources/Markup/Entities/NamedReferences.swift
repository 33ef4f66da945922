/// The named character references of HTML: `&nbsp;`, `&eacute;`, `&NotEqualTilde;` and 2,122 more.
enum NamedReferences {
    /// The letters of the longest name that `text` begins with and that needs no semicolon, and its length
    /// (WHATWG HTML §13.2.5.73).
    static func longestPrefix(of text: Span<UInt8>) -> (letters: PackedLetters, length: Int)? {
        var length = min(text.count, CharacterReferenceTable.longestLegacyName)
        while length >= 2 {
            if let letters = lookUp(text.extracting(0..<length), legacyOnly: true) {
                return (letters, length)
            }
            length -= 1
        }
        return nil
    }

    /// What the whole of `name` (without `&` and `;`) stands for.
    ///
    /// - Parameters:
    ///   - name: The name as written; case counts.
    ///   - legacyOnly: Only names that may stand without a semicolon.
    /// - Returns: The letters, or nothing for a name that HTML does not have.
    static func lookUp(_ name: Span<UInt8>, legacyOnly: Bool) -> PackedLetters? {
        let records = CharacterReferenceTable.records.utf8.span
        var low = 0
        var high = records.count
        while low < high {
            var begin = low &+ (high &- low) / 2
            while begin > low, records[begin &- 1] != 2 { begin &-= 1 }
            switch compare(name, records, begin) {
            case .before: high = begin
            case .after: low = records.firstIndex(of: 2, from: begin) &+ 1
            case .equal(let end):
                if legacyOnly, records[end] != 3 { return nil }
                return letters(records, end &+ 1)
            }
        }
        return nil
    }

    private enum Order {
        case before, after
        case equal(end: Int)
    }

    private static func compare(_ name: Span<UInt8>, _ records: Span<UInt8>, _ begin: Int) -> Order {
        for index in name.indices {
            let other = records[begin &+ index]
            if name[index] != other { return name[index] < other ? .before : .after }
        }
        let end = begin &+ name.count
        return records[end] <= 3 ? .equal(end: end) : .before
    }

    private static func letters(_ records: Span<UInt8>, _ start: Int) -> PackedLetters {
        var letters = PackedLetters.none
        var index = start
        while records[index] != 2 {
            letters.append(records[index])
            index &+= 1
        }
        return letters
    }
}
