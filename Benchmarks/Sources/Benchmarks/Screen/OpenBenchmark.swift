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
            let burst = try terminal.frame(pause: .infinity)
            return [burst.seconds, burst.cpuInAll]
        }
        let one = try ScreenBenchmark.medians(of: readers) { try opened($0) }
        let word = try Corpora().longArticleWord
        let long = try ScreenBenchmark.medians(of: long) { try opened($0, showing: [word]) }
        func figure(
            _ name: String, _ part: Int, of medians: [String: [Double]], _ goals: [Figure.Goal] = []
        )
            -> Figure
        {
            ScreenBenchmark.figure(name, part, of: medians, .milliseconds, scale: 1000, goals: goals)
        }
        return [
            figure("list of all articles, 100k", 0, of: all, [.atMost(20)]),
            figure("an article to its first frame", 0, of: one, [.times(1, of: "newsboat")]),
            figure("an article, CPU of all that comes of it", 1, of: one, [.times(1, of: "newsboat")]),
            figure("200 KB article to its first frame", 0, of: long, [.times(0.3, of: "newsboat")]),
            figure("200 KB article, CPU of all that comes of it", 1, of: long, [.times(0.3, of: "newsboat")]),
        ]
    }

    /// Opens the second article: its first frame, and the CPU until all is done.
    ///
    /// In Tidings, which follows the selection, Enter comes at once.
    private func opened(_ reader: Reader, showing texts: [String] = []) throws -> [Double] {
        let terminal = try reader.listing()
        guard let keys = reader.openKeys else { return [.nan, .nan] }
        // What a program still does after its start is not the article's.
        terminal.send(keys.before)
        terminal.rest()
        terminal.send(keys.last)
        // Related news come in a frame of their own, soon after.
        let burst = try terminal.frame(with: texts, pause: 0.001)
        return [burst.seconds, burst.cpuInAll]
    }
}
