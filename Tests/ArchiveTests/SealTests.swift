import Foundation
import News
import Testing

@testable import Archive

@Suite struct SealTests {
    private func filled() async throws -> TemporaryArchive {
        let temporary = try TemporaryArchive()
        let articles = (0..<40).map { number in
            TemporaryArchive.article("Story \(number)", html: String(repeating: "\(number) ", count: 2_000))
        }
        _ = try await temporary.fill(articles)
        await temporary.archive.close()
        return temporary
    }

    @Test func aLibraryThatNobodyTouchedIsKnownToBeWhole() async throws {
        let temporary = try await filled()
        let again = try Archive(path: temporary.path)
        #expect(again.wasSealed)
        try await again.verify()
        await again.close()
    }

    @Test func damageFromOutsideIsFoundBeforeAnythingIsWritten() async throws {
        let temporary = try await filled()
        let file = try #require(FileHandle(forUpdatingAtPath: temporary.path))
        let size = try file.seekToEnd()
        try file.seek(toOffset: size / 2)
        try file.write(contentsOf: Data(repeating: 0xA5, count: 8_192))
        try file.close()
        let damaged = try Data(contentsOf: URL(fileURLWithPath: temporary.path))
        for _ in 0..<2 {
            let again = try Archive(path: temporary.path)
            #expect(!again.wasSealed)
            await #expect(throws: ArchiveError.self) { try await again.verify() }
            await again.close()
        }
        #expect(try Data(contentsOf: URL(fileURLWithPath: temporary.path)) == damaged)
    }
}
