import Feeds

/// How fast feeds become articles with bodies made safe.
struct FeedBenchmark: Benchmark {
    let feeds: [[UInt8]]

    init(_ inputs: Inputs) { feeds = inputs.feeds }

    func figures() -> [Figure] {
        let seconds = CPUTime.ofBest(of: 5) {
            for feed in feeds { _ = try? FeedReader.read(feed) }
        }
        return [
            Figure(
                "feeds to articles made safe, \(feeds.count) feeds", Inputs.bytes(feeds) / 1e6 / seconds,
                .megabytesPerSecond)
        ]
    }
}
