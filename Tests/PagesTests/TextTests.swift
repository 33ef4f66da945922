import Testing

@testable import Pages

@Suite struct WordsTests {
    @Test func lettersAreComparedWithoutCaseMarksAndSpaces() {
        #expect(Words("Öl, Öl!").letters == Array("ölöl".utf8))
        #expect(Words("ПРИВЕТ мир").letters == Array("приветмир".utf8))
        #expect(Words("soft\u{AD}ware") == Words("Software"))
    }

    @Test func ideographsAreWordsOfTheirOwn() {
        #expect(Words("東京 news").count == 3)
    }

    @Test func likenessCountsSharedWords() {
        #expect(Words("one two three").likeness(to: Words("three two one")) == 1)
        #expect(Words("one two").likeness(to: Words("three four")) == 0)
        #expect(Words("").likeness(to: Words("a")) == 0)
        #expect(Words("one two three").overlap(with: Words("one")) == 1)
    }

    @Test func aRunIsFoundWhereItStands() {
        #expect(Array("abababc".utf8).contains(run: Array("ababc".utf8)))
        #expect(!Array("ababab".utf8).contains(run: Array("abac".utf8)))
        #expect(!Array("ab".utf8).contains(run: Array("abc".utf8)))
    }

    @Test func brokenUTF8IsReadAsReplacementCharacters() {
        #expect(
            Array(ScalarReader([0x41, 0xC3, 0x28, 0xE2, 0x82] as [UInt8])) == [
                0x41, 0xFFFD, 0x28, 0xFFFD, 0xFFFD,
            ])
        #expect(Array(ScalarReader(Array("aé€😀".utf8))) == [0x61, 0xE9, 0x20AC, 0x1F600])
    }
}

@Suite struct PlainTextTests {
    @Test func whatWasEscapedTwiceIsReadTwice() {
        #expect(PlainText.line("Tom &amp;amp; Jerry") == "Tom & Jerry")
        #expect(PlainText.line("<b>Bold</b>  move") == "Bold move")
    }

    @Test func paragraphsStayApart() {
        #expect(PlainText.paragraphs("<p>One.</p><p>Two.</p>").split(separator: "\n") == ["One.", "Two."])
    }
}
