import Foundation
import News
import Pages
import Typesetting

/// How long a 200 KB article takes to its first screen and to its last line, beside `w3m -dump`.
struct TypesettingBenchmark: Benchmark {
    private static let bytes = 200_000
    private static let width = 72
    private static let screen = 50
    let html: String

    /// One long article of the texts of all pages.
    init(_ inputs: Inputs) {
        let texts = inputs.pages.compactMap { PageReader.read($0)?.article.html }.joined()
        var html = ""
        while html.utf8.count < Self.bytes, !texts.isEmpty { html += texts }
        let lines = html.utf8.prefix(Self.bytes).lastIndex(of: UInt8(ascii: "\n")) ?? html.endIndex
        self.html = String(html[..<lines])
    }

    func figures() throws -> [Figure] {
        let blocks = ArticleBody.blocks(html: html)
        let first = CPUTime.ofBest(of: 20) { setFirst(of: blocks) }
        let whole = CPUTime.ofBest(of: 10) { setWhole(of: blocks) }
        let reading = CPUTime.ofBest(of: 10) { _ = ArticleBody.blocks(html: html) }
        let file = FileManager.default.temporaryDirectory.appendingPathComponent(
            "tidings-\(ProcessInfo.processInfo.processIdentifier).html")
        try Data(html.utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let arguments = ["-dump", "-cols", String(Self.width), "-T", "text/html", file.path]
        let other = try CPUTime.ofProgram("/usr/bin/w3m", arguments, rounds: 5)
        let others = other.map { [(name: "w3m", value: $0 * 1000)] } ?? []
        func figure(_ name: String, _ seconds: Double, goal: Figure.Goal...) -> Figure {
            var figure = Figure("200 KB article: " + name, seconds * 1000, .milliseconds, others: others)
            figure.goals = goal
            return figure
        }
        return [
            figure("first screen", first, goal: .atMost(2)), figure("whole", whole, goal: .atMost(30)),
            figure("reading its HTML", reading), figure("reading and whole", reading + whole),
        ]
    }

    private func setFirst(of blocks: [Block]) {
        var typesetter = Typesetter(blocks: blocks, width: Self.width)
        _ = typesetter.lines(upTo: Self.screen)
    }

    private func setWhole(of blocks: [Block]) {
        var typesetter = Typesetter(blocks: blocks, width: Self.width)
        _ = typesetter.allLines()
    }
}
