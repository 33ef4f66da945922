import Canvas
import News
import Testing
import Typesetting

@Suite struct TypesetterPropertyTests {
    private let options = Typesetter.Options(wrapsAddresses: true)

    private func lines(seed: Int, width: Int) -> [StyledLine] {
        var random = RandomBlocks(seed: seed)
        var typesetter = Typesetter(blocks: random.blocks(), width: width, options: options)
        return typesetter.allLines()
    }

    @Test(arguments: [2, 3, 5, 8, 13, 21, 24, 34, 40, 55, 89, 200])
    func noLineIsWiderThanTheWidth(_ width: Int) {
        for seed in 0..<60 {
            for line in lines(seed: seed, width: width) {
                #expect(line.width <= width, "seed \(seed): \(line.text)")
                if line.width > width { return }
            }
        }
    }

    @Test func widthsAreThoseOfTheCanvas() {
        for seed in 0..<60 {
            for line in lines(seed: seed, width: 10 + seed % 60) {
                #expect(line.width == DisplayWidth.of(line.text), "seed \(seed): \(line.text)")
            }
        }
    }

    @Test func blankLinesAreSingleAndNoLineEndsInASpace() {
        for seed in 0..<300 {
            let lines = lines(seed: seed, width: 10 + seed % 60).map(\.text)
            #expect(lines.first != "" && lines.last != "", "seed \(seed)")
            #expect(!zip(lines, lines.dropFirst()).contains { $0.isEmpty && $1.isEmpty }, "seed \(seed)")
            #expect(!lines.contains { $0.utf8.last == 0x20 }, "seed \(seed)")
        }
    }

    @Test func anyWidthFromOneUpEnds() {
        for width in [Int.min, -1, 0, 1, 2, 1_000_000] {
            for seed in 0..<30 { #expect(lines(seed: seed, width: width).count < 100_000) }
        }
    }

    @Test func settingInStepsGivesTheSameLines() {
        for seed in 0..<100 {
            var random = RandomBlocks(seed: seed)
            let blocks = random.blocks()
            var stepwise = Typesetter(blocks: blocks, width: 30, options: options)
            var count = 0
            while !stepwise.isFinished {
                count += 3
                #expect(stepwise.lines(upTo: count).count >= count || stepwise.isFinished)
            }
            #expect(stepwise.allLines() == lines(seed: seed, width: 30))
        }
    }

    @Test func nestingWithoutEndEnds() {
        var blocks: [Block] = [.text("leaf")]
        for level in 0..<500 {
            switch level % 4 {
            case 0: blocks = [.bullets(blocks)]
            case 1: blocks = [.quote(blocks)]
            case 2: blocks = [.details(summary: [], blocks)]
            default: blocks = [.definitions([.init(terms: [], descriptions: [blocks])])]
            }
        }
        for width in [1, 20, 80] {
            #expect(picture(blocks, width: width).replacing("\n", with: "").contains("leaf") || width == 1)
        }
    }
}
