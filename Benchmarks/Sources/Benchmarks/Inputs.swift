import Foundation

/// What was asked for, and the files that are read: the sample newsstand's, or a folder of one's own pages.
struct Inputs {
    /// Benchmarks to run; none are all.
    var names: [String] = []
    /// Articles of the archive in which related news is measured.
    var articles = 100_000
    /// Where the table is written.
    var tablePath: String?
    /// Pages of HTML.
    let pages: [[UInt8]]
    /// Feeds of all formats.
    let feeds: [[UInt8]]

    /// Inputs by the words of the command line.
    init(arguments: [String]) throws {
        var folder: String?
        var rest = arguments[...]
        while let argument = rest.popFirst() {
            switch argument {
            case "--pages": folder = rest.popFirst()
            case "--articles": articles = rest.popFirst().flatMap(Int.init) ?? articles
            case "--table": tablePath = rest.popFirst()
            default: names.append(argument)
            }
        }
        let samples = Self.root + "/sample-feeds"
        pages = try Inputs.files(in: folder ?? samples + "/pages", [".html", ".htm"])
        feeds = try Inputs.files(in: samples, [".xml", ".rdf", ".json"])
    }

    /// The product's folder.
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("../../..").standardizedFileURL.path

    /// Bytes of some files.
    static func bytes(_ files: [[UInt8]]) -> Double { Double(files.reduce(0) { $0 + $1.count }) }

    private static func files(in folder: String, _ endings: [String]) throws -> [[UInt8]] {
        try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
            .filter { name in endings.contains { name.hasSuffix($0) } }
            .map { [UInt8](try Data(contentsOf: URL(fileURLWithPath: folder + "/" + $0))) }
    }
}
