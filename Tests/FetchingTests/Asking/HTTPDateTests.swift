import News
import Testing

@testable import Fetching

@Suite struct HTTPDateTests {
    @Test(arguments: [
        "Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994",
        "Sun, 6 Nov 1994 08:49:37 +0000", "06 november 1994 08:49:37",
    ])
    func readsTheThreeFormsAndTheirMisspellings(_ text: String) {
        #expect(HTTPDate.read(text)?.iso8601 == "1994-11-06T08:49:37Z")
    }

    @Test(arguments: [
        "", "0", "-1", "now", "Sun, 06 Nov 1994", "Sun, 06 Foo 1994 08:49:37 GMT",
        "Sun, 96 Nov 1994 08:49:37 GMT",
        "Sun, 06 Nov 1994 25:49:37 GMT", "Sun, 06 Nov 99999999999999999999 08:49:37 GMT", "::: Nov 6 1994",
        String(repeating: "1 ", count: 10000),
    ])
    func whatIsNoDateIsNone(_ text: String) {
        #expect(HTTPDate.read(text) == nil)
    }
}
