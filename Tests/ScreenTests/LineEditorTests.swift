import Canvas
import News
import Testing

@testable import Screen

@Suite struct LineEditorTests {
    private func edited(_ text: String, _ keys: Key...) -> LineEditor {
        var editor = LineEditor(text)
        for key in keys { _ = editor.take(key) }
        return editor
    }

    @Test func keysMoveAndRemoveAsInShells() {
        #expect(edited("one two", .control("w")).text == "one ")
        #expect(edited("one two", .control("u")).text == "")
        #expect(edited("one two", .control("a"), .right, .control("k")).text == "o")
        #expect(edited("one", .left, .backspace).text == "oe")
        #expect(edited("one", .home, .delete).text == "ne")
        #expect(edited("one", .home, "x", .end, "y").text == "xoney")
    }

    @Test func pastedControlsAndLineBreaksAreGone() {
        var editor = LineEditor("a ")
        editor.insert("b\u{1B}[31m\nc\u{202E}")
        #expect(!editor.text.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x202E })
        #expect(editor.text.hasPrefix("a b"))
    }

    @Test func aLongLineScrollsSoThatTheCursorShows() {
        let editor = LineEditor(String(repeating: "東", count: 50))
        let window = editor.window(width: 20)
        #expect(window.cursor < 20)
        #expect(DisplayWidth.of(window.text) < 20)
    }

    @Test func twoLongTextsWithNothingInCommonAreComparedAtOnce() {
        let old = (0..<40_000).map { "a\($0)" }.joined(separator: " ")
        let new = (0..<40_000).map { "b\($0)" }.joined(separator: " ")
        #expect(
            WordDifference.runs(from: "x " + old + " y", to: "x " + new + " y").map(\.kind)
                == [.same, .removed, .added, .same])
    }

    @Test func wordsThatChangedAreTold() {
        let runs = WordDifference.runs(from: "the old town sleeps", to: "the new town sleeps well")
        #expect(runs.map(\.text) == ["the", "old", "new", "town sleeps", "well"])
        #expect(runs.map(\.kind) == [.same, .removed, .added, .same, .added])
    }
}
