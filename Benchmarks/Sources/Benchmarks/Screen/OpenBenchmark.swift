/// Opening all articles, one article, and one of 200 KB.
struct OpenBenchmark: Benchmark {
    let readers: [Reader]
    let long: [Reader]

    init(_ inputs: Inputs) throws {
        let corpora = try Corpora()
        readers = try Readers(corpora).all(articles: ScreenBenchmark.articles).filter { $0.openKeys != nil }
        long = try Self.longReaders(corpora)
    }

    /// Readers whose library is one long article.
    private static func longReaders(_ corpora: Corpora) throws -> [Reader] {
        let article = try corpora.longArticle()
        let home = try corpora.made("tidings-long") { try Readers.fillTidings($0, from: article.archive) }
        var readers = [Readers.tidings(in: home)]
        if let program = Child.path(of: "newsboat") {
            let home = try corpora.made("newsboat-long") {
                try Readers.fillNewsboat($0, program, addresses: ["file://" + article.feed])
            }
            readers.append(
                Reader(
                    name: "newsboat", command: Readers.newsboatCommand(program, home),
                    environment: ["HOME=" + home],
                    firstFrame: [Corpora.title(0)], listKeys: "\r", list: ["Articles in feed"]))
        }
        return readers
    }

    func figures() throws -> [Figure] {
        let all = try ScreenBenchmark.medians(of: readers.filter { $0.name == "tidings" }) { reader in
            let (terminal, _) = try reader.started()
            // From what is unread to everything and back.
            terminal.send("ga")
            let burst = try terminal.frame()
            return [burst.seconds, burst.cpu]
        }
        let one = try ScreenBenchmark.medians(of: readers, opened)
        let long = try ScreenBenchmark.medians(of: long, opened)
        return [
            ScreenBenchmark.figure(
                "list of all articles, 100k", 0, of: all, .milliseconds, scale: 1000, goals: [.atMost(20)]),
            ScreenBenchmark.figure(
                "an article to its frame, 100k", 0, of: one, .milliseconds, scale: 1000,
                goals: [.times(1, of: "newsboat")]),
            ScreenBenchmark.figure(
                "200 KB article to its frame", 0, of: long, .milliseconds, scale: 1000,
                goals: [.times(0.3, of: "newsboat")]),
        ]
    }

    private func opened(_ reader: Reader) throws -> [Double] {
        let terminal = try reader.listing()
        terminal.send(reader.openKeys ?? "")
        let burst = try terminal.frame()
        return [burst.seconds, burst.cpu]
    }
}
