import Fetching
import Foundation
import News
import Pictures
import Testing

@testable import Library

/// Pictures: from the cache, else fetched as pages are, and never twice where there is nothing.
@Suite struct LibraryPicturesTests {
    private static let photo = "https://pictures.example/photo.jpg"

    private func library(_ answer: FakeWeb.Answer) async throws -> (TemporaryLibrary, FakeWeb, SourceID) {
        let web = FakeWeb { request in
            request.address.text.hasSuffix("feed.xml") ? FakeWeb.rss(["One"]) : answer
        }
        let temporary = try await TemporaryLibrary.on(web)
        _ = try await temporary.library.add("https://post.example/feed.xml")
        return (temporary, web, try await temporary.onlySource().id)
    }

    private func folder() -> String { NSTemporaryDirectory() + "tidings-\(UUID().uuidString)" }

    @Test func aPictureOfTheCacheIsNotAskedFor() async throws {
        let (temporary, web, source) = try await library(.status(404))
        let folder = folder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let cache = PictureCache(folder: folder)
        let address = try #require(WebAddress(LibraryPicturesTests.photo))
        let thumbnail = try #require(
            Thumbnail(width: 1, height: 1, fullWidth: 8, colors: [1, 2, 3]))
        cache.keep(thumbnail, of: address)
        await temporary.library.show(
            picturesBy: PictureDecoder(program: "/bin/false"), keepingThemIn: cache)
        let asked = web.asked.count
        #expect(try await temporary.library.picture(at: address, of: source) == .picture(thumbnail))
        #expect(web.asked.count == asked)
    }

    @Test func whatIsNoPictureIsAskedForOnce() async throws {
        let (temporary, web, source) = try await library(.ok("<html>not found</html>"))
        await temporary.library.show(picturesBy: PictureDecoder(program: "/bin/false"), keepingThemIn: nil)
        let address = try #require(WebAddress(LibraryPicturesTests.photo))
        #expect(try await temporary.library.picture(at: address, of: source) == .nothing)
        #expect(try await temporary.library.picture(at: address, of: source) == .nothing)
        let requests = web.asked.filter { $0.address == address }
        #expect(requests.count == 1)
        #expect(requests.first?.accept == .picture)
        // A stranger's page names it: it must not lead into the home network.
        #expect(requests.first?.allowsPrivateNetwork == false)
    }

    @Test func aPictureInAPrivateNetworkIsNotAskedFor() async throws {
        let (temporary, web, source) = try await library(.ok("x"))
        await temporary.library.show(picturesBy: PictureDecoder(program: "/bin/false"), keepingThemIn: nil)
        for text in ["http://127.0.0.1/p.png", "http://192.168.1.1/p.png", "http://localhost/p.png"] {
            let address = try #require(WebAddress(text))
            #expect(try await temporary.library.picture(at: address, of: source) == .nothing)
            #expect(!web.asked.contains { $0.address == address })
        }
    }

    @Test func withoutADecoderNobodyIsAsked() async throws {
        let (temporary, web, source) = try await library(.ok("x"))
        let asked = web.asked.count
        let address = try #require(WebAddress(LibraryPicturesTests.photo))
        #expect(try await temporary.library.picture(at: address, of: source) == .noDecoder)
        #expect(web.asked.count == asked)
    }
}
