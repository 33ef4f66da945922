import Testing

@testable import Fetching

@Suite struct CredentialsTests {
    @Test func areReadFromTheAddressTheUserWrote() {
        let found = Credentials(inAddress: "http://me:hunter%322@vell.example/feed?a=b@c")
        #expect(found == Credentials(user: "me", password: "hunter22"))
        #expect(Credentials(inAddress: "http://me@vell.example/") == Credentials(user: "me", password: ""))
        #expect(Credentials(inAddress: "http://me:a:b@c@vell.example/")?.password == "a:b@c")
    }

    @Test(arguments: [
        "http://vell.example/a@b", "http://vell.example?x=a:b@c", "vell.example", "http://@vell.example",
    ])
    func areNotReadFromElsewhere(_ address: String) {
        #expect(Credentials(inAddress: address) == nil)
    }

    @Test func neverPrintTheirPassword() {
        let secret = Credentials(user: "me", password: "hunter2")
        var dumped = ""
        dump(secret, to: &dumped)
        #expect(!"\(secret) \(String(reflecting: secret)) \(dumped)".contains("hunter2"))
    }
}
