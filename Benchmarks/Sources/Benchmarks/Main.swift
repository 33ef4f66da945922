import Foundation

/// Runs the benchmarks that are named, or all.
@main
enum Main {
    static let all: [(name: String, make: @Sendable (Inputs) -> any Benchmark)] = [
        ("extraction", { ExtractionBenchmark($0) }), ("parsing", { ParsingBenchmark($0) }),
        ("typesetting", { TypesettingBenchmark($0) }), ("feeds", { FeedBenchmark($0) }),
    ]

    static func main() throws {
        var names = Array(CommandLine.arguments.dropFirst())
        var folder: String?
        if let option = names.firstIndex(of: "--pages"), option + 1 < names.count {
            folder = names[option + 1]
            names.removeSubrange(option...(option + 1))
        }
        let inputs = try Inputs(pages: folder)
        for benchmark in all where names.isEmpty || names.contains(benchmark.name) {
            for figure in try benchmark.make(inputs).figures() { print("\(benchmark.name): \(figure)") }
        }
    }
}
