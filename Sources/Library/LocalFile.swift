import Glibc
import Packing

/// Files on this machine, read whole within a limit.
public enum LocalFile {
    /// Why a file cannot be read.
    public enum Unreadable: Error, Sendable, CustomStringConvertible {
        /// There is none, or it may not be read; in the system's words.
        case missing(String)
        /// It is damaged, or larger than anything that is read whole.
        case unusable(String)

        /// A few words.
        public var description: String {
            switch self {
            case .missing(let reason), .unusable(let reason): reason
            }
        }
    }

    /// The largest document that is read whole; feeds and pages stay far below.
    static let longestDocument = 64 << 20

    /// Whether there is something at a path.
    public static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

    /// The first bytes of a file, unpacked where it is a gzip file; nothing of a pipe, which can be read only once.
    ///
    /// - Throws: `Unreadable`.
    static func start(of path: String) throws(Unreadable) -> [UInt8] {
        var status = stat()
        guard stat(path, &status) == 0 else { throw .missing(String(cString: strerror(errno))) }
        guard status.st_mode & S_IFMT == S_IFREG else { return [] }
        guard var lines = LineReader(path: path) else { throw .missing(String(cString: strerror(errno))) }
        do {
            return try lines.peek(sniffed)
        } catch {
            throw .unusable(error.description)
        }
    }

    /// Bytes by which a file's kind is known.
    private static let sniffed = 4_096

    /// Whether others than its owner may read or write a file.
    public static func isOpenToOthers(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & 0o077 != 0
    }

    /// A file's bytes, unpacked where it is a gzip file.
    ///
    /// - Throws: `Unreadable`.
    public static func contents(of path: String) throws(Unreadable) -> [UInt8] {
        let bytes = try packedContents(of: path)
        guard Packing.isGzip(bytes) else { return bytes }
        do {
            return try Packing.gunzip(bytes, limit: longestDocument)
        } catch {
            throw .unusable(error.description)
        }
    }

    private static func packedContents(of path: String) throws(Unreadable) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .missing(String(cString: strerror(errno))) }
        defer { close(descriptor) }
        var status = stat()
        let size = fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
        guard size <= longestDocument else { throw .unusable(tooLarge) }
        // Most files are read in one call, into the array itself; pipes and files that grow take more.
        var bytes = try chunk(of: descriptor, size: size + 1)
        var isAtEnd = bytes.count == size && size > 0
        while !isAtEnd {
            let more = try chunk(of: descriptor, size: 1 << 18)
            isAtEnd = more.isEmpty
            bytes += more
            guard bytes.count <= longestDocument else { throw .unusable(tooLarge) }
        }
        return bytes
    }

    private static let tooLarge = "this file is larger than \(longestDocument >> 20) MiB"

    /// What one read gives, at most so many bytes; empty at the end.
    private static func chunk(of descriptor: Int32, size: Int) throws(Unreadable) -> [UInt8] {
        var problem: Int32?
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            let result = read(descriptor, buffer.baseAddress, size)
            count = max(0, result)
            if result < 0 { problem = errno }
        }
        if let problem { throw .missing(String(cString: strerror(problem))) }
        return bytes
    }
}
