import Foundation
import Glibc
import News
import PseudoTerminal
import Testing

@testable import Loopback

/// A picture's way from a server through the other process to the cells of a terminal.
@Suite(.timeLimit(.minutes(1))) struct PicturesTests {
    /// A PNG of 64 by 64 white pixels.
    private static let png = Data(
        base64Encoded:
            "iVBORw0KGgoAAAANSUhEUgAAAEAAAABACAIAAAAlC+aJAAAAS0lEQVR42u3PMQ0AAAwDoPo33UrYvQQckD4XAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAYHLAMpT0sIcNbcEAAAAAElFTkSuQmCC"
    )

    private static let feed =
        "<rss><channel><title>The Post</title><item><title>One</title><description><![CDATA[<p>Words.</p>"
        + "<p><img src='/white.png' alt='Snow'></p>]]></description></item></channel></rss>"

    @Test func thePictureOfAnOpenedArticleIsFetchedDecodedAndShown() throws {
        let png = Array(try #require(PicturesTests.png))
        let server = try LoopbackServer { request in
            request.path == "/white.png"
                ? .ok(png) : .ok(PicturesTests.feed)
        }
        defer { server.stop() }
        let tidings = try Tidings()
        try tidings.run("add", try server.address("/feed.xml").text)
        let hasDecoder = dlopen("libgdk_pixbuf-2.0.so.0", RTLD_LAZY) != nil
        let screen = try tidings.screen()
        try screen.expect("[image: Snow]")
        #expect(!server.seen.requests.contains { $0.path == "/white.png" })
        screen.send("\r")
        if hasDecoder {
            try screen.expect("▀▀▀▀")
            #expect(server.seen.requests.contains { $0.path == "/white.png" })
        }
        screen.send("q")
        #expect(try screen.end() == 0)
        guard hasDecoder else { return }
        let again = try tidings.screen()
        try again.expect("One")
        again.send("\r")
        try again.expect("▀▀▀▀")
        again.send("q")
        #expect(try again.end() == 0)
        // The second time it came from the cache.
        #expect(server.seen.requests.count { $0.path == "/white.png" } == 1)
        let kitty = try tidings.screen(environment: ["TERM=xterm-kitty", "COLORTERM=truecolor"])
        try kitty.expect("One")
        kitty.send("\r")
        try kitty.expect("\u{1B}_Ga=T,U=1,q=2,f=24,s=64,v=64,c=8,r=4,")
        try kitty.expect("\u{10EEEE}\u{305}\u{305}\u{10EEEE}\u{305}\u{30D}")
        kitty.send("q")
        #expect(try kitty.end() == 0)
    }
}
