import Foundation
import Packing
import Testing

@Suite struct PackingTests {
    @Test(arguments: [0, 1, 100, 100_000])
    func unpacksWhatItPacked(_ count: Int) throws {
        let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 * $0 / 7) }
        #expect(try Packing.unpack(Packing.pack(bytes), limit: 1 << 20) == bytes)
    }

    @Test func refusesABombAndDamage() {
        let packed = Packing.pack([UInt8](repeating: 0, count: 1 << 20))
        #expect(throws: PackingError.tooLarge(limit: 1000)) { try Packing.unpack(packed, limit: 1000) }
        #expect(throws: PackingError.damaged) {
            try Packing.unpack([UInt8](packed.dropLast(9)), limit: 1 << 21)
        }
        #expect(throws: PackingError.damaged) { try Packing.unpack([0xFF, 0xFF, 0xFF], limit: 1 << 20) }
    }

    /// `printf a | gzip -n` and `printf b | gzip -n`, one after the other.
    @Test func readsAllMembersOfAGzipFile() throws {
        let a: [UInt8] = [
            0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 0x4B, 4, 0, 0x43, 0xBE, 0xB7, 0xE8, 1, 0, 0, 0,
        ]
        let b: [UInt8] = [
            0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 0x4B, 2, 0, 0xF9, 0xEF, 0xBE, 0x71, 1, 0, 0, 0,
        ]
        #expect(Packing.isGzip(a))
        #expect(try Packing.gunzip(a + b, limit: 100) == Array("ab".utf8))
    }

    @Test func aPackedFileThatStopsInTheMiddleIsDamaged() throws {
        // `printf 'one\ntwo\n' | gzip -n`, without its last ten bytes.
        let packed: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 0xCB, 0xCF, 0x4B, 0xE5, 0x2A]
        let path = NSTemporaryDirectory() + "tidings-\(UUID().uuidString).gz"
        try Data(packed).write(to: URL(fileURLWithPath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        guard var reader = LineReader(path: path) else { throw PackingError.damaged }
        do {
            while try reader.nextLine() != nil {}
            Issue.record("the end was taken for the file's own")
        } catch {
            #expect(error == .damaged)
        }
    }
}
