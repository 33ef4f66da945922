import Foundation
import PseudoTerminal

/// The real program on a library of its own.
final class Tidings: Sendable {
    struct Outcome: Equatable {
        var status: Int32
        var output: String
        var errors: String
    }

    let folder: String
    var library: String { folder + "/library.sqlite" }

    init() throws {
        folder = NSTemporaryDirectory() + "tidings-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    /// The program beside the tests.
    static let program: String = {
        let tests = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }?.bundlePath
        let folder = tests.map { ($0 as NSString).deletingLastPathComponent } ?? Bundle.main.bundlePath
        return folder + "/tidings"
    }()

    static let sampleFeeds = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("../../sample-feeds").standardizedFileURL.path

    /// Runs a command to its end.
    @discardableResult
    func run(_ arguments: String..., input: String = "") throws -> Outcome {
        try start(["--library", library, "--now", "2026-11-23T12:00:00Z"] + arguments, input: input)
    }

    /// Runs the program with these arguments alone.
    func runBare(_ arguments: String...) throws -> Outcome { try start(arguments, input: "") }

    private func start(_ arguments: [String], input: String) throws -> Outcome {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: Tidings.program)
        process.arguments = arguments
        process.environment = environment
        let (stdin, stdout) = (Pipe(), Pipe())
        // Two pipes read one after the other would stop a program that has much to say to both.
        let errorsFile = folder + "/errors-\(UUID())"
        _ = FileManager.default.createFile(atPath: errorsFile, contents: nil)
        let stderr = try FileHandle(forUpdating: URL(fileURLWithPath: errorsFile))
        defer { try? FileManager.default.removeItem(atPath: errorsFile) }
        (process.standardInput, process.standardOutput, process.standardError) = (stdin, stdout, stderr)
        try process.run()
        stdin.fileHandleForWriting.write(Data(input.utf8))
        try stdin.fileHandleForWriting.close()
        let output = stdout.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        try stderr.seek(toOffset: 0)
        let errors = stderr.readDataToEndOfFile()
        return Outcome(
            status: process.terminationStatus, output: String(decoding: output, as: UTF8.self),
            errors: String(decoding: errors, as: UTF8.self))
    }

    /// What the program and its children know of the world.
    var environment: [String: String] {
        var environment = ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "TZ": "UTC", "HOME": folder]
        for entry in PseudoTerminal.inherited {
            environment[String(entry.prefix { $0 != "=" })] = String(entry.drop { $0 != "=" }.dropFirst())
        }
        return environment
    }

    /// Writes a file into the folder; its path.
    func file(_ name: String, _ text: String) throws -> String {
        let path = folder + "/" + name
        try text.write(toFile: path, atomically: true, encoding: .utf8)
        return path
    }

    /// Three articles, the newest first: Three, Two, One.
    func fill() throws {
        let lines = ["One", "Two", "Three"].enumerated().map { number, title in
            #"{"url":"https://a.example/\#(number + 1)","title":"\#(title)","text":"Text of \#(title).","published":"2026-11-2\#(number)T09:00:00Z","feed":"The Post"}"#
        }
        try run("import", "-q", try file("fill.jsonl", lines.joined(separator: "\n")))
    }

    /// Opens the screen on a terminal of its own.
    func screen(
        _ arguments: String..., columns: UInt16 = 120, rows: UInt16 = 40, environment: [String] = []
    ) throws -> PseudoTerminal {
        try PseudoTerminal(
            [Tidings.program, "--library", library] + arguments, columns: columns, rows: rows,
            environment: ["HOME=\(folder)"] + environment)
    }
}
