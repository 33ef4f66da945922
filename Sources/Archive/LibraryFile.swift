import GRDB
import Glibc

/// Where a library file lies: makes its folder and itself, private to their owner.
struct LibraryFile: Sendable {
    let path: String

    /// Makes the folder (0700) and the file (0600) where they are missing; an existing file, link or folder is kept.
    ///
    /// - Throws: `ArchiveError.unavailable`.
    func makeIfMissing() throws(ArchiveError) {
        if access(path, F_OK) == 0 { return }
        try makeFolder(String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)]))
        // SQLite's journals take the file's own mode.
        let descriptor = open(path, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .unavailable(path: path, reason: lastError()) }
        close(descriptor)
    }

    /// Its bytes.
    var size: Int {
        var status = stat()
        return stat(path, &status) == 0 ? Int(status.st_size) : 0
    }

    /// Whether the file cannot be written, or no journal can stand beside it.
    var isReadOnly: Bool {
        let file = FilePlace(path).target
        let folder = file[..<(file.lastIndex(of: "/") ?? file.startIndex)]
        return access(file, W_OK) != 0 || access(folder.isEmpty ? "." : String(folder), W_OK) != 0
    }

    /// The file for a connection that changes nothing, not even a lock (sqlite.org/uri.html).
    var immutableAddress: String {
        var escaped = ""
        for byte in path.utf8 {
            switch byte {
            case UInt8(ascii: "%"), UInt8(ascii: "?"), UInt8(ascii: "#"):
                escaped += "%" + String(byte, radix: 16)
            default: escaped.unicodeScalars.append(Unicode.Scalar(byte))
            }
        }
        return "file:\(escaped)?immutable=1"
    }

    private func makeFolder(_ folder: String) throws(ArchiveError) {
        if folder.isEmpty || access(folder, F_OK) == 0 { return }
        try makeFolder(String(folder[..<(folder.lastIndex(of: "/") ?? folder.startIndex)]))
        guard mkdir(folder, 0o700) == 0 || errno == EEXIST else {
            throw .unavailable(path: folder, reason: lastError())
        }
    }

    private func lastError() -> String { String(cString: strerror(errno)) }
}
