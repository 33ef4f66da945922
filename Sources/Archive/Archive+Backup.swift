import GRDB
import Glibc

extension Archive {
    /// Copies the library into a file of its own: whole, compact, private, and put in its place only when it is there.
    ///
    /// The library may be in use, by this program and by others; the copy is what it was at one moment.
    ///
    /// - Throws: `ArchiveError`; what stood at `place` before is then as it was.
    public nonisolated func backUp(to place: String) async throws {
        let target = Archive.resolved(place)
        if target == Archive.resolved(path) {
            throw ArchiveError.unavailable(path: place, reason: "this is the library itself")
        }
        var status = stat()
        if stat(target, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
            throw ArchiveError.unavailable(path: place, reason: "there is something else than a file")
        }
        let beside = target + ".\(getpid()).part"
        unlink(beside)
        // SQLite takes an empty file as it is, so that the copy is private from its first byte.
        let descriptor = open(beside, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else {
            throw ArchiveError.unavailable(path: place, reason: String(cString: strerror(errno)))
        }
        defer {
            Glibc.close(descriptor)
            unlink(beside)
        }
        do {
            try copy(to: beside)
        } catch {
            throw ArchiveError.explaining(error, path: place)
        }
        guard fsync(descriptor) == 0, rename(beside, target) == 0 else {
            throw ArchiveError.unavailable(path: place, reason: String(cString: strerror(errno)))
        }
        Archive.synchronizeFolder(of: target)
    }

    private nonisolated func copy(to beside: String) throws {
        var configuration = Configuration()
        configuration.busyMode = .timeout(Limits.busySeconds)
        let library = try DatabaseQueue(path: path, configuration: configuration)
        try library.writeWithoutTransaction { try $0.execute(sql: "VACUUM INTO ?", arguments: [beside]) }
        try library.close()
        // The copy is to be opened as the library is: readers that never wait for the writer.
        let copy = try DatabaseQueue(path: beside, configuration: configuration)
        try copy.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA journal_mode = WAL")
            let found = try String.fetchOne(db, sql: "PRAGMA quick_check(1)") ?? ""
            if found != "ok" { throw ArchiveError.damaged(path: path, reason: found) }
        }
        try copy.close()
    }

    private static func resolved(_ path: String) -> String {
        guard let whole = realpath(path, nil) else { return path }
        defer { free(whole) }
        return String(cString: whole)
    }

    private static func synchronizeFolder(of path: String) {
        let folder = path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        _ = fsync(descriptor)
        Glibc.close(descriptor)
    }
}
