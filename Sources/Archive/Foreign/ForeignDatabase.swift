import GRDB
import Glibc

/// An item of another reader's database, as it stands there: raw text, nothing of it safe yet.
public struct ForeignRow: Sendable, Equatable {
    /// The row's own number, by which a message names it.
    public var number: Int64
    /// The address of its feed.
    public var feed: String
    /// What identifies it in its feed.
    public var identity: String
    /// Its title.
    public var title: String
    /// Where it stands on the web.
    public var address: String
    /// Who wrote it.
    public var author: String
    /// Its body.
    public var content: String
    /// Whether the body is plain text.
    public var isPlainText = false
    /// When it was published, in seconds since 1970; 0 where that is not known.
    public var published: Int64
    /// Whether it was read there.
    public var isRead: Bool
    /// Whether it was marked there as one to keep.
    public var isStarred: Bool
    /// The addresses and media types of files that come with it.
    public var enclosures: [ForeignFile] = []
}

/// A file that comes with an item of another reader.
public struct ForeignFile: Sendable, Equatable {
    /// Where it is.
    public var address: String
    /// Its media type.
    public var type: String
}

/// A feed of another reader's database.
public struct ForeignFeed: Sendable, Equatable {
    /// Its address; in some readers also a file's or a command's.
    public var address: String
    /// Its title.
    public var title: String
    /// The publication's page.
    public var link: String

    /// A feed by its address.
    public init(address: String, title: String = "", link: String = "") {
        self.address = address
        self.title = title
        self.link = link
    }
}

/// Another reader's database, opened to be read and never to be changed.
///
/// Where SQLite would have to write to read it (a write-ahead log, a journal left by a crash), a private copy is read.
public actor ForeignDatabase {
    /// Whose database it is.
    public enum Kind: String, Sendable {
        /// newsboat's `cache.db`.
        case newsboat
        /// newsraft's `newsraft.sqlite3`.
        case newsraft
    }

    /// Whose it is.
    public nonisolated let kind: Kind
    private let path: String
    private let database: DatabaseQueue
    private let copy: PrivateCopy?

    /// Opens a database.
    ///
    /// - Throws: `ArchiveError` when the file cannot be read or is no database of a reader that is known.
    public init(path: String) throws {
        self.path = path
        do {
            copy = try PrivateCopy.isNeeded(for: path) ? PrivateCopy(of: path) : nil
            var configuration = Configuration()
            configuration.readonly = copy == nil
            configuration.busyMode = .timeout(Limits.busySeconds)
            configuration.prepareDatabase { db in
                // A stranger's schema must not run anything of ours.
                try db.execute(sql: "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON")
            }
            database = try DatabaseQueue(path: copy?.path ?? path, configuration: configuration)
            kind = try database.read { try ForeignDatabase.kind(of: $0, path: path) }
        } catch {
            throw ArchiveError.explaining(error, path: path)
        }
    }

    /// Its feeds.
    ///
    /// - Throws: `ArchiveError`.
    public func feeds() throws -> [ForeignFeed] {
        try read { db in
            switch kind {
            case .newsboat: try NewsboatCache.feeds(db)
            case .newsraft: try NewsraftDatabase.feeds(db)
            }
        }
    }

    /// Some items in the order of their numbers, behind a number; empty at the end.
    ///
    /// - Throws: `ArchiveError`.
    public func items(after number: Int64, limit: Int) throws -> [ForeignRow] {
        try read { db in
            switch kind {
            case .newsboat: try NewsboatCache.items(db, after: number, limit: limit)
            case .newsraft: try NewsraftDatabase.items(db, after: number, limit: limit)
            }
        }
    }

    private func read<Value: Sendable>(_ body: @Sendable (Database) throws -> Value) throws -> Value {
        do {
            return try database.read(body)
        } catch {
            throw ArchiveError.explaining(error, path: path)
        }
    }

    private static func kind(of db: Database, path: String) throws -> Kind {
        if try Int32.fetchOne(db, sql: "PRAGMA application_id") == Schema.applicationID {
            throw ArchiveError.foreign(
                path: path, reason: "it is a Tidings library; tidings export jsonl writes what import reads")
        }
        // Only real tables: a view could compute for ever.
        let sql = "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%'"
        let tables = Set(try String.fetchAll(db, sql: sql).map { $0.lowercased() })
        if tables.isSuperset(of: ["rss_feed", "rss_item"]) { return .newsboat }
        if tables.isSuperset(of: ["feeds", "items"]) { return .newsraft }
        throw ArchiveError.foreign(path: path, reason: "it is no database of newsboat or newsraft")
    }
}

/// A private copy of a database with its journals, gone with the value.
private final class PrivateCopy: Sendable {
    let path: String
    private let folder: String
    private static let companions = ["-wal", "-journal"]

    /// Whether reading the file itself would change it, or leave out what its journals hold.
    static func isNeeded(for path: String) -> Bool {
        companions.contains { ending in
            var status = stat()
            return stat(path + ending, &status) == 0 && status.st_size > 0
        } || isInWriteAheadMode(path)
    }

    /// Bytes 18 and 19 of the file format: 2 for a write-ahead log, which even a reader makes files for.
    private static func isInWriteAheadMode(_ path: String) -> Bool {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return false }
        defer { Glibc.close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: 20)
        return pread(descriptor, &bytes, 20, 0) == 20 && bytes[18] == 2
    }

    init(of path: String) throws {
        let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var template = Array("\(parent)/tidings-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw PrivateCopy.failure(parent) }
        folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        self.path = folder + "/copy.db"
        for ending in [""] + PrivateCopy.companions where access(path + ending, F_OK) == 0 {
            try PrivateCopy.copy(path + ending, to: self.path + ending)
        }
    }

    deinit {
        for ending in ["", "-shm"] + PrivateCopy.companions { unlink(path + ending) }
        rmdir(folder)
    }

    private static func copy(_ source: String, to target: String) throws {
        let input = open(source, O_RDONLY | O_CLOEXEC)
        guard input >= 0 else { throw failure(source) }
        defer { Glibc.close(input) }
        let output = open(target, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard output >= 0 else { throw failure(target) }
        defer { Glibc.close(output) }
        while true {
            let count = sendfile(output, input, nil, 1 << 24)
            if count == 0 { return }
            guard count > 0 else { throw failure(target) }
        }
    }

    private static func failure(_ path: String) -> ArchiveError {
        .unavailable(path: path, reason: String(cString: strerror(errno)))
    }
}
