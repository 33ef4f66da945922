import Archive
import News

/// The records of an import on their way into the archive: gathered, stored while the next are read, and counted.
struct ImportBatch {
    /// What came of it so far; whole after `finish`.
    private(set) var report = ImportReport()
    /// The file being read.
    var file: String
    private let archive: Archive
    private let now: @Sendable () -> Timestamp
    private let options: ImportOptions
    private var waiting: [ImportedArticle] = []
    private var storing: Task<StoringResult, any Error>?
    private var waitingBytes = 0
    private var records = 0

    /// Records read before they are stored: enough for long transactions, little memory.
    private static let recordsAtOnce = 2_000
    /// Bytes of bodies that are gathered, where they are long.
    private static let bytesAtOnce = 32 << 20
    /// Records between two words on progress.
    private static let recordsBetweenWords = 500

    init(
        file: String, archive: Archive, options: ImportOptions, now: @escaping @Sendable () -> Timestamp
    ) {
        self.file = file
        self.archive = archive
        self.options = options
        self.now = now
    }

    /// Keeps an article.
    ///
    /// - Throws: `ArchiveError` when what came before could not be stored.
    mutating func add(_ article: ImportedArticle) async throws {
        waiting.append(article)
        waitingBytes += article.article.html.utf8.count
        countRecord()
        guard waiting.count >= ImportBatch.recordsAtOnce || waitingBytes >= ImportBatch.bytesAtOnce else {
            return
        }
        // The next records are read while these are stored.
        if let storing { report.count(try await storing.value) }
        storing = Task { [archive, now, waiting] in
            try await archive.learnFromTexts()
            return try await archive.store(waiting, arrived: now())
        }
        waiting = []
        waitingBytes = 0
    }

    /// Names a record that could not be read, and keeps it aside.
    mutating func fail(line: Int? = nil, _ reason: String, raw: [UInt8]? = nil) {
        report.fail(file, line: line, reason)
        if let raw { options.keepAside?(raw + [0x0A]) }
        countRecord()
    }

    /// Names a file that could not be read at all.
    mutating func fail(_ error: LocalFile.Unreadable) {
        switch error {
        case .missing(let reason): report.fail(file, reason, isMissing: true)
        case .unusable(let reason): report.fail(file, reason)
        }
    }

    /// Names what was mended or left out on purpose.
    mutating func warn(line: Int? = nil, _ reason: String) {
        report.warn(file, line: line, reason)
    }

    mutating func count(_ result: StoringResult) {
        report.count(result)
        countRecord()
    }

    mutating func subscribe(_ sources: [Reference]) { report.subscribed += sources }

    /// Stores what is left.
    ///
    /// - Throws: `ArchiveError`.
    mutating func finish() async throws {
        if let storing { report.count(try await storing.value) }
        storing = nil
        report.count(try await archive.store(waiting, arrived: now()))
        waiting = []
    }

    private mutating func countRecord() {
        records += 1
        if records % ImportBatch.recordsBetweenWords == 0 {
            options.showProgress?(ImportOptions.Progress(file: file, records: records))
        }
    }
}
