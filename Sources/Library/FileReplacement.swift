import Archive
import Glibc

/// A file that is written beside its place and put there whole: a reader sees the old file or the new one, never a part.
///
/// What is no regular file (a pipe, a device) is written to directly, as nothing can be put in its place.
public final class FileReplacement {
    /// Why a file could not be written.
    public struct Failure: Error, Sendable, CustomStringConvertible {
        /// The file.
        public let path: String
        /// The system's reason.
        public let reason: String

        /// A failure of a file.
        public init(path: String, reason: String) {
            self.path = path
            self.reason = reason
        }

        /// One sentence that says what to do.
        public var description: String {
            "\(path) cannot be written: \(reason); nothing was replaced, name another place"
        }
    }

    /// Where the file will be.
    public let path: String
    private let target: String
    private let temporary: String?
    private var descriptor: Int32
    private var waiting: [UInt8] = []

    /// Bytes that are gathered before they are written.
    private static let gathered = 1 << 16

    /// Begins a file, private to its owner.
    ///
    /// - Parameters:
    ///   - path: Where it will be.
    ///   - followsLink: Whether a link at `path` is kept and what it leads to replaced; else the link is replaced.
    /// - Throws: `Failure`.
    public init(path: String, followsLink: Bool = true) throws(Failure) {
        self.path = path
        let target = followsLink ? FilePlace(path).target : path
        var status = stat()
        if (followsLink ? stat(target, &status) : lstat(target, &status)) == 0,
            followsLink || status.st_mode & S_IFMT == S_IFDIR, status.st_mode & S_IFMT != S_IFREG
        {
            guard status.st_mode & S_IFMT != S_IFDIR else {
                throw Failure(path: path, reason: "it is a folder")
            }
            temporary = nil
            descriptor = open(target, O_WRONLY | O_CLOEXEC)
        } else {
            let beside = target + ".\(getpid()).part"
            temporary = beside
            unlink(beside)
            descriptor = open(beside, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        }
        self.target = target
        guard descriptor >= 0 else {
            throw Failure(path: path, reason: String(cString: strerror(errno)))
        }
    }

    deinit {
        guard descriptor >= 0 else { return }
        close(descriptor)
        if let temporary { unlink(temporary) }
    }

    /// Adds bytes.
    ///
    /// - Throws: `Failure`; then nothing was replaced.
    public func write(_ bytes: [UInt8]) throws(Failure) {
        waiting += bytes
        if waiting.count >= FileReplacement.gathered { try flush() }
    }

    /// Puts the file in its place, on the disk when this returns.
    ///
    /// - Throws: `Failure`; then nothing was replaced.
    public func commit() throws(Failure) {
        try flush()
        guard let temporary else {
            close(descriptor)
            descriptor = -1
            return
        }
        guard fsync(descriptor) == 0 else { throw failure() }
        let status = close(descriptor)
        descriptor = -1
        guard status == 0, rename(temporary, target) == 0 else {
            let failure = failure()
            unlink(temporary)
            throw failure
        }
        FilePlace(target).synchronizeFolder()
    }

    private func flush() throws(Failure) {
        var rest = waiting[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0 {
                if errno == EINTR { continue }
                throw failure()
            }
            rest = rest.dropFirst(count)
        }
        waiting.removeAll(keepingCapacity: true)
    }

    private func failure() -> Failure { Failure(path: path, reason: String(cString: strerror(errno))) }
}
