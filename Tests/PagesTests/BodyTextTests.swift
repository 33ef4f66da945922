import News
import Pages
import Testing

@Suite struct BodyTextTests {
    @Test func separatesBlocksAndLeavesMarksAndAddressesOut() {
        let html = """
            <h2>Roads</h2><p>The <a href="https://example.org/r">report</a>
            is <del>new</del><br>and long.<img alt="a heron" src="/h"></p><hr><ul><li>one<li>two</ul>
            <blockquote><p>a</p><p>b</p></blockquote><pre>x  y
              z</pre><table><tr><th>Year<th>Who<tr><td>1911<td>Nobody</table>
            """
        #expect(
            ArticleBody.plainText(ArticleBody.blocks(html: html)) == """
                Roads

                The report is new
                and long.

                one
                two

                a

                b

                x  y
                  z

                Year Who
                1911 Nobody
                """)
    }

    @Test func makesParagraphsOfPlainText() {
        let text = "Storm <Aila> & co.\nreaches Vell.\r\n\r\n \n  Second\tone. \u{1B}[1m"
        let html = ArticleBody.html(plainText: text)
        #expect(
            html == "<p>Storm &lt;Aila&gt; &amp; co.<br>\nreaches Vell.</p>\n<p>Second one. [1m</p>\n")
        #expect(
            ArticleBody.plainText(ArticleBody.blocks(html: html))
                == "Storm <Aila> & co.\nreaches Vell.\n\nSecond one. [1m")
        #expect(ArticleBody.html(plainText: " \n\n") == "")
    }
}
