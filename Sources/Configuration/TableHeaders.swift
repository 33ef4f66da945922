/// What has to be looked at before TOMLKit is given a text.
///
/// The parser in it ends the process at a table's header that has neither a key nor a quotation mark behind its bracket
/// (an assertion in `parse_key` of toml++ 3.3, found by `make fuzz`); a person who is still typing saves such a file.
enum TableHeaders {
    /// The first header without a name: its line and the column behind its bracket, from 1.
    ///
    /// A line inside of a list of lists may look the same; no setting is one.
    static func nameless(in text: String) -> (line: Int, column: Int)? {
        for (number, line) in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
        {
            var column = 0
            var rest = line[...]
            func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
            func skip(_ isSkipped: (UInt8) -> Bool) {
                let skipped = rest.prefix(while: isSkipped).count
                rest = rest.dropFirst(skipped)
                column += skipped
            }
            if number == 0, rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
            skip(isBlank)
            guard rest.first == UInt8(ascii: "[") else { continue }
            var brackets = 0
            skip { byte in
                brackets += byte == UInt8(ascii: "[") ? 1 : 0
                return brackets <= 2 && (byte == UInt8(ascii: "[") || isBlank(byte))
            }
            guard let byte = rest.first, beginsName(byte) else { return (number + 1, column + 1) }
        }
        return nil
    }

    private static func beginsName(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "\""),
            UInt8(ascii: "'"), UInt8(ascii: "]"):
            true
        default: false
        }
    }
}
