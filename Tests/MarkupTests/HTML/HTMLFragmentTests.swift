import Markup
import Testing

struct HTMLFragmentTests {
    @Test(arguments: [
        ("a<p>b", "body", "a<p>b</p>"), ("<tr><td>a", "body", "a"),
        ("<tr><td>a", "table", "<tbody><tr><td>a</td></tr></tbody>"),
        ("<td>a<td>b", "tr", "<td>a</td><td>b</td>"), ("a</td>b", "td", "ab"),
        ("<b>&amp;", "title", "&lt;b&gt;&amp;"),
        ("<b>", "script", "&lt;b&gt;"), ("<option>a<input>b", "select", "<option>ab</option>"),
        ("<html a=1><body><head>a", "div", "a"),
        ("<td>a", "template", "<td>a</td>"), ("<frame>", "frameset", "<frame>"),
        ("a", "no-such-element", "a"), ("", "body", ""),
        ("</html>a</body>b", "body", "ab"), ("<p>a</form>b", "form", "<p>ab</p>"),
        ("<li>a", "ul", "<li>a</li>"),
        ("a</title>b", "title", "a&lt;/title&gt;b"), ("a<form>b</form><form>c", "form", "ab<form>c</form>"),
    ])
    func aFragmentIsReadAsItsContextReadsIt(source: String, context: String, tree: String) {
        #expect(fragmentHTML(source, in: context) == tree)
    }

    @Test func aFragmentHasNoHeadAndNoBody() {
        let fragment = HTMLDocument(parsingFragment: "<p>a")
        #expect(fragment.head == nil)
        #expect(fragment.body == nil)
        #expect(fragment.children(of: fragment.root).map(fragment.name(of:)) == ["p"])
    }
}
