import GRDB
import Glibc

/// Waits until somebody writes to a library file, this program or another; costs nothing meanwhile (inotify(7)).
public final class LibraryWatch: Sendable {
    private let descriptor: Int32

    /// Watches a library that is open; nothing where the system cannot.
    init?(path: String) {
        descriptor = inotify_init1(Int32(IN_CLOEXEC))
        guard descriptor >= 0 else { return nil }
        // Every change goes to the journal first, which stands beside the file that a link leads to.
        let journal = FilePlace(path).target + "-wal"
        guard inotify_add_watch(descriptor, journal, UInt32(IN_MODIFY)) >= 0 else {
            close(descriptor)
            return nil
        }
    }

    deinit { close(descriptor) }

    /// Sleeps until the next write; false when there will be none to see any more.
    public func waitForWrite() -> Bool {
        var buffer = [UInt8](repeating: 0, count: 4_096)
        while true {
            let count = read(descriptor, &buffer, buffer.count)
            if count > 0 { return true }
            if count < 0, errno == EINTR { continue }
            return false
        }
    }
}

extension Archive {
    /// A watch over the file; what was changed before it begins is not told.
    public func watch() -> LibraryWatch? {
        guard !isReadOnly, (try? writer()) != nil else { return nil }
        _ = try? hasChangedElsewhere()
        return LibraryWatch(path: path)
    }

    /// Whether another program has changed the library since this was last asked.
    ///
    /// - Throws: `ArchiveError`.
    public func hasChangedElsewhere() throws -> Bool {
        // Nothing is opened for it: the last words of a watch may come after the library was closed.
        guard let writer = openWriter else { return false }
        do {
            // This number changes with every change that did not come through the connection that asks.
            let number = try writer.inDatabase { try Int.fetchOne($0, sql: "PRAGMA data_version") ?? 0 }
            defer { seenChange = number }
            return seenChange.map { $0 != number } ?? false
        } catch {
            throw ArchiveError.explaining(error, path: path)
        }
    }
}
