import Pages

/// How many pages a second give their articles, metadata and all.
struct ExtractionBenchmark: Benchmark {
    let pages: [[UInt8]]

    init(_ inputs: Inputs) { pages = inputs.pages }

    func figures() -> [Figure] {
        let seconds = CPUTime.ofBest(of: 5) {
            for page in pages { _ = PageReader.read(page) }
        }
        return [
            Figure(
                "article extraction, \(pages.count) pages", Double(pages.count) / seconds, .pagesPerSecond),
            Figure("… in bytes", Inputs.bytes(pages) / 1e6 / seconds, .megabytesPerSecond),
        ]
    }
}
