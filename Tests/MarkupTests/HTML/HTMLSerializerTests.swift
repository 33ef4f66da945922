import Markup
import Testing

struct HTMLSerializerTests {
    @Test func whatIsWrittenReadsAsTheSameTree() {
        let sources = [
            "<!DOCTYPE html><title>a&amp;b</title><p class='x\"y'>a &lt; b<br>c<pre>\n\nx</pre>",
            "<script>1 < 2</script>",
            "<table><td>a<svg><path d=1 /></svg><math><mi>x</math></table>",
            "<textarea>\n\n</textarea><!--c--><ul><li>a",
        ]
        for source in sources {
            let page = HTMLDocument(parsing: source)
            let again = HTMLDocument(parsing: HTMLSerializer.html(inside: page.root, of: page))
            #expect(page.html5libTree() == again.html5libTree())
        }
    }

    @Test func oneElementIsWrittenWithItsTags() throws {
        let page = HTMLDocument(parsing: "<p id=a>x<b>y</b></p>z")
        let paragraph = try #require(page.body.flatMap(page.firstChild(of:)))
        #expect(HTMLSerializer.html(of: paragraph, in: page) == #"<p id="a">x<b>y</b></p>"#)
        #expect(HTMLSerializer.html(inside: paragraph, of: page) == "x<b>y</b>")
    }

    @Test func nothingOutOfTextOrAttributesBecomesMarkup() {
        #expect(
            bodyHTML(#"<p title="&quot;&gt;&lt;script&gt;">&lt;script&gt;"#)
                == #"<p title="&quot;&gt;&lt;script&gt;">&lt;script&gt;</p>"#)
    }
}
