/// What a document, or the answer it came in, says about its encoding.
enum EncodingDeclaration {
    /// `encoding="…"` of an XML declaration, which may stand behind a few lines of junk.
    static func xml(_ bytes: [UInt8]) -> CharacterEncoding? {
        let head = Array(bytes.prefix(Limits.encodingDeclaration))
        guard let start = ByteSearch.next("<?xml", in: head.span, from: 0) else { return nil }
        let end = ByteSearch.next(UInt8(ascii: ">"), in: head.span, from: start)
        return value(of: "encoding", in: head[start..<end]).flatMap { CharacterEncoding(label: $0) }
    }

    /// `charset=…` of a Content-Type.
    static func contentType(_ text: String) -> CharacterEncoding? {
        value(of: "charset", in: ArraySlice(text.utf8.prefix(Limits.encodingDeclaration)))
            .flatMap { CharacterEncoding(label: $0) }
    }

    /// `charset=` in a `<meta>` of an HTML page's beginning, in either of its two forms.
    static func html(_ bytes: [UInt8]) -> CharacterEncoding? {
        let head = Array(bytes.prefix(Limits.encodingDeclaration))
        var index = 0
        while let start = ByteSearch.next("<meta", in: head.span, from: index) {
            let end = ByteSearch.next(UInt8(ascii: ">"), in: head.span, from: start)
            if let label = value(of: "charset", in: head[start..<end]),
                let encoding = CharacterEncoding(label: label)
            {
                return encoding
            }
            index = start + 5
        }
        return nil
    }

    /// The value behind `name=`, quoted or not.
    private static func value(of name: StaticString, in bytes: ArraySlice<UInt8>) -> String? {
        let word = Array("\(name)".utf8)
        var index = bytes.startIndex
        while index + word.count < bytes.endIndex {
            let isHere = bytes[index..<(index + word.count)].lazy.map(\.lowercasedASCII).elementsEqual(word)
            index += 1
            guard isHere else { continue }
            var place = index + word.count - 1
            while place < bytes.endIndex, bytes[place].isMarkupSpace { place += 1 }
            guard place < bytes.endIndex, bytes[place] == UInt8(ascii: "=") else { continue }
            place += 1
            let isPadding = { (byte: UInt8) in byte.isMarkupSpace || byte == 0x22 || byte == 0x27 }
            while place < bytes.endIndex, isPadding(bytes[place]) { place += 1 }
            let rest = bytes[place...]
            let value = rest.prefix { !isPadding($0) && $0 != 0x3B && $0 != 0x3F && $0 != 0x3E && $0 != 0x2F }
            return String(decoding: value, as: UTF8.self)
        }
        return nil
    }
}
