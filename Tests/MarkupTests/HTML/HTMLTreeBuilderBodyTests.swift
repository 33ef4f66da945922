import Testing

/// The body, its elements, and what comes after it.
struct HTMLTreeBuilderBodyTests {
    @Test(arguments: [
        ("<p>a<p>b", "<p>a</p><p>b</p>"), ("<p>a<div>b</div>c", "<p>a</p><div>b</div>c"),
        ("a</p>b", "a<p></p>b"), ("<h1>a<h2>b</h1>c", "<h1>a</h1><h2>b</h2>c"),
        ("<p><button><p>a", "<p><button><p>a</p></button></p>"),
        ("<div><p>a</div>b", "<div><p>a</p></div>b"), ("<pre>\n\na</pre>", "<pre>\n\na</pre>"),
        ("<div><span></div>a", "<div><span></span></div>a"),
        ("<span><div></span>a", "<span><div>a</div></span>"),
    ])
    func blocksCloseParagraphsAndHeadings(source: String, tree: String) {
        #expect(bodyHTML(source) == tree)
    }

    @Test(arguments: [
        ("<ul><li>a<li>b<ul><li>c</ul><li>d", "<ul><li>a</li><li>b<ul><li>c</li></ul></li><li>d</li></ul>"),
        ("<dl><dt>a<dd>b<dt>c", "<dl><dt>a</dt><dd>b</dd><dt>c</dt></dl>"),
        ("<li><div><li>a", "<li><div></div></li><li>a</li>"),
        ("<ul><li><p>a</li>b", "<ul><li><p>a</p></li>b</ul>"),
        ("<ruby>a<rt>b<rp>c", "<ruby>a<rt>b</rt><rp>c</rp></ruby>"),
        ("<ruby><rtc>a<rt>b<rb>c", "<ruby><rtc>a<rt>b</rt></rtc><rb>c</rb></ruby>"),
    ])
    func itemsCloseTheItemBefore(source: String, tree: String) {
        #expect(bodyHTML(source) == tree)
    }

    @Test(arguments: [
        ("<br/>a<img src=x>b</br>c", #"<br>a<img src="x">b<br>c"#), ("<image>", "<img>"),
        ("<input><wbr>a</wbr>", "<input><wbr>a"),
        ("<hr>a</hr>", "<hr>a"), ("<object><p>a</object>b", "<object><p>a</p></object>b"), ("<tr><td>a", "a"),
        ("<video><source><track>a</video>", "<video><source><track>a</video>"),
        ("<xmp><b></xmp>", "<xmp><b></xmp>"),
    ])
    func elementsWithoutContentTakeNone(source: String, tree: String) {
        #expect(bodyHTML(source) == tree)
    }

    @Test(arguments: [
        ("<form>a<form>b</form>c", "<form>ab</form>c"), ("<form><div></form>a", "<form><div>a</div></form>"),
        ("<button>a<button>b", "<button>a</button><button>b</button>"),
        (
            "<select><option>a<option>b<optgroup><option>c</select>d",
            "<select><option>a</option><option>b</option><optgroup><option>c</option></optgroup></select>d"
        ),
        ("<select><div>a</div><select>b", "<select><div>a</div></select>b"),
        ("<select>a<input>b", "<select>a</select><input>b"),
        ("<select><option>a<hr>", "<select><option>a</option><hr></select>"),
        ("<option>a<option>b", "<option>a</option><option>b</option>"),
    ])
    func formControlsCloseOneAnother(source: String, tree: String) {
        #expect(bodyHTML(source) == tree)
    }

    @Test(arguments: [
        ("a</body>b<!--c-->", "<body>ab<!--c--></body>"), ("a</body><!--c-->", "<body>a</body><!--c-->"),
        ("a</body></html> <p>b", "<body>a <p>b</p></body>"),
        ("<p>a</html><!--c-->", "<body><p>a</p></body></html><!--c-->"),
        ("<body a=1><p><body a=2 b=3>", #"<body a="1" b="3"><p></p></body>"#),
    ])
    func theBodyGoesOnAfterItsEndTagIfMoreComes(source: String, inside: String) {
        #expect(pageHTML(source).hasPrefix("<html><head></head>" + inside))
    }

    @Test func zeroBytesAreDroppedInTheBodyAndReplacedInForeignContent() {
        #expect(bodyHTML("a\0b") == "ab")
        #expect(bodyHTML("<svg>a\0b") == "<svg>a\u{fffd}b</svg>")
    }
}
