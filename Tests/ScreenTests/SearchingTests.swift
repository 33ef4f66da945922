import Canvas
import Testing

@testable import Screen

@Suite struct SearchingTests {
    @Test func theWordsOfASearchAreSetOffInTheReader() {
        var runner = SceneRunner(size: Size(width: 120, height: 40))
        runner.press(.character("/"))
        for letter in "harbour" { runner.press(.character(letter)) }
        runner.press(.enter, .enter)
        let canvas = runner.state.draw()
        let hit = runner.state.theme.hit
        var words: [String] = []
        for y in 0..<40 {
            var word = ""
            for x in 38..<90 {
                if let cell = canvas[x, y], cell.style == hit {
                    word.unicodeScalars.append(cell.base)
                } else if !word.isEmpty {
                    words.append(word)
                    word = ""
                }
            }
        }
        #expect(words.allSatisfy { $0.lowercased() == "harbour" }, "\(words)")
        #expect(words.count >= 2)
    }
}
