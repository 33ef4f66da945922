import GRDB
import Glibc

extension Archive {
    /// Copies the library into a file of its own: whole, compact, private, and put in its place only when it is there.
    ///
    /// The library may be in use, by this program and by others; the copy is what it was at one moment.
    ///
    /// - Throws: `ArchiveError`; what stood at `place` before is then as it was.
    public nonisolated func backUp(to place: String) async throws {
        let target = FilePlace(place).target
        if target == FilePlace(path).target {
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
        FilePlace(target).synchronizeFolder()
    }

    private nonisolated func copy(to beside: String) throws {
        let library = try Archive.connect(path, isReadOnly: isReadOnly)
        try library.writeWithoutTransaction { try $0.execute(sql: "VACUUM INTO ?", arguments: [beside]) }
        try library.close()
        // The copy is to be opened as the library is: readers that never wait for the writer.
        let copy = try Archive.connect(beside, isReadOnly: false)
        try copy.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA journal_mode = WAL")
            let found = try String.fetchOne(db, sql: "PRAGMA quick_check(1)") ?? ""
            if found != "ok" { throw ArchiveError.damaged(path: path, reason: found) }
        }
        try copy.close()
    }
}
