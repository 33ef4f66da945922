import Testing

@testable import Markup

/// The check that every document passes first, against the standard library's.
struct ValidUTF8Tests {
    @Test(
        "agrees with the standard library on sequences of every kind, whole, cut and wrong, at every offset")
    func agreesWithTheStandardLibrary() {
        var random = SystemRandomNumberGenerator()
        let pieces: [[UInt8]] = [
            Array("plain letters".utf8), Array("é".utf8), Array("€".utf8), Array("😀".utf8), [0x80],
            [0xC0, 0x80],
            [0xE0, 0x9F, 0xBF], [0xED, 0xA0, 0x80], [0xF0, 0x8F, 0x80, 0x80], [0xF4, 0x90, 0x80, 0x80],
            [0xFF],
            [0xE2, 0x82], [0xF0, 0x9F, 0x98], [0xC3],
        ]
        for _ in 0..<20_000 {
            var bytes = [UInt8](repeating: 0x61, count: Int.random(in: 0...40, using: &random))
            for _ in 0..<Int.random(in: 0...4, using: &random) {
                let isGood = Int.random(in: 0..<3, using: &random) > 0
                bytes += pieces[Int.random(in: isGood ? 0..<4 : 0..<pieces.count, using: &random)]
                bytes += [UInt8](repeating: 0x62, count: Int.random(in: 0...20, using: &random))
            }
            #expect(ValidUTF8.covers(bytes) == (String(validating: bytes, as: UTF8.self) != nil), "\(bytes)")
        }
    }
}
