import CZlib

/// Why packed bytes could not be unpacked.
public enum PackingError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The bytes are not what they claim to be, or end too early.
    case damaged
    /// They unpack to more than the caller allows: a mistake or a “bomb”.
    case tooLarge(limit: Int)

    /// One sentence.
    public var description: String {
        switch self {
        case .damaged: "the compressed data is damaged"
        case .tooLarge(let limit): "the compressed data unpacks to more than \(limit / 1_048_576) MiB"
        }
    }
}

/// Packs and unpacks bytes (DEFLATE, RFC 1951; gzip, RFC 1952) with a ceiling on what comes out.
public enum Packing {
    /// Raw DEFLATE, as files and servers pack.
    public static func pack(_ bytes: [UInt8]) -> [UInt8] {
        var stream = z_stream()
        guard cz_deflate_init(&stream, 6, -15) == Z_OK else { return [] }
        defer { deflateEnd(&stream) }
        var output = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(bytes.count))))
        let (_, count) = run(&stream, from: bytes[...], into: &output) { deflate(&$0, Z_FINISH) }
        output.removeLast(output.count - count)
        return output
    }

    /// Undoes `pack`.
    ///
    /// - Throws: `PackingError` when the bytes are damaged or unpack to more than `limit` bytes.
    public static func unpack(_ bytes: [UInt8], limit: Int) throws(PackingError) -> [UInt8] {
        var input = bytes[...]
        var chunk = buffer(for: bytes)
        return try inflateMember(&input, windowBits: -15, limit: limit, &chunk)
    }

    /// Whether bytes begin like a gzip file.
    public static func isGzip(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x1F, 0x8B, 0x08]) }

    /// All members of a gzip file, one after the other.
    ///
    /// What follows the last member is left out.
    ///
    /// - Throws: `PackingError` when a member is damaged or the whole is more than `limit` bytes.
    public static func gunzip(_ bytes: [UInt8], limit: Int) throws(PackingError) -> [UInt8] {
        var input = bytes[...]
        var output: [UInt8] = []
        // One for all members: a file of millions of empty ones must not cost millions of buffers.
        var chunk = buffer(for: bytes)
        repeat {
            output += try inflateMember(&input, windowBits: 15 + 16, limit: limit - output.count, &chunk)
        } while input.starts(with: [0x1F, 0x8B])
        return output
    }

    private static func buffer(for packed: [UInt8]) -> [UInt8] {
        [UInt8](repeating: 0, count: min(max(packed.count * 4, 1024), 1 << 20))
    }

    /// Unpacks one stream and leaves in `input` what follows it.
    private static func inflateMember(
        _ input: inout ArraySlice<UInt8>, windowBits: Int32, limit: Int, _ chunk: inout [UInt8]
    ) throws(PackingError) -> [UInt8] {
        var stream = z_stream()
        guard cz_inflate_init(&stream, windowBits) == Z_OK else { throw .damaged }
        defer { inflateEnd(&stream) }
        var output: [UInt8] = []
        while true {
            let before = stream.total_in
            let (status, written) = run(&stream, from: input, into: &chunk) { inflate(&$0, Z_NO_FLUSH) }
            input = input.dropFirst(Int(stream.total_in - before))
            guard output.count + written <= limit else { throw .tooLarge(limit: limit) }
            output += chunk[..<written]
            if status == Z_STREAM_END { return output }
            guard status == Z_OK, written > 0 || stream.total_in > before else { throw .damaged }
        }
    }

    /// One call of zlib on two Swift arrays; the pointers live only inside.
    private static func run(
        _ stream: inout z_stream, from input: ArraySlice<UInt8>, into output: inout [UInt8],
        _ step: (inout z_stream) -> Int32
    ) -> (status: Int32, written: Int) {
        input.withUnsafeBufferPointer { source in
            output.withUnsafeMutableBufferPointer { target in
                // zlib only reads its input; the field is not const for reasons of 1995.
                stream.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
                stream.avail_in = UInt32(clamping: source.count)
                stream.next_out = target.baseAddress
                stream.avail_out = UInt32(clamping: target.count)
                let room = stream.avail_out
                let status = step(&stream)
                return (status, Int(room - stream.avail_out))
            }
        }
    }
}
