import ArgumentParser
import Feeds
import Library
import Markup
import News
import Pages
import Typesetting

/// A command that runs one layer alone on files, without a library.
protocol LayerCommand: ParsableCommand {
    var files: [String] { get }
    /// Prints what a file becomes; false when it is not what the layer reads.
    func run(_ bytes: [UInt8], file: String) -> Bool
}

extension LayerCommand {
    func run() throws { try eachFile(run) }

    /// Reads the files one after the other; those that cannot be read are named, and all others done.
    func eachFile(_ run: ([UInt8], String) -> Bool) throws {
        var status: Int32 = 0
        for file in files {
            do {
                if !run(try LocalFile.contents(of: file), file) {
                    status = max(status, ExitStatus.badData)
                }
            } catch LocalFile.Unreadable.unusable(let reason) {
                Console.say("\(file): \(reason)")
                Console.print(
                    JSONText.object([("file", .string(file)), ("error", .string(reason))]).description)
                status = max(status, ExitStatus.badData)
            } catch {
                Console.say("\(file): \(error)")
                status = ExitStatus.noInput
            }
        }
        if status != 0 { throw ExitCode(status) }
    }
}

/// `tidings parse FILE…`.
struct Parse: LayerCommand {
    static let configuration = CommandConfiguration(
        commandName: "parse", abstract: "Parse feed files and print them as JSON.")

    @OptionGroup var global: GlobalOptions
    @Option(help: "The address that relative links are resolved against.") var base: String?
    @Option(help: "The media type the feed came with.") var contentType: String?
    @Argument(help: "Feed files.") var files: [String]

    func run(_ bytes: [UInt8], file: String) -> Bool {
        let result = Result { () throws(FeedError) in
            try FeedReader.read(bytes, base: base.flatMap { WebAddress($0) }, contentType: contentType)
        }
        if !global.quiet { Console.print(FeedJSON.line(file, result)) }
        guard case .failure(let error) = result else { return true }
        Console.say("\(file): \(error)")
        return false
    }
}

/// `tidings tree FILE…`, for developers.
struct Tree: LayerCommand {
    static let configuration = CommandConfiguration(
        commandName: "tree",
        abstract: "Print the HTML tree of files in html5lib's form.", shouldDisplay: false)

    @Argument(help: "HTML files.") var files: [String]

    func run(_ bytes: [UInt8], file: String) -> Bool {
        let document = HTMLDocument(parsing: bytes)
        Console.print(
            JSONText.object([("file", .string(file)), ("tree", .string(document.html5libTree()))]).description
        )
        return true
    }
}

/// `tidings render --width N FILE…`.
struct Render: LayerCommand {
    static let configuration = CommandConfiguration(
        commandName: "render",
        abstract: "Print HTML files as the reader would set them.")

    @Option(help: "Columns.") var width = 72
    @Argument(help: "HTML files.") var files: [String]

    func run(_ bytes: [UInt8], file: String) -> Bool {
        let blocks = ArticleBody.blocks(html: String(decoding: bytes, as: UTF8.self))
        var typesetter = Typesetter(
            blocks: blocks, width: max(1, width), options: Typesetter.Options(listsLinks: true))
        Console.print(typesetter.allLines().map(\.text).joined(separator: "\n"))
        return true
    }
}
