/// Measures that need a terminal, on a library of a hundred thousand articles in each reader that is installed.
enum ScreenBenchmark {
    static let articles = 100_000

    /// The median of a measure over some rounds of all readers, one after the other, so that what else the machine does
    /// hits all alike; the first round only warms up.
    static func medians(
        of readers: [Reader], rounds: Int = 5, _ measure: (Reader) throws -> [Double]
    ) rethrows -> [String: [Double]] {
        var taken: [String: [[Double]]] = [:]
        for round in 0...rounds {
            for reader in readers {
                let values = try measure(reader)
                if round > 0 { taken[reader.name, default: []].append(values) }
            }
        }
        return taken.mapValues { rounds in
            rounds[0].indices.map { column in rounds.map { $0[column] }.sorted()[rounds.count / 2] }
        }
    }

    /// The figure of one column, with the other readers beside it.
    static func figure(
        _ name: String, _ column: Int, of medians: [String: [Double]], _ unit: Figure.Unit, scale: Double = 1,
        goals: [Figure.Goal] = []
    ) -> Figure {
        let others = medians.filter { $0.key != "tidings" }.sorted { $0.key < $1.key }
            .map { (name: $0.key, value: $0.value[column] * scale) }
        var figure = Figure(name, (medians["tidings"]?[column] ?? .nan) * scale, unit, others: others)
        figure.goals = goals
        return figure
    }
}
