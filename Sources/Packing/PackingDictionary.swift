import CZstd
import Synchronization

/// What the texts of one library have in common, so that each is kept without it (RFC 8878 §5).
///
/// Texts that were packed with it cannot be read without it.
public final class PackingDictionary: Sendable {
    /// Names it in every text that was packed with it.
    public let number: Int
    /// As it is kept.
    public let bytes: [UInt8]
    let forUnpacking: Prepared
    private let forPacking = Mutex<Prepared?>(nil)

    /// A form of it that zstd works with.
    struct Prepared: @unchecked Sendable {
        // Threads may share it: zstd only reads it once it is made (zstd.h, “ZSTD_CDict can be created once and shared”).
        let pointer: OpaquePointer
    }

    /// A dictionary that was kept; nil if these bytes are none.
    public init?(bytes: [UInt8]) {
        let number = ZSTD_getDictID_fromDict(bytes, bytes.count)
        guard number > 0, let pointer = ZSTD_createDDict(bytes, bytes.count) else { return nil }
        self.number = Int(number)
        self.bytes = bytes
        forUnpacking = Prepared(pointer: pointer)
    }

    deinit {
        ZSTD_freeDDict(forUnpacking.pointer)
        forPacking.withLock { _ = ZSTD_freeCDict($0?.pointer) }
    }

    /// Made when first needed: it takes half a megabyte, and most programs only read.
    var prepared: Prepared? {
        forPacking.withLock { kept in
            kept =
                kept
                ?? ZSTD_createCDict(bytes, bytes.count, TextPacker.levelWithDictionary).map(Prepared.init)
            return kept
        }
    }

    /// A dictionary of what some texts have in common, called by a number from 1 to `mostNumber`; nil where they have
    /// nothing, or are too few.
    public static func trained(on texts: [[UInt8]], number: Int) -> PackingDictionary? {
        guard (1...mostNumber).contains(number) else { return nil }
        var bytes = [UInt8](repeating: 0, count: mostBytes)
        let count = ZDICT_trainFromBuffer(
            &bytes, bytes.count, texts.flatMap(\.self), texts.map(\.count), UInt32(clamping: texts.count))
        // Its own number would take four bytes of each text; it stands behind the magic number, little-endian (§5).
        guard ZDICT_isError(count) == 0, count > 8 else { return nil }
        bytes.removeLast(bytes.count - count)
        bytes.replaceSubrange(4..<8, with: [UInt8(number), 0, 0, 0])
        return PackingDictionary(bytes: bytes)
    }

    /// Numbers that take one byte of a text.
    public static let mostNumber = 255
    /// What zstd's own tool makes: larger ones gain little and cost memory.
    private static let mostBytes = 112_640
}
