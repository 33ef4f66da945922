import Testing

@testable import Markup

@Suite struct DecodedTextTests {
    static let text = "<?xml version=\"1.0\"?><t>Grüße, “Vell” – Привет 日本語のニュース</t>"

    func decode(_ bytes: [UInt8], contentType: String? = nil) -> String {
        String(decoding: DecodedText(bytes, contentType: contentType).utf8, as: UTF8.self)
    }

    @Test func keepsUTF8AndDropsItsMark() {
        #expect(decode(Array(Self.text.utf8)) == Self.text)
        #expect(decode([0xEF, 0xBB, 0xBF] + Array(Self.text.utf8)) == Self.text)
    }

    @Test(arguments: [true, false])
    func readsUTF16WithAndWithoutMark(hasMark: Bool) {
        let units = (hasMark ? [0xFEFF] : []) + Array(Self.text.utf16)
        let little = units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let big = units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        #expect(decode(little) == Self.text)
        #expect(decode(big) == Self.text)
    }

    @Test(arguments: [true, false])
    func readsUTF32WithAndWithoutMark(hasMark: Bool) {
        let units = (hasMark ? [0xFEFF] : []) + Self.text.unicodeScalars.map(\.value)
        let little = units.flatMap { value in (0..<4).map { UInt8(value >> ($0 * 8) & 0xFF) } }
        let big = units.flatMap { value in (0..<4).map { UInt8(value >> ((3 - $0) * 8) & 0xFF) } }
        #expect(decode(little) == Self.text)
        #expect(decode(big) == Self.text)
    }

    @Test func takesLatin1ForWindows1252() {
        let bytes =
            Array("<?xml version='1.0' encoding='ISO-8859-1'?><t>".utf8) + [0x93, 0x47, 0xFC, 0x94]
            + Array("</t>".utf8)
        #expect(decode(bytes).hasSuffix("<t>“Gü”</t>"))
        #expect(DecodedText(bytes).repair == nil)
    }

    @Test func believesBytesRatherThanTheDeclaration() {
        let text = "<?xml version='1.0' encoding='iso-8859-1'?><t>Grüße</t>"
        #expect(decode(Array(text.utf8)) == text)
        let wide = "<?xml version='1.0' encoding='utf-16'?><t>plain</t>"
        #expect(decode(Array(wide.utf8)) == wide)
    }

    @Test func readsEncodingsByTheirLabels() {
        let russian =
            Array("<?xml version='1.0' encoding='windows-1251'?><t>".utf8) + [0xCF, 0xF0, 0xE8]
            + Array("</t>".utf8)
        #expect(decode(russian).hasSuffix("<t>При</t>"))
        let japanese =
            Array("<?xml version='1.0' encoding='Shift_JIS'?><t>".utf8) + [0x93, 0xFA, 0x96, 0x7B]
            + Array("</t>".utf8)
        #expect(decode(japanese).hasSuffix("<t>日本</t>"))
        let shifting =
            Array("<?xml version='1.0' encoding='iso-2022-jp'?><t>".utf8) + [
                0x1B, 0x24, 0x42, 0x46, 0x7C, 0x1B, 0x28, 0x42,
            ] + Array("</t>".utf8)
        #expect(decode(shifting).hasSuffix("<t>日</t>"))
    }

    @Test func takesTheServersWordWhereTheDocumentIsSilent() {
        let bytes = Array("<t>".utf8) + [0xCF, 0xF0, 0xE8] + Array("</t>".utf8)
        #expect(decode(bytes, contentType: "text/xml; charset=\"windows-1251\"") == "<t>При</t>")
    }

    @Test func guessesWhatNobodySays() {
        let greeting: [UInt8] = [
            0xC7, 0xE4, 0xF0, 0xE0, 0xE2, 0xF1, 0xF2, 0xE2, 0xF3, 0xE9, 0xF2, 0xE5, 0x20, 0xEC, 0xE8, 0xF0,
        ]
        #expect(decode(Array("<t>".utf8) + greeting + Array("</t>".utf8)) == "<t>Здравствуйте мир</t>")
        let kana: [UInt8] = [
            0xA5, 0xCB, 0xA5, 0xE5, 0xA1, 0xBC, 0xA5, 0xB9, 0xA4, 0xCE, 0xA4, 0xB3, 0xA4, 0xC8,
        ]
        #expect(decode(Array("<t>".utf8) + kana + Array("</t>".utf8)) == "<t>ニュースのこと</t>")
    }

    @Test func guessesBig5ThoughHalfItsBytesAreASCII() {
        let bytes: [UInt8] = [0xBB, 0x4F, 0xC6, 0x57, 0xB7, 0x73, 0xBB, 0x44, 0xB3, 0xF8, 0xBE, 0xC9]
        #expect(decode(Array("<t>".utf8) + bytes + Array("</t>".utf8)) == "<t>臺灣新聞報導</t>")
    }

    @Test func takesWesternTextForWestern() {
        let bytes: [UInt8] = [
            0x47, 0x72, 0xFC, 0xDF, 0x65, 0x20, 0xE0, 0x20, 0xC0, 0x74, 0xE9, 0x20, 0x93, 0x78, 0x94,
        ]
        #expect(decode(Array("<t>".utf8) + bytes + Array("</t>".utf8)) == "<t>Grüße à Àté “x”</t>")
    }

    @Test func mendsSingleBadBytes() {
        let bytes = Array("<t>Grüße ".utf8) + [0x92] + Array(" Ende</t>".utf8)
        #expect(decode(bytes) == "<t>Grüße ’ Ende</t>")
        #expect(DecodedText(bytes).repair == .invalidBytes)
        #expect(decode(Array("<t>Grü".utf8.dropLast())) == "<t>Gr")
    }

    @Test func decodesNothingFromOverlongSequences() {
        let text = decode([0x3C, 0x74, 0x3E, 0xC0, 0x9B, 0xE0, 0x80, 0x9B])
        #expect(!text.utf8.contains(0x1B))
    }

    @Test func readsTheDeclarationOfAPage() {
        let page = Array("<html><meta charset=\"windows-1251\"><p>".utf8) + [0xCF, 0xF0, 0xE8]
        #expect(String(decoding: DecodedText(page: page).utf8, as: UTF8.self).hasSuffix("<p>При"))
    }

    @Test func isAlwaysValidUTF8() {
        var seed = Seed(7)
        for _ in 0..<300 {
            let bytes = seed.bytes(upTo: 400)
            #expect(String(validating: DecodedText(bytes).utf8, as: UTF8.self) != nil)
        }
    }
}

/// Bytes that look random and are the same in every run (xorshift).
struct Seed {
    private var state: UInt64

    init(_ state: UInt64) { self.state = state &* 0x9E37_79B9_7F4A_7C15 | 1 }

    mutating func next(below limit: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int(truncatingIfNeeded: state >> 33) % limit
    }

    mutating func bytes(upTo limit: Int) -> [UInt8] {
        (0..<next(below: limit)).map { _ in UInt8(next(below: 256)) }
    }
}
