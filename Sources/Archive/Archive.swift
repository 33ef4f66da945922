import GRDB
import News

/// Everything ever read, in one SQLite file; the only place with SQL.
///
/// Three connections, each opened when first needed: `front` for the reads that a keystroke waits for, `back` for long
/// ones (search, related news), `writer` for changes. In WAL mode readers never wait for the writer, and a search never
/// holds up a list. A change is one transaction; a mark is on the disk (`synchronous = FULL`) when its call returns.
public actor Archive {
    /// The file.
    public nonisolated let path: String
    private var frontConnection: DatabaseQueue?
    private var backConnection: DatabaseQueue?
    private var writerConnection: DatabaseQueue?
    /// Nothing begins any more: a connection that is closed under a query ends the program.
    private var isClosed = false
    private var underWay = 0
    private var closing: [CheckedContinuation<Void, Never>] = []
    /// See `hasChangedElsewhere`.
    var seenChange: Int?
    private var isVerified = false
    /// See `learnFromTexts`.
    var triedToLearnFrom = 0
    nonisolated let dictionaries = Dictionaries()

    /// Whether the file or its folder does not let itself be written; then everything can be read, and nothing changed.
    public nonisolated let isReadOnly: Bool

    /// Opens a library, and makes it where there is none.
    ///
    /// - Throws: `ArchiveError`; a file that is not ours, newer or damaged is left as it is.
    public init(path: String) throws {
        let file = LibraryFile(path: path)
        try file.makeIfMissing()
        try self.init(path: path, isReadOnly: file.isReadOnly)
    }

    /// Opens a file that exists.
    init(path: String, isReadOnly: Bool) throws {
        self.path = path
        self.isReadOnly = isReadOnly
        do {
            let connection = try Archive.connect(path, isReadOnly: isReadOnly, dictionaries)
            let state = try connection.read { try Schema.state($0) }
            switch state {
            case .current: break
            case .foreign: throw ArchiveError.notALibrary(path: path)
            case .newer(let version):
                throw ArchiveError.newer(path: path, version: version, supported: Schema.version)
            case .empty, .older:
                guard !isReadOnly else { throw ArchiveError.readOnly(path: path) }
                let version = if case .older(let version) = state { version } else { 0 }
                try connection.inDatabase { db in
                    // Two bodies fill three quarters of a page of SQLite's usual 4 KiB; four fill nine tenths of 8 KiB.
                    if state == .empty { try db.execute(sql: "PRAGMA page_size = 8192") }
                    try db.execute(sql: "PRAGMA journal_mode = WAL")
                    try Schema.migrate(db, from: version)
                }
            }
            frontConnection = connection
        } catch {
            throw ArchiveError.explaining(error, path: path)
        }
    }

    static func connect(
        _ path: String, isReadOnly: Bool, _ dictionaries: Dictionaries = Dictionaries()
    ) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.busyMode = .timeout(Limits.busySeconds)
        configuration.prepareDatabase { db in
            db.add(function: dictionaries.unpacking(for: db))
            db.add(function: ArticleDetails.inSection)
        }
        if isReadOnly {
            configuration.readonly = true
            return try DatabaseQueue(
                path: LibraryFile(path: path).immutableAddress, configuration: configuration)
        }
        configuration.prepareDatabase { db in
            try db.execute(sql: "PRAGMA synchronous = NORMAL; PRAGMA cache_size = -\(Limits.readerCache)")
        }
        return try DatabaseQueue(path: path, configuration: configuration)
    }

    private func front() throws -> DatabaseQueue {
        if let frontConnection { return frontConnection }
        let connection = try Archive.connect(path, isReadOnly: isReadOnly, dictionaries)
        frontConnection = connection
        return connection
    }

    private func back() throws -> DatabaseQueue {
        if let backConnection { return backConnection }
        let connection = try Archive.connect(path, isReadOnly: isReadOnly, dictionaries)
        backConnection = connection
        return connection
    }

    /// The writer, if something was written or watched already.
    var openWriter: DatabaseQueue? { writerConnection }

    func writer() throws -> DatabaseQueue {
        if let writerConnection { return writerConnection }
        guard !isClosed else { throw CancellationError() }
        guard !isReadOnly else { throw ArchiveError.readOnly(path: path) }
        let connection = try Archive.connect(path, isReadOnly: false, dictionaries)
        try connection.inDatabase { try $0.execute(sql: "PRAGMA cache_size = -\(Limits.writerCache)") }
        writerConnection = connection
        return connection
    }

    /// Which connection a read takes.
    enum Haste { case quick, long }

    /// Reads in one snapshot; stops when its task is cancelled.
    func read<Value: Sendable>(
        _ haste: Haste = .quick, _ body: @Sendable (Database) throws -> Value
    ) async throws -> Value {
        do {
            return try await working { try await (haste == .quick ? front() : back()).read(body) }
        } catch {
            throw ArchiveError.explaining(error, path: path)
        }
    }

    /// How sure a change is when its call returns.
    enum Durability: String {
        /// On the disk: what a person did.
        case full = "FULL"
        /// Whole after a crash, but perhaps not there: what can be fetched or computed again.
        case normal = "NORMAL"
    }

    /// Changes in one transaction.
    func write<Value: Sendable>(
        _ durability: Durability, _ body: @escaping @Sendable (Database) throws -> Value
    ) async throws -> Value {
        if durability == .normal { try await verify() }
        do {
            return try await working {
                try await writer().writeWithoutTransaction { db in
                    try db.execute(sql: "PRAGMA synchronous = \(durability.rawValue)")
                    var value: Value?
                    try db.inTransaction(.immediate) {
                        value = try body(db)
                        return .commit
                    }
                    guard let value else { throw CancellationError() }
                    return value
                }
            }
        } catch {
            throw ArchiveError.explaining(error, path: path)
        }
    }

    /// Looks for damage once before a batch is written: a damaged file is left as it is, for a rescue.
    ///
    /// A large file is not looked through, which would take seconds; SQLite finds its damage when it comes to it.
    ///
    /// - Throws: `ArchiveError.damaged`.
    public func verify() async throws {
        guard !isVerified else { return }
        if LibraryFile(path: path).size <= Limits.verifiedBytes { try await quickCheck() }
        // Not before: another change that comes meanwhile must not take it for granted.
        isVerified = true
    }

    /// Works on the whole file, outside of any transaction.
    func alone(_ body: @escaping @Sendable (Database) throws -> Void) async throws {
        do {
            try await working { try await writer().writeWithoutTransaction(body) }
        } catch {
            throw ArchiveError.explaining(error, path: path)
        }
    }

    private func working<Value>(_ body: () async throws -> Value) async throws -> Value {
        guard !isClosed else { throw CancellationError() }
        underWay += 1
        defer {
            underWay -= 1
            if underWay == 0 {
                for waiting in closing { waiting.resume() }
                closing = []
            }
        }
        return try await body()
    }

    /// Closes the file; `PRAGMA optimize` keeps the planner's picture of it true.
    ///
    /// Changes under way are waited for, questions are broken off; what comes later is refused as cancelled.
    public func close() async {
        isClosed = true
        frontConnection?.interrupt()
        backConnection?.interrupt()
        if underWay > 0 { await withCheckedContinuation { closing.append($0) } }
        if let writerConnection {
            // Best effort: an archive that cannot be optimised now will be at the next close.
            try? writerConnection.inDatabase {
                try $0.execute(sql: "PRAGMA analysis_limit = 400; PRAGMA optimize")
            }
        }
        for connection in [frontConnection, backConnection, writerConnection] { try? connection?.close() }
        frontConnection = nil
        backConnection = nil
        writerConnection = nil
    }
}
