import Packing
import Testing

@Suite struct TextPackerTests {
    static let texts = (0..<400).map { number in
        Array(
            "<p>The harbour’s pilots met on day \(number), said <a href=\"https://post.example/\(number * 7919)\">the chair</a>.</p>"
                .utf8)
    }

    private func learnt(_ number: Int) -> PackingDictionary? {
        PackingDictionary.learnt(
            from: Self.texts.flatMap(\.self), lengths: Self.texts.map(\.count), number: number)
    }

    private func dictionary(_ number: Int = 1) throws -> PackingDictionary {
        try #require(learnt(number))
    }

    @Test(arguments: [0, 1, 100, 300_000]) func unpacksWhatItPacked(_ count: Int) throws {
        let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 * $0 / 7) }
        let packed = TextPacker().pack(bytes)
        #expect(TextUnpacker.dictionaryNumber(of: packed) == nil)
        #expect(try TextUnpacker().unpack(packed, limit: 1 << 20) == bytes)
    }

    @Test func aDictionaryIsNamedInWhatItPacksAndMakesItSmaller() throws {
        let dictionary = try dictionary(7)
        let text = Self.texts[3]
        let packed = TextPacker(dictionary).pack(text)
        #expect(TextUnpacker.dictionaryNumber(of: packed) == 7)
        #expect(packed.count < TextPacker().pack(text).count * 2 / 3)
        #expect(try TextUnpacker().unpack(packed, with: dictionary, limit: 1 << 20) == text)
        let kept = try #require(PackingDictionary(bytes: dictionary.bytes))
        #expect(kept.number == 7)
        #expect(try TextUnpacker().unpack(packed, with: kept, limit: 1 << 20) == text)
    }

    @Test func withoutItsDictionaryATextIsDamaged() throws {
        let packed = TextPacker(try dictionary(1)).pack(Self.texts[3])
        #expect(throws: PackingError.damaged) { try TextUnpacker().unpack(packed, limit: 1 << 20) }
        let other = try dictionary(2)
        #expect(throws: PackingError.damaged) {
            try TextUnpacker().unpack(packed, with: other, limit: 1 << 20)
        }
    }

    @Test func textsOfEarlierLibrariesAreReadAsWell() throws {
        #expect(try TextUnpacker().unpack(Packing.pack(Self.texts[0]), limit: 1 << 20) == Self.texts[0])
    }

    @Test func refusesABombAndDamage() throws {
        let packed = TextPacker().pack([UInt8](repeating: 0, count: 1 << 20))
        #expect(throws: PackingError.tooLarge(limit: 1000)) { try TextUnpacker().unpack(packed, limit: 1000) }
        for cut in 0..<packed.count {
            #expect(throws: PackingError.damaged) {
                try TextUnpacker().unpack([UInt8](packed.prefix(cut)), limit: 1 << 21)
            }
        }
        #expect(PackingDictionary(bytes: []) == nil)
        #expect(PackingDictionary(bytes: Array("no dictionary at all".utf8)) == nil)
    }

    @Test func nothingIsLearntFromTooFewTexts() {
        #expect(PackingDictionary.learnt(from: [], lengths: [], number: 1) == nil)
        #expect(PackingDictionary.learnt(from: [1, 2, 3], lengths: [3], number: 1) == nil)
        #expect(PackingDictionary.learnt(from: [1, 2, 3], lengths: [4], number: 1) == nil)
        #expect(learnt(0) == nil && learnt(PackingDictionary.mostNumber + 1) == nil)
    }
}
