/// From the start of the program to its first whole frame, and the memory it has then.
struct StartBenchmark: Benchmark {
    let readers: [Reader]
    let small: Reader

    init(_ inputs: Inputs) throws {
        let all = Readers(try Corpora())
        readers = try all.all(articles: ScreenBenchmark.articles)
        var reader = try all.tidings(articles: 1000)
        reader = Reader(
            name: "tidings with 1k", command: reader.command, environment: reader.environment,
            firstFrame: reader.firstFrame)
        small = reader
    }

    func figures() throws -> [Figure] {
        let medians = try ScreenBenchmark.medians(of: readers + [small], rounds: 9) { reader in
            let (terminal, frame) = try reader.started()
            return [frame.seconds, frame.cpu, terminal.megabytes]
        }
        return [
            ScreenBenchmark.figure(
                "start to the first frame, 100k", 0, of: medians, .milliseconds, scale: 1000,
                goals: [
                    .times(3, of: "floor"), .times(0.05, of: "newsboat"), .times(1.3, of: "tidings with 1k"),
                ]),
            ScreenBenchmark.figure("… CPU", 1, of: medians, .milliseconds, scale: 1000),
            ScreenBenchmark.figure(
                "memory after the first frame, 100k", 2, of: medians, .megabytes, goals: [.atMost(30)]),
        ]
    }
}
