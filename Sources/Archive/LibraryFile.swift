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

    private func makeFolder(_ folder: String) throws(ArchiveError) {
        if folder.isEmpty || access(folder, F_OK) == 0 { return }
        try makeFolder(String(folder[..<(folder.lastIndex(of: "/") ?? folder.startIndex)]))
        guard mkdir(folder, 0o700) == 0 || errno == EEXIST else {
            throw .unavailable(path: folder, reason: lastError())
        }
    }

    private func lastError() -> String { String(cString: strerror(errno)) }
}
