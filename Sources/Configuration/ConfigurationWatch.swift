import Glibc

/// Waits until somebody writes the configuration file; costs nothing meanwhile (inotify(7)).
///
/// Folders are watched and not the file: editors write a new file and give it the old one's name.
public final class ConfigurationWatch: Sendable {
    private let descriptor: Int32
    private let path: String

    /// Watches a file that may not be there yet; nothing where the system cannot.
    public init?(of file: ConfigurationFile) {
        descriptor = inotify_init1(Int32(IN_CLOEXEC))
        guard descriptor >= 0 else { return nil }
        path = file.path
        watchFolders()
    }

    deinit { close(descriptor) }

    /// Sleeps until something happens in a folder of the file; false when there will be nothing to see any more.
    public func waitForChange() -> Bool {
        var buffer = [UInt8](repeating: 0, count: 4_096)
        while true {
            let count = read(descriptor, &buffer, buffer.count)
            if count > 0 {
                // A folder may have come, or a link may lead elsewhere now.
                watchFolders()
                return true
            }
            if count < 0, errno == EINTR { continue }
            return false
        }
    }

    /// The folder of the file, or the nearest above it that is there; and the folder of what the file is a link to.
    private func watchFolders() {
        watch(path)
        var target = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
        if realpath(path, &target) != nil {
            let bytes = target.prefix { $0 != 0 }.map(UInt8.init(bitPattern:))
            let real = String(decoding: bytes, as: UTF8.self)
            if real != path { watch(real) }
        }
    }

    private func watch(_ path: String) {
        let events = UInt32(IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_CREATE | IN_DELETE)
        var folder = path
        repeat {
            folder = ConfigurationWatch.parent(of: folder)
            if inotify_add_watch(descriptor, folder, events | UInt32(IN_ONLYDIR)) >= 0 { return }
        } while folder != "/" && folder != "."
    }

    private static func parent(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }
}
