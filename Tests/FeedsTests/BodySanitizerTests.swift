import News
import Testing

@testable import Feeds

@Suite struct BodySanitizerTests {
    let base = WebAddress("https://gazette.example/news/1")

    func sanitize(_ html: String) -> String {
        BodySanitizer.sanitize(Array(html.utf8), base: base)
    }

    @Test(arguments: [
        ("<p>Boats <b>stay</b> in.</p>", "<p>Boats <b>stay</b> in.</p>"),
        ("<P CLASS=x>a<BR>b", "<p>a<br>b</p>"),
        ("<p>a<p>b<li>c<li>d", "<p>a</p><p>b<li>c</li><li>d</li></p>"),
        ("<b><i>x</b>y</i>", "<b><i>x</i></b>y"),
        ("a < b & c &lt; d &amp; e &copy; &nbsp;&#8217;", "a &lt; b &amp; c &lt; d &amp; e © \u{A0}’"),
        ("<font color=red><blink>x</blink></font>", "<font>x</font>"),
        (
            "<img src=/a.png alt='A &quot;b&quot;' width=3 onerror=x>",
            "<img src=\"https://gazette.example/a.png\" alt=\"A &quot;b&quot;\" width=\"3\">"
        ),
        (
            "<a href=\"2?a=1&amp;b=2&c=3\">x</a>",
            "<a href=\"https://gazette.example/news/2?a=1&amp;b=2&amp;c=3\">x</a>"
        ),
        ("<a href='mailto:ida@gazette.example'>x</a>", "<a href=\"mailto:ida@gazette.example\">x</a>"),
        (
            "<div xml:base='https://other.example/'><a href=b>x</a></div><a href=c>y</a>",
            "<div><a href=\"https://other.example/b\">x</a></div><a"
                + " href=\"https://gazette.example/news/c\">y</a>"
        ),
        ("x<!-- y -->z<!doctype html><?php echo 1 ?>", "xz"),
    ])
    func keepsWhatIsKnown(_ html: String, _ expected: String) {
        #expect(sanitize(html) == expected)
    }

    @Test(arguments: [
        "<script>alert(1)</script>", "<SCRIPT SRC=//evil.example/x.js></SCRIPT >", "<script>alert(1)",
        "<scr<script>ipt>alert(1)</script>", "<style>p{background:url(javascript:alert(1))}</style>",
        "<img src=x onerror=alert(1)>", "<img/src=x/onerror=alert(1)>", "<a href='javascript:alert(1)'>x</a>",
        "<a href='JaVaScRiPt:alert(1)'>x</a>", "<a href=' java\nscript:alert(1)'>x</a>",
        "<a href='&#106;avascript:alert(1)'>x</a>", "<a href='java&Tab;script:alert(1)'>x</a>",
        "<a href='data:text/html,<script>alert(1)</script>'>x</a>", "<a href='vbscript:alert(1)'>x</a>",
        "<a href='\u{1}javascript:alert(1)'>x</a>", "<iframe src='javascript:alert(1)'></iframe>",
        "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
        "<svg onload=alert(1)><script>alert(1)</script></svg>",
        "<math href='javascript:alert(1)'>", "<p style='x:expression(alert(1))'>",
        "<img src=\"x\" \" onerror=alert(1) \">",
        "<template><script>alert(1)</script></template>",
        "<noscript><p title=\"</noscript><script>alert(1)</script>\">",
        "<object data='javascript:alert(1)'></object>", "<embed src='javascript:alert(1)'>",
        "<form action='javascript:alert(1)'><button formaction='javascript:alert(1)'>x</button></form>",
        "<base href='javascript:alert(1)'><meta http-equiv=refresh content='0;javascript:alert(1)'>",
    ])
    func leavesNoWayToRunAnything(_ html: String) {
        let result = sanitize(html).lowercased()
        for word in [
            "<script", "javascript:", "vbscript:", "data:", " onerror=", " onload=", "<style", "srcdoc",
            " action=",
        ] {
            #expect(!result.contains(word) || result.contains("&lt;"), "\(result)")
        }
        #expect(!result.contains("<script"))
        #expect(!result.contains("=\"javascript"))
    }

    @Test func dropsControlCharactersAndOverrides() {
        let result = sanitize(
            "a\u{1B}[31mb&#27;c&#155;d\u{202E}e\u{2066}f\u{FEFF}g\u{0}h\r\ni\u{E0041}j\u{2028}k\u{7F}")
        #expect(result == "a[31mbc›defg\("h\ni")j\nk")
    }

    @Test func takesControlsOfLatin1ForLettersOfWindows1252() {
        #expect(sanitize("it\u{92}s \u{93}so\u{94}") == "it’s “so”")
    }

    @Test func flattensWhatIsTooDeep() {
        let deep = String(repeating: "<div>", count: 5000) + "x" + String(repeating: "</div>", count: 5000)
        let result = sanitize(deep)
        #expect(result.hasPrefix("<div>") && result.contains("x") && result.utf8.count < 11 * 300)
    }

    @Test func endsInLinearTimeOnWhatIsNeverClosed() {
        for piece in [
            "<script>", "<", "<a href='", "<!--", "</", "<p x=\"", "&", "<svg>", "<a <", "<template>", "<b>",
            "</b>",
        ] {
            let html = String(repeating: piece, count: 50_000)
            #expect(sanitize(html).utf8.count <= html.utf8.count * 6)
        }
    }
}

@Suite struct PlainTextTests {
    @Test(arguments: [
        ("Storm &amp; tide", "Storm & tide"), ("<b>Bold</b> title", "Bold title"),
        ("a <antirez> b", "a <antirez> b"),
        ("List<String> in Swift", "List<String> in Swift"), ("1 < 2 > 0", "1 < 2 > 0"), ("a<br>b", "a b"),
        ("x<script>alert(1)</script>y", "xy"), ("it\u{92}s", "it’s"), ("<p>one</p><p>two</p>", " one  two "),
    ])
    func readsTitles(_ html: String, _ expected: String) {
        #expect(PlainText.of(Array(html.utf8)) == expected)
    }
}
