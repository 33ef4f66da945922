import Foundation
import Packing
import Testing

@Suite struct LineReaderTests {
    private func file(_ bytes: [UInt8]) throws -> String {
        let path = NSTemporaryDirectory() + "tidings-\(UUID().uuidString)"
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        return path
    }

    @Test func linesAndCountedBytesComeInTurnFromAllMembersOfAPackedFile() throws {
        let long = [UInt8](repeating: UInt8(ascii: "x"), count: 600_000)
        let path = try file(
            Packing.gzip(Array("one\r\ntwo\n".utf8)) + Packing.gzip(long) + Packing.gzip(Array("three".utf8)))
        defer { try? FileManager.default.removeItem(atPath: path) }
        guard var reader = LineReader(path: path) else { throw CocoaError(.fileNoSuchFile) }
        #expect(try reader.peek(3) == Array("one".utf8))
        #expect(try reader.nextLine() == Array("one".utf8))
        #expect(try reader.nextBytes(4, keeping: 10) == Array("two\n".utf8))
        #expect(try reader.nextBytes(600_000, keeping: 5).count == 5)
        #expect(try reader.nextLine() == Array("three".utf8))
        #expect(try reader.nextLine() == nil)
        #expect(try reader.nextBytes(9, keeping: 9).isEmpty)
    }

    @Test func aPackedFileThatStopsInTheMiddleIsDamaged() throws {
        let path = try file([UInt8](Packing.gzip([UInt8](repeating: 7, count: 10_000)).dropLast(12)))
        defer { try? FileManager.default.removeItem(atPath: path) }
        guard var reader = LineReader(path: path) else { throw CocoaError(.fileNoSuchFile) }
        #expect(throws: PackingError.damaged) { try reader.nextBytes(20_000, keeping: 0) }
    }
}
