import Foundation

/// Runs the benchmarks that are named, or all, and writes their table.
@main
enum Main {
    static let all: [(name: String, make: @Sendable (Inputs) throws -> any Benchmark)] = [
        ("start", { try StartBenchmark($0) }), ("keys", { try KeyBenchmark($0) }),
        ("open", { try OpenBenchmark($0) }), ("search", { try SearchBenchmark($0) }),
        ("mark", { try MarkBenchmark($0) }), ("import", { try ImportBenchmark($0) }),
        ("refresh", { try RefreshBenchmark($0) }), ("related", { RelatedBenchmark($0) }),
        ("feeds", { FeedBenchmark($0) }), ("parsing", { ParsingBenchmark($0) }),
        ("extraction", { ExtractionBenchmark($0) }), ("typesetting", { TypesettingBenchmark($0) }),
    ]

    static func main() async throws {
        let inputs = try Inputs(arguments: Array(CommandLine.arguments.dropFirst()))
        var table = Table()
        for benchmark in all where inputs.names.isEmpty || inputs.names.contains(benchmark.name) {
            for figure in try await benchmark.make(inputs).figures() {
                let parts = [figure.name + ":", figure.text, figure.comparison, figure.verdict]
                let line = parts.filter { !$0.isEmpty }.joined(separator: "  ")
                // Not by print, which keeps lines back when the output is a file.
                FileHandle.standardOutput.write(Data((line + "\n").utf8))
                table.add(figure)
            }
        }
        if let path = inputs.tablePath {
            try table.markdown.write(toFile: path, atomically: true, encoding: .utf8)
        }
    }
}
