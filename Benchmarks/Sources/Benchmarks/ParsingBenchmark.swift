import Markup

/// How fast HTML becomes a tree.
struct ParsingBenchmark: Benchmark {
    let pages: [[UInt8]]

    init(_ inputs: Inputs) { pages = inputs.pages }

    func figures() -> [Figure] {
        let seconds = CPUTime.ofBest(of: 5) {
            for page in pages { _ = HTMLDocument(parsing: page) }
        }
        return [Figure("HTML to a tree", Inputs.bytes(pages) / 1e6 / seconds, .megabytesPerSecond)]
    }
}
