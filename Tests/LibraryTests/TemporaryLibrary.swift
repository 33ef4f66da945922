import Foundation
import Library
import News

/// A library in a folder of its own, with a clock that stands still; gone with the value.
final class TemporaryLibrary: Sendable {
    let folder: String
    let library: Library
    static let now = Timestamp(CivilTime(year: 2026, month: 11, day: 23, hour: 12))
    static let sampleFeeds = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("../../sample-feeds").standardizedFileURL.path

    init() throws {
        folder = NSTemporaryDirectory() + "tidings-\(UUID().uuidString)"
        library = try Library(path: folder + "/library.sqlite") { TemporaryLibrary.now }
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    /// Writes a file and imports it.
    func importing(_ text: String, as name: String) async throws -> ImportReport {
        let path = folder + "/" + name
        try text.write(toFile: path, atomically: true, encoding: .utf8)
        return try await library.import(file: path)
    }

    /// The sample newsstand, indexed.
    static func newsstand() async throws -> TemporaryLibrary {
        let temporary = try TemporaryLibrary()
        let files = try FileManager.default.contentsOfDirectory(atPath: sampleFeeds).sorted()
        for file in ["newsstand.opml"] + files
        where file.hasSuffix("ml") || file.hasSuffix("json") || file.hasSuffix("rdf") {
            let report = try await temporary.library.import(file: sampleFeeds + "/" + file)
            guard report.failures.isEmpty else { throw CocoaError(.fileReadCorruptFile) }
        }
        try await temporary.library.index()
        return temporary
    }
}
