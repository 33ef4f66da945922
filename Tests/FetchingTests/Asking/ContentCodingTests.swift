import Packing
import Testing

@testable import Fetching

@Suite struct ContentCodingTests {
    private let feed = Array("<rss>news</rss>".utf8)
    // printf '<rss>news</rss>' | gzip -n
    private let gzip: [UInt8] = [
        0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03, 0xB3, 0x29, 0x2A, 0x2E, 0xB6, 0xCB,
        0x4B, 0x2D, 0x2F, 0xB6, 0xD1, 0x07, 0xB1, 0x00, 0xFA, 0x0B, 0x62, 0xBB, 0x0F, 0x00, 0x00, 0x00,
    ]

    private func unpack(_ body: [UInt8], _ coding: String?) throws(FetchFailure.Kind) -> [UInt8] {
        var headers = HeaderFields()
        if let coding { headers.add(line: Array("Content-Encoding: \(coding)".utf8)) }
        return try ContentCoding.unpack(FetchResponse(status: 200, headers: headers, body: body))
    }

    @Test(arguments: ["gzip", "x-gzip", "GZIP", nil])
    func gzipIsUnpackedWhateverTheHeaderSays(_ coding: String?) throws {
        #expect(try unpack(gzip, coding) == feed)
    }

    @Test func bothReadingsOfDeflateWork() throws {
        let raw = Packing.pack(feed)
        #expect(try unpack(raw, "deflate") == feed)
        #expect(try unpack([0x78, 0x9C] + raw, "deflate") == feed)
    }

    @Test func plainBytesAreTakenAsTheyAre() throws {
        for coding in [nil, "identity", "gzip", ""] { #expect(try unpack(feed, coding) == feed) }
    }

    @Test(arguments: 3..<32)
    func aCutGzipBodyIsAFailure(_ length: Int) {
        #expect(throws: FetchFailure.Kind.broken("it was cut or changed on its way")) {
            try unpack(Array(gzip.prefix(length)), "gzip")
        }
    }

    @Test func whatWasNotOfferedIsAFailure() {
        #expect(throws: FetchFailure.Kind.self) { try unpack(feed, "br") }
        #expect(ContentCoding.offered == "gzip, deflate")
    }

    @Test func aBombIsCutOff() {
        let bomb = Packing.pack([UInt8](repeating: 0x20, count: Limits.unpackedBytes + 1))
        #expect(throws: FetchFailure.Kind.tooLarge("unpacked body", limit: 32 << 20)) {
            try unpack(bomb, "deflate")
        }
    }
}
