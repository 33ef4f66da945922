/// A document's text as valid UTF-8, whatever its bytes were.
public struct DecodedText: Sendable {
    /// What had to be decided against the document's own word.
    public enum Repair: Sendable, Hashable {
        /// It is in another encoding than it says.
        case otherEncoding
        /// Some bytes mean nothing in its encoding.
        case invalidBytes
    }

    /// The text, valid UTF-8 without a byte order mark.
    public let utf8: [UInt8]
    /// The encoding it was in.
    public let encoding: CharacterEncoding
    /// What was put right, if anything.
    public let repair: Repair?

    /// Finds out the encoding of a feed or other XML or JSON text, and decodes it.
    ///
    /// A byte order mark wins, then whatever is valid UTF-8 is UTF-8, then the document's declaration, then
    /// the answer's Content-Type; what none of them explains is guessed from its bytes. Never fails.
    public init(_ bytes: [UInt8], contentType: String? = nil) {
        self.init(bytes, declared: EncodingDeclaration.xml(bytes), contentType: contentType)
    }

    /// The same for an HTML page, whose declaration is a `<meta>`.
    public init(page bytes: [UInt8], contentType: String? = nil) {
        let declared = EncodingDeclaration.html(bytes) ?? EncodingDeclaration.xml(bytes)
        self.init(bytes, declared: declared, contentType: contentType)
    }

    private init(_ bytes: [UInt8], declared: CharacterEncoding?, contentType: String?) {
        if let (wide, skipped) = WideText.encoding(of: bytes) {
            self.init(utf8: WideText.decode(bytes[skipped...], wide), encoding: wide, repair: nil)
            return
        }
        let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
        let labels = [declared, contentType.flatMap(EncodingDeclaration.contentType)].compactMap { $0 }
        if ValidUTF8.covers(bytes) {
            if let shifting = labels.first(where: \.usesEscapes), bytes.contains(0x1B),
                let (text, errors) = Iconv.decode(bytes, from: shifting.name)
            {
                self.init(utf8: text, encoding: shifting, repair: errors > 0 ? .invalidBytes : nil)
                return
            }
            let text = hasMark ? Array(bytes.dropFirst(3)) : bytes
            self.init(utf8: text, encoding: .utf8, repair: nil)
            return
        }
        let text = hasMark ? Array(bytes.dropFirst(3)) : bytes
        self.init(invalid: text, labels: hasMark ? [] : labels.filter { !$0.isWide })
    }

    /// Text that is not UTF-8, or not all of it.
    private init(invalid bytes: [UInt8], labels: [CharacterEncoding]) {
        for label in labels where label != .utf8 {
            if label == .windows1252 { break }
            guard let (text, errors) = Iconv.decode(bytes, from: label.name) else { continue }
            if errors == 0 || errors * 50 < text.count / 3 {
                self.init(
                    utf8: ValidUTF8.checked(text), encoding: label, repair: errors > 0 ? .invalidBytes : nil)
                return
            }
        }
        let (mended, good, bad) = ValidUTF8.mend(bytes)
        if good > 0, good * 2 >= bad {
            self.init(utf8: mended, encoding: .utf8, repair: .invalidBytes)
            return
        }
        if labels.contains(.windows1252), EncodingGuess.isWesternAtLeast(bytes) {
            self.init(utf8: mended, encoding: .windows1252, repair: nil)
            return
        }
        let guess = EncodingGuess.encoding(of: bytes)
        if guess != .windows1252, let (text, errors) = Iconv.decode(bytes, from: guess.name),
            errors * 20 < text.count
        {
            self.init(utf8: ValidUTF8.checked(text), encoding: guess, repair: .otherEncoding)
            return
        }
        let isAsSaid = labels.contains(.windows1252)
        self.init(utf8: mended, encoding: .windows1252, repair: isAsSaid ? nil : .otherEncoding)
    }

    private init(utf8: [UInt8], encoding: CharacterEncoding, repair: Repair?) {
        self.utf8 = utf8
        self.encoding = encoding
        self.repair = repair
    }
}
