import Foundation

/// A program that reads news on a terminal, with a library of its own.
struct Reader {
    let name: String
    /// What starts its screen.
    let command: [String]
    var environment: [String] = []
    /// What the first frame has, so that it is not taken for done before.
    var firstFrame: [String] = []
    /// What goes from the first frame to a list of articles; nothing where it is the first frame.
    var listKeys: String?
    /// What is in the list then.
    var list: [String] = []
    /// What opens the second article of the list; nil where it has no reader of its own.
    var openKeys: (before: String, last: String)? = ("j", "\r")

    /// Starts it and waits for the first frame.
    func started() throws -> (terminal: TimedTerminal, frame: TimedTerminal.Burst) {
        let terminal = try TimedTerminal(command, environment: environment)
        return (terminal, try terminal.frame(with: firstFrame))
    }

    /// Starts it and goes to the list of articles.
    func listing() throws -> TimedTerminal {
        let terminal = try started().terminal
        if let listKeys {
            terminal.send(listKeys)
            _ = try terminal.frame(with: list)
        }
        return terminal
    }
}

/// The readers that are installed, each with a library of the same articles.
struct Readers {
    private let corpora: Corpora

    init(_ corpora: Corpora) { self.corpora = corpora }

    /// The release binary.
    static let tidings = Inputs.root + "/.build/release/tidings"

    /// Those that hold so many articles of two hundred sources.
    func all(articles: Int) throws -> [Reader] {
        [try tidings(articles: articles), try floor(articles: articles)]
            + [try newsboat(articles: articles), try sfeed(articles: articles)].compactMap(\.self)
    }

    // MARK: Libraries

    func tidings(articles: Int) throws -> Reader {
        let archive = try corpora.archive(articles: articles)
        let home = try corpora.made("tidings-\(articles)") { try Self.fillTidings($0, from: archive) }
        return Self.tidings(in: home)
    }

    static func fillTidings(_ home: String, from archive: String) throws {
        try FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: true)
        _ = try Child.run(
            [tidings, "--library", home + "/library.sqlite", "import", "--quiet", archive],
            environment: ["HOME=" + home])
    }

    static func tidings(in home: String) -> Reader {
        Reader(
            name: "tidings", command: [tidings, "--library", home + "/library.sqlite"],
            environment: ["HOME=" + home], firstFrame: ["unread"],
            // Its reader shows what is selected.
            openKeys: ("", "j\r"))
    }

    func floor(articles: Int) throws -> Reader {
        let path = try corpora.made("floor-\(articles).sqlite") { path in
            _ = try RawTable(path: path).fill(articles: articles, corpora)
        }
        let program =
            URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().path + "/floor"
        return Reader(name: "floor", command: [program, path], openKeys: nil)
    }

    func newsboat(articles: Int) throws -> Reader? {
        guard let program = Child.path(of: "newsboat") else { return nil }
        let feeds = try corpora.feeds(items: articles / Corpora.sources)
        let home = try corpora.made("newsboat-\(articles)") { home in
            let addresses = (0..<Corpora.sources).map { "file://\(feeds)/\($0).xml" }
            try Self.fillNewsboat(home, program, addresses: addresses)
        }
        var reader = Reader(
            name: "newsboat", command: Self.newsboatCommand(program, home), environment: ["HOME=" + home])
        reader.firstFrame = [Corpora.title(40)]
        reader.listKeys = "\r"
        reader.list = ["Articles in feed"]
        return reader
    }

    static func newsboatCommand(_ program: String, _ home: String) -> [String] {
        [program, "-u", home + "/urls", "-c", home + "/cache.db", "-C", home + "/config"]
    }

    /// Its library with the statistics that it does not make itself: without them a start takes thirty times as long.
    static func fillNewsboat(_ home: String, _ program: String, addresses: [String]) throws {
        try FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: true)
        try (addresses.joined(separator: "\n") + "\n")
            .write(toFile: home + "/urls", atomically: false, encoding: .utf8)
        try "bind-key j down\nbind-key k up\nreload-threads 20\n"
            .write(toFile: home + "/config", atomically: false, encoding: .utf8)
        _ = try Child.run(newsboatCommand(program, home) + ["-x", "reload"], environment: ["HOME=" + home])
        try RawTable(path: home + "/cache.db").execute("ANALYZE")
    }

    func sfeed(articles: Int) throws -> Reader? {
        guard let curses = Child.path(of: "sfeed_curses"), let parser = Child.path(of: "sfeed") else {
            return nil
        }
        let feeds = try corpora.feeds(items: articles / Corpora.sources)
        let home = try corpora.made("sfeed-\(articles)") { home in
            try FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: true)
            for source in 0..<Corpora.sources {
                let words = "\(parser) < '\(feeds)/\(source).xml' > '\(home)/\(Corpora.title(source))'"
                _ = try Child.run(["/bin/sh", "-c", words], environment: [])
            }
        }
        let files = (0..<Corpora.sources).map { home + "/" + Corpora.title($0) }
        var reader = Reader(
            name: "sfeed", command: [curses] + files, environment: ["HOME=" + home], openKeys: nil)
        reader.firstFrame = [Corpora.title(30)]
        reader.listKeys = "l"
        return reader
    }
}
