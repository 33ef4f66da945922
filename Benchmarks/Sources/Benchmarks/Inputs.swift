import Foundation

/// The files that are read: the sample newsstand's, or a folder of one's own pages.
struct Inputs {
    /// Pages of HTML.
    let pages: [[UInt8]]
    /// Feeds of all formats.
    let feeds: [[UInt8]]

    init(pages folder: String?) throws {
        let samples = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../../sample-feeds").standardizedFileURL.path
        pages = try Inputs.files(in: folder ?? samples + "/pages", [".html", ".htm"])
        feeds = try Inputs.files(in: samples, [".xml", ".rdf", ".json"])
    }

    /// Bytes of some files.
    static func bytes(_ files: [[UInt8]]) -> Double { Double(files.reduce(0) { $0 + $1.count }) }

    private static func files(in folder: String, _ endings: [String]) throws -> [[UInt8]] {
        try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
            .filter { name in endings.contains { name.hasSuffix($0) } }
            .map { [UInt8](try Data(contentsOf: URL(fileURLWithPath: folder + "/" + $0))) }
    }
}
