import CZlib

/// Reads a file line by line, packed with gzip or not, in bounded memory.
public struct LineReader: ~Copyable {
    private let file: gzFile
    private var buffer = [UInt8](repeating: 0, count: 1 << 18)
    private var filled = 0
    private var next = 0

    /// A line longer than this is cut in two: no record of ours comes near.
    private static let longestLine = 64 << 20

    /// Opens a file; nothing when it cannot be opened (`errno` says why).
    public init?(path: String) {
        guard let file = gzopen(path, "rbe") else { return nil }
        self.file = file
        _ = gzbuffer(file, 1 << 17)
    }

    deinit { gzclose(file) }

    /// The next line without its line feed, or nothing at the end.
    ///
    /// - Throws: `PackingError.damaged` where the packed data is.
    public mutating func nextLine() throws(PackingError) -> [UInt8]? {
        var line: [UInt8] = []
        while true {
            if next == filled {
                try fill()
                if filled == 0 { return line.isEmpty ? nil : line }
            }
            let rest = buffer[next..<filled]
            if let feed = rest.firstIndex(of: 0x0A) {
                line += rest[..<feed]
                next = feed + 1
                if line.last == 0x0D { line.removeLast() }
                return line
            }
            line += rest
            next = filled
            if line.count >= LineReader.longestLine { return line }
        }
    }

    /// The first bytes of what was not read yet, at most so many as one buffer holds, without reading them.
    ///
    /// - Throws: `PackingError.damaged` where the packed data is.
    public mutating func peek(_ count: Int) throws(PackingError) -> [UInt8] {
        if next == filled { try fill() }
        return Array(buffer[next..<filled].prefix(count))
    }

    /// Reads so many bytes, or all there are, and gives the first of them back.
    ///
    /// - Parameters:
    ///   - count: How many are read.
    ///   - kept: How many of them are wanted; the others are passed over in bounded memory.
    /// - Returns: The first `kept` of them.
    /// - Throws: `PackingError.damaged` where the packed data is.
    public mutating func nextBytes(_ count: Int, keeping kept: Int) throws(PackingError) -> [UInt8] {
        var bytes: [UInt8] = []
        var left = count
        while left > 0 {
            if next == filled {
                try fill()
                if filled == 0 { break }
            }
            let chunk = buffer[next..<filled].prefix(left)
            bytes += chunk.prefix(max(0, kept - bytes.count))
            left -= chunk.count
            next += chunk.count
        }
        return bytes
    }

    private mutating func fill() throws(PackingError) {
        let count = gzread(file, &buffer, UInt32(buffer.count))
        // A packed file that stops in the middle ends like a whole one; only `gzerror` knows.
        var status: Int32 = Z_OK
        if count <= 0 { _ = gzerror(file, &status) }
        guard count >= 0, status == Z_OK || status == Z_STREAM_END else { throw .damaged }
        filled = Int(count)
        next = 0
    }
}
