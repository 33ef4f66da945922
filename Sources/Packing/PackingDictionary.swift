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

    /// A dictionary of what some texts have in common; nil where they are too few.
    ///
    /// They stand one behind the other. It is called by a number from 1 to `mostNumber`.
    ///
    /// What feeds put into all their articles stands at the beginning or at the end. Choosing among all passages, as zstd's
    /// trainer does, took ten times as long and 10 MB, and packed the articles of live feeds no smaller.
    public static func learnt(from texts: [UInt8], lengths: [Int], number: Int) -> PackingDictionary? {
        guard (1...mostNumber).contains(number), lengths.reduce(0, +) == texts.count else { return nil }
        var content: [UInt8] = []
        var start = 0
        for length in lengths {
            let text = texts[start..<(start + length)]
            start += length
            let passages = length > 2 * passage ? text.prefix(passage) + text.suffix(passage) : text
            guard content.count + passages.count <= mostContent else { break }
            content += passages
        }
        guard content.count >= leastContent else { return nil }
        var bytes = [UInt8](repeating: 0, count: mostContent + mostTables)
        let count = ZDICT_finalizeDictionary(
            &bytes, bytes.count, content, content.count, texts, lengths, UInt32(clamping: lengths.count),
            ZDICT_params_t(
                compressionLevel: TextPacker.levelWithDictionary, notificationLevel: 0,
                dictID: UInt32(number)))
        guard ZDICT_isError(count) == 0 else { return nil }
        return PackingDictionary(bytes: Array(bytes.prefix(count)))
    }

    /// Numbers that take one byte of a text; zstd's own would take four.
    public static let mostNumber = 255
    /// Bytes of a text's beginning, and of its end, that are learnt.
    private static let passage = 200
    /// Less saves less than it takes.
    private static let leastContent = 8 << 10
    /// As much as zstd's own tool takes: more gains little and costs memory.
    private static let mostContent = 104 << 10
    /// Room for the frequencies of letters and matches.
    private static let mostTables = 8 << 10
}
