/// Writes a zip file entry by entry (APPNOTE 6.3.3), for what fits without its 64-bit extension.
///
/// A pure value: each call gives the bytes that come next, and the caller puts them where it likes.
public struct ZIPFile: Sendable {
    /// Why no more can be written.
    public enum Failure: Error, Sendable, Equatable, CustomStringConvertible {
        /// More than 65,535 entries or 4 GiB.
        case full

        /// A few words.
        public var description: String { "a zip file holds no more than 65,535 files or 4 GiB" }
    }

    private var directory: [UInt8] = []
    private var offset = 0
    private var count = 0
    private static let largest = Int(UInt32.max)
    /// 1980-01-01, the first date a zip file can hold: equal contents make equal files.
    private static let date: [UInt8] = [0, 0, 0x21, 0]

    /// A file with nothing in it yet.
    public init() {}

    /// The bytes of an entry.
    ///
    /// - Parameters:
    ///   - name: Its path in ASCII, with `/` between folders.
    ///   - bytes: What it holds.
    ///   - isStored: Whether it is left unpacked, as the first entry of an EPUB has to be.
    /// - Returns: What comes next in the file.
    /// - Throws: `Failure`.
    public mutating func entry(
        _ name: String, _ bytes: [UInt8], isStored: Bool = false
    ) throws(Failure) -> [UInt8] {
        let data = isStored ? bytes : Packing.pack(bytes)
        let name = Array(name.utf8)
        guard count < 0xFFFE, offset + data.count + bytes.count + 0x10000 < ZIPFile.largest else {
            throw .full
        }
        let common: [UInt8] =
            [20, 0, 0, 0x08, isStored ? 0 : 8, 0] + ZIPFile.date + ZIPFile.little(Packing.checksum(bytes))
            + ZIPFile.little(UInt32(data.count)) + ZIPFile.little(UInt32(bytes.count))
            + ZIPFile.short(name.count) + [0, 0]
        let local: [UInt8] = [0x50, 0x4B, 3, 4] + common + name + data
        directory += [0x50, 0x4B, 1, 2, 20, 0] + common + [UInt8](repeating: 0, count: 10)
        directory += ZIPFile.little(UInt32(offset)) + name
        offset += local.count
        count += 1
        return local
    }

    /// The list of all entries, which ends the file.
    ///
    /// - Returns: What comes last in the file.
    /// - Throws: `Failure`.
    public func end() throws(Failure) -> [UInt8] {
        guard offset + directory.count < ZIPFile.largest else { throw .full }
        return directory + [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + ZIPFile.short(count) + ZIPFile.short(count)
            + ZIPFile.little(UInt32(directory.count)) + ZIPFile.little(UInt32(offset)) + [0, 0]
    }

    private static func little(_ number: UInt32) -> [UInt8] {
        (0..<4).map { UInt8(truncatingIfNeeded: number >> (8 * UInt32($0))) }
    }

    private static func short(_ number: Int) -> [UInt8] {
        [UInt8(truncatingIfNeeded: number), UInt8(truncatingIfNeeded: number >> 8)]
    }
}
