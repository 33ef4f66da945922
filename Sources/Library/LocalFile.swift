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
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 18)
        while true {
            let count = read(descriptor, &chunk, chunk.count)
            if count == 0 { return bytes }
            guard count > 0 else { throw .missing(String(cString: strerror(errno))) }
            bytes += chunk[..<count]
            guard bytes.count <= longestDocument else { throw .unusable("this file is larger than 64 MiB") }
        }
    }
}
