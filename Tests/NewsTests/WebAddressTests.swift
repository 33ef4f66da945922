import News
import Testing

@Suite struct WebAddressTests {
    @Test(arguments: [
        ("HTTPS://Vell.Example/A b?q=<1>#x", "https://vell.example/A%20b?q=%3C1%3E#x"),
        (" http://vell.example ", "http://vell.example"),
        ("http://user:secret@vell.example:8080/", "http://vell.example:8080/"),
        ("https://vell.ex\nample/a", "https://vell.example/a"),
        ("https:\\\\vell.example\\a", "https://vell.example/a"),
        ("https://vell.example/ü", "https://vell.example/ü"),
        ("https://vell.example/a\u{202E}b\u{A0}", "https://vell.example/a%E2%80%AEb%C2%A0"),
    ])
    func readsAbsoluteAddresses(_ raw: String, _ expected: String) {
        #expect(WebAddress(raw)?.text == expected)
    }

    @Test(arguments: [
        "javascript:alert(1)", "file:///etc/passwd", "exec:rm", "data:text/html,x", "ftp://x.example/",
        "//x.example",
        "/path", "", "http://", "http:///a", "-flag", "JaVaScRiPt:x", "java\tscript:x", "http://:80/",
    ])
    func refusesEverythingElse(_ raw: String) {
        #expect(WebAddress(raw) == nil)
    }

    /// RFC 3986 §5.4, as far as it concerns web addresses.
    @Test(arguments: [
        ("g", "http://a/b/c/g"), ("./g", "http://a/b/c/g"), ("g/", "http://a/b/c/g/"), ("/g", "http://a/g"),
        ("//g", "http://g"), ("?y", "http://a/b/c/d;p?y"), ("g?y", "http://a/b/c/g?y"),
        ("#s", "http://a/b/c/d;p?q#s"),
        (";x", "http://a/b/c/;x"), ("", "http://a/b/c/d;p?q"), (".", "http://a/b/c/"), ("..", "http://a/b/"),
        ("../g", "http://a/b/g"), ("../..", "http://a/"), ("../../../g", "http://a/g"),
        ("g;x=1/../y", "http://a/b/c/y"),
        ("g?y/../x", "http://a/b/c/g?y/../x"),
    ])
    func resolvesReferences(_ reference: String, _ expected: String) {
        #expect(WebAddress(reference, relativeTo: WebAddress("http://a/b/c/d;p?q"))?.text == expected)
    }

    @Test func travelsEncoded() {
        #expect(WebAddress("https://vell.example/ü?ä=1")?.encoded == "https://vell.example/%C3%BC?%C3%A4=1")
    }

    @Test func neverResolvesAnotherScheme() {
        #expect(WebAddress("javascript:x", relativeTo: WebAddress("http://a/")) == nil)
    }

    @Test func namesItsHost() {
        #expect(WebAddress("http://u@A.example:80/x")?.host == "a.example")
        #expect(WebAddress("http://[::1]:80/x")?.host == "[::1]")
    }

    @Test(arguments: [
        ("https://a.example/b?c=d#e", true), ("http://a.example", true), ("https://A.example/", false),
        ("https://a.example/b c", false), ("https://ida@a.example/", false), ("https://a.example/ü", false),
        ("https://", false), ("ftp://a.example/", false), ("https:///a", false),
    ])
    func knowsWhatIsAlreadyWrittenAsItIsKept(_ text: String, _ isPlain: Bool) {
        #expect(WebAddress.isPlain(text.utf8.span) == isPlain)
        if isPlain { #expect(WebAddress(text)?.text == text) }
    }

    @Test func resolvesFragments() {
        let base = WebAddress("https://a.example/b?c=d#e")
        #expect(WebAddress("#f:1", relativeTo: base)?.text == "https://a.example/b?c=d#f:1")
        #expect(WebAddress("#f 1", relativeTo: base)?.text == "https://a.example/b?c=d#f%201")
    }
}
