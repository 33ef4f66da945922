import News
import Testing

@testable import Feeds

@Suite struct LooseAddressTests {
    @Test(arguments: [
        ("www.gazette.example/1", "http://www.gazette.example/1"),
        ("//gazette.example/1", "https://gazette.example/1"),
        ("https://gazette.example/1", "https://gazette.example/1"),
    ])
    func readsAddressesWithoutTheirScheme(_ reference: String, _ expected: String) {
        #expect(LooseAddress.read(reference, base: nil)?.text == expected)
    }

    @Test func resolvesTheOthers() {
        let base = WebAddress("http://gazette.example/news/")
        #expect(LooseAddress.read("//other.example/", base: base)?.text == "http://other.example/")
        #expect(LooseAddress.read("2", base: base)?.text == "http://gazette.example/news/2")
        #expect(LooseAddress.read("2", base: nil) == nil)
        #expect(LooseAddress.read("javascript:x", base: base) == nil)
    }
}
