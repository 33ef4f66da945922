import GRDB
import Packing

/// What can go wrong with a library file; each case is something its caller can do differently.
public enum ArchiveError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The folder or the file cannot be made or opened.
    case unavailable(path: String, reason: String)
    /// The file is something else: no SQLite file, or another program's.
    case notALibrary(path: String)
    /// A later version of Tidings wrote it.
    case newer(path: String, version: Int, supported: Int)
    /// SQLite finds the file damaged.
    case damaged(path: String, reason: String)
    /// The disk is full.
    case full(path: String)
    /// The file, its folder or its disk does not let itself be written.
    case readOnly(path: String)
    /// Another program has held the file for longer than the patience of `Limits.busySeconds`.
    case busy(path: String)
    /// Another program's database that cannot be imported.
    case foreign(path: String, reason: String)
    /// A query that cannot be read.
    case query(QueryError)

    /// One sentence with the file in it, and what to do.
    public var description: String {
        switch self {
        case .unavailable(let path, let reason): "the library \(path) cannot be opened: \(reason)"
        case .notALibrary(let path):
            "\(path) is not a Tidings library, or its beginning is damaged; name another file with --library, "
                + "or put back a copy; nothing was changed"
        case .newer(let path, let version, let supported):
            "\(path) was written by a later Tidings (format \(version), this one reads up to \(supported)); "
                + "update Tidings, nothing was changed"
        case .damaged(let path, let reason):
            "the library \(path) is damaged (\(reason)); it was not touched; tidings doctor --rescue saves what can be read"
        case .full(let path): "the disk that holds \(path) is full; make room and try again, nothing was lost"
        case .readOnly(let path): "the library \(path) cannot be written"
        case .busy(let path): "another program is writing to \(path); try again in a moment"
        case .foreign(let path, let reason): "\(path) cannot be imported: \(reason)"
        case .query(let error): error.description
        }
    }

    /// SQLite's error in words that a person can act on.
    static func explaining(_ error: any Error, path: String) -> any Error {
        if error is PackingError {
            return ArchiveError.damaged(path: path, reason: "a text in it cannot be unpacked")
        }
        guard let error = error as? DatabaseError else { return error }
        let reason = error.message ?? "SQLite error \(error.extendedResultCode.rawValue)"
        switch error.resultCode {
        case .SQLITE_NOTADB: return ArchiveError.notALibrary(path: path)
        case .SQLITE_CORRUPT: return ArchiveError.damaged(path: path, reason: reason)
        case .SQLITE_FULL: return ArchiveError.full(path: path)
        case .SQLITE_READONLY: return ArchiveError.readOnly(path: path)
        case .SQLITE_BUSY, .SQLITE_LOCKED: return ArchiveError.busy(path: path)
        case .SQLITE_INTERRUPT, .SQLITE_ABORT: return CancellationError()
        case .SQLITE_CANTOPEN, .SQLITE_IOERR, .SQLITE_PERM, .SQLITE_AUTH:
            return ArchiveError.unavailable(path: path, reason: reason)
        default: return error
        }
    }
}
