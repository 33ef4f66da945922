import Foundation
import News
import Testing

@testable import Pictures

@Suite struct PictureCacheTests {
    private func folder() -> String { NSTemporaryDirectory() + "tidings-\(UUID().uuidString)/a/pictures" }

    private func address(_ number: Int) throws -> WebAddress {
        try #require(WebAddress("https://pictures.example/\(number).jpg"))
    }

    @Test func whatIsKeptIsFoundByItsAddressOnly() throws {
        let folder = folder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let cache = PictureCache(folder: folder)
        #expect(cache.thumbnail(of: try address(1)) == nil)
        let thumbnail = TestThumbnail.of(20, 10)
        cache.keep(thumbnail, of: try address(1))
        #expect(cache.thumbnail(of: try address(1)) == thumbnail)
        #expect(cache.thumbnail(of: try address(2)) == nil)
    }

    @Test func aDamagedFileIsNoPicture() throws {
        let folder = folder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let cache = PictureCache(folder: folder)
        cache.keep(TestThumbnail.of(20, 10), of: try address(1))
        let name = try #require(FileManager.default.contentsOfDirectory(atPath: folder).first)
        let whole = try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name))
        for count in stride(from: 0, to: whole.count, by: 7) {
            try whole.prefix(count).write(to: URL(fileURLWithPath: folder + "/" + name))
            #expect(cache.thumbnail(of: try address(1)) == nil)
        }
    }

    @Test func theOldestGoWhenThereAreTooMany() throws {
        let folder = folder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let cache = PictureCache(folder: folder)
        for number in 0...Limits.keptPictures { cache.keep(TestThumbnail.of(1, 1), of: try address(number)) }
        let count = try FileManager.default.contentsOfDirectory(atPath: folder).count
        #expect(count == Limits.keptPictures + 1 - Limits.discarded)
    }
}
