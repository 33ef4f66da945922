import Glibc

/// The one place where C touches a stranger's bytes: libc's converter for the old East Asian and 8-bit sets.
///
/// All pointers live inside one call; what comes out is checked by the caller like any other bytes.
enum Iconv {
    /// Bytes in UTF-8, with U+FFFD for each byte that means nothing, and how many those were.
    ///
    /// Nothing if libc does not know the encoding.
    static func decode(_ input: [UInt8], from name: String) -> (utf8: [UInt8], errors: Int)? {
        guard let converter = iconv_open("UTF-8", name), converter != iconv_t(bitPattern: -1) else {
            return nil
        }
        defer { iconv_close(converter) }
        var result: [UInt8] = []
        result.reserveCapacity(input.count + input.count / 2)
        var errors = 0
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        var source = input
        source.withUnsafeMutableBytes { sourceBytes in
            chunk.withUnsafeMutableBytes { chunkBytes in
                guard let start = sourceBytes.baseAddress, let out = chunkBytes.baseAddress else { return }
                var next: UnsafeMutablePointer<CChar>? = start.assumingMemoryBound(to: CChar.self)
                var left = sourceBytes.count
                var isDone = false
                while !isDone {
                    var place: UnsafeMutablePointer<CChar>? = out.assumingMemoryBound(to: CChar.self)
                    var room = chunkBytes.count
                    let status = iconv(converter, &next, &left, &place, &room)
                    let reason = errno
                    result.append(contentsOf: chunkBytes[..<(chunkBytes.count - room)])
                    if status != -1 {
                        isDone = true
                    } else if reason == EILSEQ && left > 0 {
                        errors += 1
                        result.append(contentsOf: [0xEF, 0xBF, 0xBD])
                        next = next?.advanced(by: 1)
                        left -= 1
                    } else if reason != E2BIG {
                        // EINVAL: the input stops inside a character.
                        isDone = true
                    }
                }
            }
        }
        return (result, errors)
    }
}
