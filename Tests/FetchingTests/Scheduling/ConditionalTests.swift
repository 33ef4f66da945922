import News
import Testing

@testable import Fetching

/// The promises about conditional requests, by their names in the table of politeness.
@Suite struct ConditionalTests {
    private let date = "Thu, 06 Nov 2025 08:49:37 GMT"

    @Test(arguments: ["\"v-1\"", "W/\"5f3a--gzip\"", "abc-not-quoted", "\"caf\u{e9}\""])
    func condETagComesBackExactly(_ tag: String) throws {
        var reader = try PoliteReader()
        var headers = HeaderFields()
        headers.add(line: Array("ETag: ".utf8) + tag.unicodeScalars.map { UInt8($0.value) })
        reader.refresh(at: 0) { _ in FetchResponse(status: 200, headers: headers, body: [0x3C]) }
        reader.refresh(at: 25) { _ in .status(304) }
        #expect(reader.sent[0].validators.fields.map(\.name) == ["If-None-Match"])
        #expect(reader.sent[0].validators.fields[0].value == tag.unicodeScalars.map { UInt8($0.value) })
    }

    @Test(arguments: ["Thu, 06 Nov 2025 08:49:37 GMT", "Thu, 6 Nov 2025 08:49:37 +0000", "yesterday"])
    func condLastModifiedVerbatim(_ date: String) throws {
        var reader = try PoliteReader()
        reader.refresh(at: 0) { _ in .feed(["Last-Modified": date]) }
        reader.refresh(at: 25) { _ in .status(304) }
        #expect(reader.sent[0].validators == Validators(lastModified: date))
    }

    @Test func condBothWhenBothWereGiven() throws {
        var reader = try PoliteReader()
        reader.refresh(at: 0) { _ in .feed(["ETag": "\"a\"", "Last-Modified": date]) }
        reader.refresh(at: 25) { _ in .status(304) }
        #expect(reader.sent[0].validators == Validators(entityTag: "\"a\"", lastModified: date))
    }

    @Test func condOneRequest304EndsTheMatter() throws {
        var reader = try PoliteReader()
        reader.refresh(at: 0) { _ in .feed(["ETag": "\"a\""]) }
        reader.refresh(at: 25) { _ in .status(304) }
        #expect(reader.sent.count == 1 && reader.lastFailure == nil)
    }

    @Test func condNewETagOn304RenewsTheStoredOne() throws {
        var reader = try PoliteReader()
        reader.refresh(at: 0) { _ in .feed(["ETag": "\"a\"", "Last-Modified": date]) }
        reader.refresh(at: 25) { _ in .status(304, ["ETag": "\"b\""]) }
        #expect(reader.schedule.validators == Validators(entityTag: "\"b\"", lastModified: date))
    }

    @Test func condLastModifiedGoesBack() throws {
        var reader = try PoliteReader()
        reader.refresh(at: 0) { _ in .feed(["Last-Modified": date]) }
        reader.refresh(at: 25) { _ in .feed(["Last-Modified": "Wed, 01 Jan 2020 00:00:00 GMT"]) }
        #expect(reader.schedule.validators == Validators(lastModified: "Wed, 01 Jan 2020 00:00:00 GMT"))
    }

    @Test func condValidatorsWithdrawn() throws {
        var reader = try PoliteReader()
        reader.refresh(at: 0) { _ in .feed(["ETag": "\"a\"", "Last-Modified": date]) }
        reader.refresh(at: 25) { _ in .feed() }
        #expect(reader.schedule.validators.isEmpty)
    }

    @Test func condNotAfterBadBody() throws {
        var reader = try PoliteReader()
        reader.refresh(at: 0) { _ in .feed(["ETag": "\"a\""]) }
        reader.refresh(at: 25, reading: nil) { _ in .feed(["ETag": "\"b\""], "<html>Wi-Fi</html>") }
        #expect(reader.lastFailure?.kind == .notAFeed("a sign-in page"))
        #expect(reader.schedule.validators == Validators(entityTag: "\"a\""))
        #expect(reader.schedule.failures == 1)
    }

    @Test func condNotAfterCutGzip() throws {
        var reader = try PoliteReader()
        reader.refresh(at: 0) { _ in .feed(["ETag": "\"a\""]) }
        // gzip of “<rss><item/><item/></rss>”, without its last twelve bytes.
        let cut: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 2, 3, 0xB3, 0x29, 0x2A, 0x2E, 0xB6, 0xB3, 0xC9]
        reader.refresh(at: 25) { _ in
            FetchResponse(
                status: 200, headers: HeaderFields(["ETag": "\"b\"", "Content-Encoding": "gzip"]), body: cut)
        }
        #expect(reader.lastFailure?.kind == .broken("it was cut or changed on its way"))
        #expect(reader.schedule.validators == Validators(entityTag: "\"a\""))
    }

    @Test func condNotAfterEmpty200() throws {
        var reader = try PoliteReader()
        reader.refresh(at: 0) { _ in .feed(["ETag": "\"a\""]) }
        reader.refresh(at: 25) { _ in .feed(["ETag": "\"b\""], "") }
        #expect(reader.lastFailure?.kind == .empty && reader.sent.count == 1)
        #expect(reader.schedule.validators == Validators(entityTag: "\"a\""))
    }

    @Test func cond304UnaskedIsSurvived() throws {
        var reader = try PoliteReader()
        reader.refresh(at: 0) { _ in .status(304, ["ETag": "\"z\""]) }
        #expect(reader.lastFailure?.kind == .notModifiedUnasked)
        #expect(reader.schedule.validators.isEmpty)
        #expect(reader.refresh(at: 25) { _ in .feed() })
    }

    @Test func cond226DeltaIsReadButItsValidatorsAreNotKept() throws {
        var reader = try PoliteReader()
        reader.refresh(at: 0) { _ in .feed(["ETag": "\"a\""]) }
        reader.refresh(at: 25) { _ in
            FetchResponse(status: 226, headers: HeaderFields(["ETag": "\"b\""]), body: [0x3C])
        }
        #expect(reader.lastFailure == nil && reader.schedule.validators.isEmpty)
    }

    @Test func afterThirtyDaysOf304TheFeedIsAskedOnceWithoutValidators() throws {
        var reader = try PoliteReader()
        reader.refresh(at: 0) { _ in .feed(["ETag": "\"a\""]) }
        for day in 1...29 { reader.refresh(at: Double(day) * 24) { _ in .status(304) } }
        #expect(reader.sent.isEmpty || !reader.sent[0].validators.isEmpty)
        reader.refresh(at: 32 * 24) { _ in .feed(["ETag": "\"a\""]) }
        #expect(reader.sent[0].validators.isEmpty)
        reader.refresh(at: 35 * 24) { _ in .status(304) }
        #expect(reader.sent[0].validators == Validators(entityTag: "\"a\""))
    }

    @Test func aStoredValidatorCannotSmuggleALine() {
        let fields = Validators(entityTag: "\"a\"\r\nX-Evil: 1").fields
        #expect(fields.map { String(decoding: $0.value, as: UTF8.self) } == ["\"a\"X-Evil: 1"])
    }
}
