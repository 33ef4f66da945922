import GRDB
import Glibc

/// What a library file looked like when it was last closed: if it still does, nobody else has touched it.
///
/// Kept beside the library in a file of one line. It saves looking through the whole library before every refresh, and
/// costs nothing but that look when it is missing.
struct Seal: Equatable {
    private let line: String

    private static func path(of library: String) -> String { library + "-seal" }

    /// How a file looks now; nothing while another program has it open, or after a crash.
    init?(of library: String) {
        var status = stat()
        guard stat(library, &status) == 0, access(library + "-wal", F_OK) != 0 else { return nil }
        let changed = "\(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)"
        line = "\(status.st_dev) \(status.st_ino) \(status.st_size) \(changed)\n"
    }

    /// Whether a library is as its last user left it.
    static func holds(for library: String) -> Bool {
        guard let seal = Seal(of: library), let file = fopen(path(of: library), "re") else { return false }
        defer { fclose(file) }
        var letters = [UInt8](repeating: 0, count: 256)
        let count = fread(&letters, 1, letters.count, file)
        return String(decoding: letters.prefix(count), as: UTF8.self) == seal.line
    }

    /// Seals a library that was just closed.
    ///
    /// Without a seal the next refresh looks for itself, so failures need no word.
    static func put(on library: String) {
        guard let seal = Seal(of: library), !holds(for: library) else { return }
        let new = path(of: library) + ".new"
        let descriptor = open(new, O_CREAT | O_TRUNC | O_WRONLY | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return }
        let bytes = Array(seal.line.utf8)
        let isWritten = write(descriptor, bytes, bytes.count) == bytes.count
        close(descriptor)
        if !isWritten || rename(new, path(of: library)) != 0 { unlink(new) }
    }
}

extension Archive {
    /// Makes sure that the file is whole before much is written to it: looks through it unless its last user sealed it.
    ///
    /// - Throws: `ArchiveError.damaged`; the file is left as it is.
    public func verify() async throws {
        guard !isVerified else { return }
        if !wasSealed {
            let trouble = try await read(.long) { db in try String.fetchOne(db, sql: "PRAGMA quick_check(1)")
            }
            if let trouble, trouble != "ok" { throw ArchiveError.damaged(path: path, reason: trouble) }
        }
        isVerified = true
    }
}
