import News
import Testing

@testable import Fetching

/// The promises about redirects, by their names in the table of politeness.
@Suite struct RedirectTests {
    private func moved(_ status: Int, to place: String) -> FetchResponse {
        .status(status, ["Location": place])
    }

    @Test(arguments: [301, 308])
    func lastingRedirectsAreAdoptedAfterAFeedWasReadThere(_ status: Int) throws {
        var reader = try PoliteReader()
        reader.refresh(at: 0) {
            $0.address.text.hasSuffix("/new.xml") ? .feed() : moved(status, to: "/new.xml")
        }
        #expect(
            reader.sent.map(\.address.text) == [
                "https://vell.example/feed.xml", "https://vell.example/new.xml",
            ])
        #expect(reader.address.text == "https://vell.example/new.xml")
    }

    @Test(arguments: [302, 303, 307])
    func temporaryRedirectsAreNot(_ status: Int) throws {
        var reader = try PoliteReader()
        reader.refresh(at: 0) {
            $0.address.text.hasSuffix("/new.xml") ? .feed() : moved(status, to: "/new.xml")
        }
        #expect(reader.lastFailure == nil && reader.address.text == "https://vell.example/feed.xml")
    }

    @Test func aLastingRedirectBehindATemporaryOneIsNotAdopted() throws {
        var reader = try PoliteReader("https://a.example/")
        let steps = ["a.example": (301, "https://b.example/"), "b.example": (302, "https://c.example/")]
        reader.refresh(at: 0) { request in
            switch steps[request.address.host] {
            case let (status, place)?: moved(status, to: place)
            case nil where request.address.path == "/": moved(301, to: "/feed")
            case nil: .feed()
            }
        }
        #expect(reader.sent.last?.address.text == "https://c.example/feed")
        #expect(reader.address.text == "https://b.example/")
    }

    @Test func redir301ToNowhereIsNotAdopted() throws {
        var reader = try PoliteReader()
        reader.refresh(at: 0, reading: nil) {
            $0.address.text.hasSuffix("login")
                ? .feed([:], "<html>") : moved(301, to: "http://hotel.example/login")
        }
        #expect(reader.address.text == "https://vell.example/feed.xml")
        #expect(reader.lastFailure?.address.text == "http://hotel.example/login")
    }

    @Test func tenHopsAreFollowedAndNoMore() throws {
        func follow(_ hops: Int) throws -> PoliteReader {
            var reader = try PoliteReader("https://vell.example/0")
            reader.refresh(at: 0) { request in
                let number = Int(request.address.path.dropFirst()) ?? 0
                return number < hops ? moved(302, to: "/\(number + 1)") : .feed()
            }
            return reader
        }
        let ten = try follow(10)
        #expect(ten.lastFailure == nil && ten.sent.count == 11)
        let eleven = try follow(11)
        #expect(eleven.lastFailure?.kind == .redirectRefused("more than 10 in a row"))
        #expect(eleven.sent.count == 11)
    }

    @Test func aLoopEndsWhereItBegan() throws {
        var reader = try PoliteReader()
        reader.refresh(at: 0) { moved(302, to: $0.address.path == "/b" ? "/feed.xml#x" : "/b") }
        #expect(reader.lastFailure?.kind == .redirectRefused("it goes in a circle"))
        #expect(reader.sent.count == 2)
    }

    @Test(arguments: ["file:///etc/passwd", "ftp://vell.example/", "javascript:alert(1)", "gopher://x"])
    func aRedirectNeverLeavesTheWeb(_ place: String) throws {
        var reader = try PoliteReader()
        reader.refresh(at: 0) { _ in moved(302, to: place) }
        #expect(reader.lastFailure?.kind == .redirectRefused("\(place) is no web address"))
        #expect(reader.sent.count == 1)
    }

    @Test func aRedirectWithoutADestinationIsAFailure() throws {
        var reader = try PoliteReader()
        reader.refresh(at: 0) { _ in .status(301) }
        #expect(reader.lastFailure?.kind == .broken("a redirect to nowhere"))
    }

    @Test func redirNoPasswordLeak() throws {
        var reader = try PoliteReader("https://vell.example/feed.xml")
        reader.credentials = Credentials(user: "me", password: "hunter2")
        reader.refresh(at: 0) { request in
            switch request.address.text {
            case "https://vell.example/feed.xml": moved(302, to: "/b.xml")
            case "https://vell.example/b.xml": moved(302, to: "https://vell.example:8443/c.xml")
            case "https://vell.example:8443/c.xml": moved(302, to: "https://other.example/d.xml")
            default: .feed()
            }
        }
        #expect(reader.sent.map { $0.credentials != nil } == [true, true, false, false])
    }

    @Test func aPasswordIsNotSentInTheClearByRedirect() throws {
        var reader = try PoliteReader()
        reader.credentials = Credentials(user: "me", password: "hunter2")
        reader.refresh(at: 0) { _ in moved(301, to: "http://vell.example/feed.xml") }
        #expect(
            reader.lastFailure?.kind
                == .redirectRefused("it leads from https to http, and a password is kept for it"))
        var open = try PoliteReader()
        open.refresh(at: 0) {
            $0.address.scheme == "http" ? .feed() : moved(301, to: "http://vell.example/feed.xml")
        }
        #expect(open.lastFailure == nil)
    }

    @Test func aPasswordGoesAlongToHTTPS() throws {
        var reader = try PoliteReader("http://vell.example/feed.xml")
        reader.credentials = Credentials(user: "me", password: "hunter2")
        reader.refresh(at: 0) {
            $0.address.scheme == "https" ? .feed() : moved(301, to: "https://vell.example/feed.xml")
        }
        #expect(reader.sent.map { $0.credentials != nil } == [true, true])
    }

    @Test func redirConditionalSendsValidatorsAlong() throws {
        var reader = try PoliteReader()
        for hour in [0.0, 25] {
            reader.refresh(at: hour) {
                if $0.address.path == "/feed.xml" { return moved(302, to: "/now.xml") }
                return $0.validators.isEmpty ? .feed(["ETag": "\"n\""]) : .status(304)
            }
        }
        #expect(reader.sent.map(\.validators.entityTag) == ["\"n\"", "\"n\""])
        #expect(reader.lastFailure == nil)
    }

    @Test(arguments: [
        "http://127.0.0.1/", "http://localhost:631/", "http://[::1]/", "http://192.168.1.1/",
        "http://0x7f.1/",
    ])
    func aPublicHostDoesNotLeadIntoAPrivateNetwork(_ place: String) throws {
        var reader = try PoliteReader()
        reader.refresh(at: 0) { _ in moved(302, to: place) }
        #expect(reader.lastFailure?.kind == .privateNetwork && reader.sent.count == 1)
    }

    @Test func theConnectionIsToldNotToGoThereEither() throws {
        var reader = try PoliteReader()
        reader.refresh(at: 0) { request in
            var response =
                request.address.host == "vell.example" ? moved(302, to: "https://b.example/") : .feed()
            response.peer = IPAddress(host: "203.0.113.7")
            return response
        }
        #expect(reader.sent.map(\.allowsPrivateNetwork) == [true, false])
    }

    @Test func aPrivateAddressOfTheUsersOwnMayLeadToOthers() throws {
        var reader = try PoliteReader("http://nas.home.example/feed")
        reader.refresh(at: 0) { request in
            var response =
                request.address.host == "192.168.1.2" ? .feed() : moved(302, to: "http://192.168.1.2/feed")
            response.peer = IPAddress(host: "192.168.1.2")
            return response
        }
        #expect(reader.lastFailure == nil)
        #expect(reader.sent.map(\.allowsPrivateNetwork) == [true, true])
    }

    @Test func goneBehindATemporaryRedirectIsNotGone() throws {
        var reader = try PoliteReader()
        reader.refresh(at: 0) { $0.address.path == "/b" ? .status(410) : moved(302, to: "/b") }
        #expect(reader.lastFailure?.kind == .status(410, retryAfter: nil))
        #expect(!reader.schedule.isGone)
    }
}

extension WebAddress {
    fileprivate var path: String {
        let rest = text.dropFirst(scheme.count + 3)
        return String(rest.drop { $0 != "/" }.prefix { $0 != "?" && $0 != "#" })
    }
}
