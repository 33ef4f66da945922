import Library
import Testing

@Suite struct CommandWordsTests {
    @Test func wordsOfACommandAreSplitAsAShellWouldWithoutItsPowers() {
        #expect(
            CommandWords.split(#"pass show 'my feed' a\ b "x y" '' $HOME"#) == [
                "pass", "show", "my feed", "a b", "x y", "", "$HOME",
            ])
    }

    @Test func commandWordsAreSplitAsShellsDoAndNothingIsExpanded() {
        #expect(CommandWords.split("less -R") == ["less", "-R"])
        #expect(CommandWords.split("grep 'a b' \"c\\\"d\" e\\ f") == ["grep", "a b", "c\"d", "e f"])
        #expect(CommandWords.split("echo $HOME; rm *") == ["echo", "$HOME;", "rm", "*"])
        #expect(
            CommandWords.split("a \u{301}b\t\u{7B0}'\u{301}c d'") == ["a", "\u{301}b", "\u{7B0}\u{301}c d"])
        #expect(CommandWords.split("a 'b") == nil)
        #expect(CommandWords.split("  ") == nil)
    }
}
