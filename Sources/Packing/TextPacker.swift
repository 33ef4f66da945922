import CZstd

/// Packs many texts one after the other, each so that it can be read by itself (zstd, RFC 8878).
public final class TextPacker {
    /// Without a dictionary higher levels find little more in texts of a few kilobytes.
    private static let level: Int32 = 1
    /// With one, level 6 would find a twelfth more in three times the time.
    static let levelWithDictionary: Int32 = 3

    private let context = ZSTD_createCCtx()
    /// Held because the context only points to it.
    private let dictionary: PackingDictionary?
    private var output: [UInt8] = []

    /// A packer; it is bound to the task that made it.
    public init(_ dictionary: PackingDictionary? = nil) {
        self.dictionary = dictionary
        ZSTD_CCtx_setParameter(context, ZSTD_c_compressionLevel, TextPacker.level)
        if let prepared = dictionary?.prepared { ZSTD_CCtx_refCDict(context, prepared.pointer) }
    }

    deinit { ZSTD_freeCCtx(context) }

    /// Undone by `TextUnpacker`.
    public func pack(_ bytes: [UInt8]) -> [UInt8] {
        let bound = ZSTD_compressBound(bytes.count)
        if output.count < bound { output = [UInt8](repeating: 0, count: bound) }
        let count = ZSTD_compress2(context, &output, output.count, bytes, bytes.count)
        // With room for the worst case only a lack of memory is left, of which Swift's own arrays end the process as well.
        precondition(ZSTD_isError(count) == 0, "zstd: out of memory")
        return Array(output[..<count])
    }
}

/// Unpacks many texts one after the other.
public final class TextUnpacker {
    private let context = ZSTD_createDCtx()

    /// An unpacker; it is bound to the task that made it.
    public init() {}

    deinit { ZSTD_freeDCtx(context) }

    /// The number of the dictionary that a text was packed with; nil for none.
    public static func dictionaryNumber(of packed: [UInt8]) -> Int? {
        let number = isText(packed) ? ZSTD_getDictID_fromFrame(packed, packed.count) : 0
        return number > 0 ? Int(number) : nil
    }

    /// Undoes `TextPacker.pack`, with the dictionary that `dictionaryNumber` asks for; texts of earlier libraries are raw
    /// DEFLATE, and are unpacked as well.
    ///
    /// - Throws: `PackingError` when the bytes are damaged, the dictionary is missing, or they unpack to more than `limit`
    ///   bytes.
    public func unpack(
        _ packed: [UInt8], with dictionary: PackingDictionary? = nil, limit: Int
    ) throws(PackingError) -> [UInt8] {
        guard TextUnpacker.isText(packed) else { return try Packing.unpack(packed, limit: limit) }
        let size = ZSTD_getFrameContentSize(packed, packed.count)
        // The packer always says the size; zstd's two last numbers mean that none could be read.
        guard size < UInt64.max - 1 else { throw .damaged }
        guard size <= limit else { throw .tooLarge(limit: limit) }
        ZSTD_DCtx_refDDict(context, dictionary?.forUnpacking.pointer)
        var isWhole = false
        let text = [UInt8](unsafeUninitializedCapacity: Int(size)) { buffer, count in
            let written = ZSTD_decompressDCtx(
                context, buffer.baseAddress, buffer.count, packed, packed.count)
            isWhole = written == Int(size)
            count = isWhole ? written : 0
        }
        guard isWhole else { throw .damaged }
        return text
    }

    /// Whether bytes begin like a zstd frame (RFC 8878 §3.1.1); no DEFLATE stream does.
    private static func isText(_ packed: [UInt8]) -> Bool { packed.starts(with: [0x28, 0xB5, 0x2F, 0xFD]) }
}
