import Canvas
import Testing

@testable import Terminal

@Suite struct InputDecoderTests {
    private func decode(_ text: String) -> [Input] {
        var decoder = InputDecoder()
        return decoder.decode(text.utf8) + decoder.giveUp()
    }

    private func keys(_ text: String) -> [Key] {
        decode(text).compactMap { if case .key(let key) = $0 { key } else { nil } }
    }

    @Test func readsLettersOfAnyLength() {
        #expect(keys("aRé東🎉") == ["a", "R", "é", "東", "🎉"].map(Key.character))
    }

    @Test func readsALetterThatComesInPieces() {
        var decoder = InputDecoder()
        #expect(decoder.decode([0xE6, 0x9D]) == [])
        #expect(decoder.isUnfinished)
        #expect(decoder.decode([0xB1]) == [.key(.character("東"))])
        #expect(!decoder.isUnfinished)
    }

    @Test func skipsBytesThatAreNoUTF8AndLosesNoKeyAfterThem() {
        var decoder = InputDecoder()
        #expect(decoder.decode([0xFF, 0x80, 0xC0, 0xAF, UInt8(ascii: "q")]) == [.key(.character("q"))])
        #expect(decoder.decode([0xE6, UInt8(ascii: "q")]) == [.key(.character("q"))])
        #expect(decoder.decode([0xED, 0xA0, 0x80, UInt8(ascii: "j")]) == [.key(.character("j"))])
        #expect(decoder.decode([0xC2, 0x9B, UInt8(ascii: "k")]) == [.key(.character("k"))])
    }

    @Test func readsControlKeys() {
        #expect(
            keys("\u{0}\u{3}\u{4}\t\r\n\u{8}\u{7F}\u{1A}\u{1C}\u{1F}") == [
                .control(" "), .control("c"), .control("d"), .tab, .enter, .enter, .backspace, .backspace,
                .control("z"), .control("\\"), .control("_"),
            ])
    }

    @Test func readsCursorKeysInBothModes() {
        let wanted: [Key] = [.up, .down, .right, .left, .home, .end]
        #expect(keys("\u{1B}[A\u{1B}[B\u{1B}[C\u{1B}[D\u{1B}[H\u{1B}[F") == wanted)
        #expect(keys("\u{1B}OA\u{1B}OB\u{1B}OC\u{1B}OD\u{1B}OH\u{1B}OF") == wanted)
        #expect(keys("\u{1B}[1;5A\u{1B}[1;2B\u{1B}[7~\u{1B}[4~") == [.up, .down, .home, .end])
    }

    @Test func readsEditingAndFunctionKeys() {
        #expect(keys("\u{1B}[3~\u{1B}[5~\u{1B}[6~\u{1B}[Z") == [.delete, .pageUp, .pageDown, .backTab])
        let functions = [
            "OP", "OQ", "[13~", "[[D", "[15~", "[17~", "[18~", "[19~", "[20~", "[21~", "[23~", "[24~",
        ]
        #expect(keys(functions.map { "\u{1B}" + $0 }.joined()) == (1...12).map(Key.function))
    }

    @Test func readsTheNumberPad() {
        #expect(
            keys("\u{1B}Op\u{1B}Oy\u{1B}Ok\u{1B}OM") == [
                .character("0"), .character("9"), .character("+"), .enter,
            ])
    }

    @Test func escapeByItselfIsKnownOnlyAfterAWait() {
        var decoder = InputDecoder()
        #expect(decoder.decode([0x1B]) == [])
        #expect(decoder.isUnfinished)
        #expect(decoder.giveUp() == [.key(.escape)])
        #expect(!decoder.isUnfinished)
        #expect(keys("\u{1B}q") == [.escape, .character("q")])
        #expect(keys("\u{1B}\u{1B}[A") == [.escape, .up])
        #expect(keys("\u{1B}[") == [.escape, .character("[")])
    }

    @Test func dropsSequencesItDoesNotKnow() {
        #expect(keys("\u{1B}[?62;22c\u{1B}[I\u{1B}[>1;2tq") == [.character("q")])
        #expect(keys("\u{1B}[" + String(repeating: "9", count: 5000) + "~q") == [.character("q")])
        #expect(keys("\u{1B}[12\u{1B}[Bq") == [.down, .character("q")])
        #expect(keys("\u{1B}[12") == [])
    }

    @Test func readsTheMouseInBothForms() {
        let place = Point(x: 299, y: 3)
        #expect(decode("\u{1B}[<0;300;4M") == [.mouse(Mouse(.press, at: place))])
        #expect(decode("\u{1B}[<32;300;4M") == [.mouse(Mouse(.drag, at: place))])
        #expect(decode("\u{1B}[<0;300;4m") == [.mouse(Mouse(.release, at: place))])
        #expect(
            decode("\u{1B}[<64;300;4M\u{1B}[<69;300;4M") == [
                .mouse(Mouse(.wheelUp, at: place)), .mouse(Mouse(.wheelDown, at: place)),
            ])
        #expect(decode("\u{1B}[<2;1;1M\u{1B}[<0;0;1M\u{1B}[<0;1M\u{1B}[<35;1;1M\u{1B}[<66;1;1M") == [])
        #expect(
            decode("\u{1B}[M !\"\u{1B}[M#!\"") == [
                .mouse(Mouse(.press, at: Point(x: 0, y: 1))), .mouse(Mouse(.release, at: Point(x: 0, y: 1))),
            ])
    }

    @Test func readsAPasteAsOneTextWithoutControls() {
        #expect(
            decode("\u{1B}[200~one\rtwo\r\nthree\tq\u{1B}[31m\u{9B}\u{7}\u{1B}[201~x") == [
                .paste("one\ntwo\nthree\tq[31m"), .key(.character("x")),
            ])
    }

    @Test func aPasteMayComeInPiecesAndIsNotGivenUp() {
        var decoder = InputDecoder()
        #expect(decoder.decode("\u{1B}[20".utf8) == [])
        #expect(decoder.decode("0~ab\u{1B}[2".utf8) == [])
        #expect(!decoder.isUnfinished)
        #expect(decoder.giveUp() == [])
        #expect(decoder.decode("01~".utf8) == [.paste("ab")])
    }

    @Test func aPasteIsBounded() {
        var decoder = InputDecoder()
        _ = decoder.decode("\u{1B}[200~".utf8)
        _ = decoder.decode(repeatElement(UInt8(ascii: "a"), count: Limits.paste + 10))
        guard case .paste(let text) = decoder.decode("\u{1B}[201~".utf8).first else {
            Issue.record("no paste")
            return
        }
        #expect(text.utf8.count == Limits.paste)
    }

    @Test func anyBytesAreReadWithoutATrap() {
        var state: UInt64 = 88_172_645_463_325_252
        var decoder = InputDecoder()
        let alphabet: [UInt8] = Array("\u{1B}\u{1B}[[OM<;0129~Amh\u{7F}a".utf8) + [0xC3, 0xA9, 0xE6, 0xFF]
        for _ in 0..<20_000 {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            _ = decoder.decode([alphabet[Int(state % UInt64(alphabet.count))]])
            if state % 11 == 0 { _ = decoder.giveUp() }
        }
        _ = decoder.decode("\u{1B}[201~".utf8)
    }
}
