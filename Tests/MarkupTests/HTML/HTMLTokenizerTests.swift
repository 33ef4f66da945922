import Markup
import Testing

struct HTMLTokenizerTests {
    @Test(arguments: [
        ("a < b", "a &lt; b"), ("a<", "a&lt;"), ("a</", "a&lt;/"), ("a</>b", "ab"), ("<3", "&lt;3"),
        ("a<p", "a"), ("a<p x='", "a"), ("</p", ""), ("a<b/>c", "a<b>c</b>"),
    ])
    func aLessThanSignThatBeginsNoTagIsText(source: String, tree: String) {
        #expect(bodyHTML(source) == tree)
    }

    @Test(arguments: [
        ("<p><!--a-->", "a"), ("<p><!-->b", ""), ("<p><!--->b", ""), ("<p><!---->b", ""),
        ("<p><!--a--!>b", "a"),
        ("<p><!--a--->b", "a-"), ("<p><!--a", "a"), ("<p><!--a--", "a"), ("<p><!--a--!", "a"),
        ("<p><!--a-", "a"),
        ("<p><!--a--!b-->", "a--!b"), ("<p><!--<!-->b", "<!"), ("<p><!x>", "x"), ("<p><?x?>", "?x?"),
        ("<p></1>", "1"), ("<p><![CDATA[x]]>", "[CDATA[x]]"), ("<p><!-", "-"), ("<p><!--\0-->", "\u{fffd}"),
    ])
    func commentsEndWhereTheStandardEndsThem(source: String, comment: String) {
        #expect(bodyHTML(source).hasPrefix("<p><!--\(comment)-->"))
    }

    @Test(arguments: [
        ("<p a=1 A=2>", #"<p a="1">"#), ("<p a = 'x' b>", #"<p a="x" b="">"#), ("<p =x>", #"<p =x="">"#),
        ("<p a/b>", #"<p a="" b="">"#), ("<p a=/>", #"<p a="/">"#), ("<p a=>", #"<p a="">"#),
        ("<p a=b'c>", #"<p a="b'c">"#), ("<p a='1'b=\"2\">", #"<p a="1" b="2">"#),
        ("<p a\0b=\0>", "<p a\u{fffd}b=\"\u{fffd}\">"), ("<p a='>'>", #"<p a="&gt;">"#),
        ("<p\n\ta\n=\n1>", #"<p a="1">"#),
    ])
    func attributesAreReadInEveryForm(source: String, tag: String) {
        #expect(bodyHTML(source) == tag + "</p>")
    }

    @Test(arguments: [
        ("<!DOCTYPE html>", "<!DOCTYPE html>"), ("<!doctype HTML>", "<!DOCTYPE html>"),
        ("<!DOCTYPEhtml>", "<!DOCTYPE html>"), ("<!DOCTYPE>", "<!DOCTYPE >"),
        ("<!DOCTYPE a PUBLIC \"b\" 'c'>", "<!DOCTYPE a \"b\" \"c\">"),
        ("<!DOCTYPE a SYSTEM 'c'>", "<!DOCTYPE a \"\" \"c\">"),
        ("<!DOCTYPE a PUBLIC 'b>", "<!DOCTYPE a \"b\" \"\">"), ("<!DOCTYPE a b>", "<!DOCTYPE a>"),
        ("<!DOCTYPE a", "<!DOCTYPE a>"), ("<!DOCTYPE a PUBLIC'b''c'x>", "<!DOCTYPE a \"b\" \"c\">"),
    ])
    func doctypesAreReadWithTheirIdentifiers(source: String, line: String) {
        #expect(treeLines(source).first == "| " + line)
    }

    @Test(arguments: [
        ("<title>a<b>&amp;</title>c", "<title>a&lt;b&gt;&amp;</title>"),
        ("<style>a<b></style>", "<style>a<b></style>"),
        ("<title>a</titlex></title>", "<title>a&lt;/titlex&gt;</title>"),
        ("<title>a</TITLE >b", "<title>a</title>"),
        ("<script>a<!--<script></script>b--></script>", "<script>a<!--<script></script>b--></script>"),
        ("<script><!--</script>", "<script><!--</script>"),
        ("<script><!--><script></script>", "<script><!--><script></script>"),
        ("<style>\0</style>", "<style>\u{fffd}</style>"), ("<title></title", "<title>&lt;/title</title>"),
    ])
    func rawTextEndsAtItsOwnEndTag(source: String, head: String) {
        #expect(pageHTML(source).hasPrefix("<html><head>\(head)</head>"))
    }

    @Test func plaintextNeverEnds() {
        #expect(bodyHTML("<plaintext>a</plaintext>&amp;") == "<plaintext>a</plaintext>&amp;</plaintext>")
    }

    @Test func charactersNextToEachOtherAreOneTextNode() {
        #expect(treeLines("a&amp;b\0c<d").suffix(1) == ["|     \"a&bc\""])
        #expect(treeLines("AT&T a & b &c").last == "|     \"AT&T a & b &c\"")
    }
}
