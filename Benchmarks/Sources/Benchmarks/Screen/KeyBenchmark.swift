/// One row down, and a hundred at once.
struct KeyBenchmark: Benchmark {
    let readers: [Reader]

    init(_ inputs: Inputs) throws {
        readers = try Readers(try Corpora()).all(articles: ScreenBenchmark.articles)
    }

    func figures() throws -> [Figure] {
        let keys = try ScreenBenchmark.medians(of: readers, rounds: 3) { reader in
            let terminal = try reader.listing()
            let bursts = try (0..<20).map { _ in
                terminal.send("j")
                return try terminal.frame()
            }
            let median = { (values: [Double]) in values.sorted()[values.count / 2] }
            return [
                median(bursts.map(\.seconds)), median(bursts.map(\.cpu)), median(bursts.map(\.cpuInAll)),
                median(bursts.map { Double($0.bytes) }),
            ]
        }
        let flood = try ScreenBenchmark.medians(of: readers, rounds: 3) { reader in
            let terminal = try reader.listing()
            terminal.send(String(repeating: "j", count: 100))
            // Readers that draw one row after the other pause between them.
            let burst = try terminal.frame(pause: 0.03, quiet: 150)
            return [burst.seconds, burst.cpuInAll, Double(burst.bytes)]
        }
        return [
            ScreenBenchmark.figure("`j` to its frame", 0, of: keys, .milliseconds, scale: 1000),
            ScreenBenchmark.figure(
                "… CPU to the frame", 1, of: keys, .milliseconds, scale: 1000,
                goals: [.times(0.5, of: "newsboat"), .times(5, of: "floor")]),
            ScreenBenchmark.figure(
                "… CPU with the article that the reader shows then", 2, of: keys, .milliseconds, scale: 1000),
            ScreenBenchmark.figure("… bytes, the reader's included", 3, of: keys, .bytes),
            ScreenBenchmark.figure(
                "100 × `j` at once", 0, of: flood, .milliseconds, scale: 1000,
                goals: [.times(0.25, of: "newsboat")]),
            ScreenBenchmark.figure("… CPU", 1, of: flood, .milliseconds, scale: 1000),
            ScreenBenchmark.figure("… bytes", 2, of: flood, .bytes),
        ]
    }
}
