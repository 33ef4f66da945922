import News
import Testing

@testable import Fetching

@Suite struct ProxyEnvironmentTests {
    private func covers(_ address: String, _ variables: [String: String]) throws -> Bool {
        ProxyEnvironment { variables[$0] }.covers(try #require(WebAddress(address)))
    }

    @Test func obeysTheVariablesThatLibcurlObeys() throws {
        #expect(try covers("http://a.example", ["http_proxy": "http://p:3128"]))
        #expect(try !covers("https://a.example", ["http_proxy": "http://p:3128"]))
        #expect(try covers("https://a.example", ["HTTPS_PROXY": "http://p:3128"]))
        #expect(try covers("http://a.example", ["ALL_PROXY": "socks5://p"]))
        #expect(try !covers("http://a.example", ["HTTP_PROXY": "http://p:3128"]))
        #expect(try !covers("http://a.example", [:]))
    }

    @Test(arguments: ["*", "a.example", ".example", "x, a.example", "example"])
    func exceptionsAreAskedDirectly(_ list: String) throws {
        #expect(try !covers("http://a.example", ["http_proxy": "p", "NO_PROXY": list]))
        #expect(try covers("http://b.test", ["http_proxy": "p", "no_proxy": list]) == (list != "*"))
    }
}
