import Pages

/// How many pages a second give their articles, metadata and all.
struct ExtractionBenchmark: Benchmark {
    let pages: [[UInt8]]

    init(_ inputs: Inputs) { pages = inputs.pages }

    func figures() -> [String] {
        let seconds = CPUTime.ofBest(of: 5) {
            for page in pages { _ = PageReader.read(page) }
        }
        let rate = (Double(pages.count) / seconds).rounded(places: 0)
        let megabytes = (Inputs.bytes(pages) / 1e6 / seconds).rounded(places: 1)
        return ["\(pages.count) pages, \(rate) pages/s, \(megabytes) MB/s"]
    }
}
