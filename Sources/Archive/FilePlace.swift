import Glibc

/// A path as the file system sees it.
public struct FilePlace: Sendable {
    /// The path as given.
    public let path: String

    /// A place by its path.
    public init(_ path: String) { self.path = path }

    /// The file itself where the path is a link to it; the path where there is none.
    public var target: String {
        guard let pointer = realpath(path, nil) else { return path }
        defer { free(pointer) }
        return String(cString: pointer)
    }

    /// Makes a new name in its folder last (fsync(2)); what cannot be synchronised is no reason to fail.
    public func synchronizeFolder() {
        let folder = path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        _ = fsync(descriptor)
        close(descriptor)
    }
}
