import News
import Pages
import Testing

@Suite struct ArticleBodyTests {
    private func blocks(_ html: String, base: String? = nil) -> [Block] {
        ArticleBody.blocks(html: html, base: base.flatMap { WebAddress($0) })
    }

    private func paragraph(_ content: Inline...) -> Block { .paragraph(content) }

    private func text(_ text: String) -> Block { .paragraph([.text(Prose(text))]) }

    private func address(_ text: String) throws -> WebAddress { try #require(WebAddress(text)) }

    // MARK: What shows

    @Test func showsNothingThatIsInvisible() {
        let html = """
            <style>p{}</style><p>Seen.</p><p style="color:red; DISPLAY : none">a</p><p hidden>b</p>
            <script>"<p>c</p>"</script><template><p>d</p></template><noscript><p>e</p></noscript><!-- f -->
            <form><label>Name</label><input value=g><button>h</button><select><option>i</select>
            <textarea>j</textarea></form><svg><text>k</text></svg><p style="visibility:hidden">l</p>
            <dialog>m</dialog><title>n</title><object></object>
            """
        #expect(blocks(html) == [text("Seen."), text("Name")])
    }

    @Test func dropsEmptyParagraphsAndWhatHoldsNone() {
        let html =
            "<p></p><p> \n<b> </b></p><p>&nbsp;</p><p><br></p><ul> <li></li></ul><blockquote><p></p></blockquote>"
        #expect(
            blocks(html + "<h2></h2><dl></dl><figure></figure><table><tr></tr></table><pre>\n\n</pre>") == [])
    }

    @Test func keepsOnlySafeLettersOfTextAndLabels() {
        #expect(blocks("<p>Safe\u{1B}[31m \u{202E}red\u{2066}&#x9b;</p>") == [text("Safe[31m red›")])
        #expect(
            blocks("<img alt='a\u{1B}]0;b\u{7}' src='https://example.org/i'>") == [
                paragraph(.image("a]0;b", WebAddress("https://example.org/i")))
            ])
    }

    @Test func leavesOutThePagesOwnMachinery() {
        let html = """
            <h2>Why<a class=headerlink href="#why">¶</a></h2><table><tr><td class="code gutter"><pre>1
            2</pre><td class=code><pre>a
            b</pre></table><p>x<span class=katex><math alttext=y><mi>y</mi></math><span class=katex-html>y</span></span>
            <img class="wp-smiley" alt="🙂"><img class=latex alt="a^2">
            """
        #expect(
            blocks(html) == [
                .heading(level: 2, [.text("Why")]), .code([.text("a\nb")]),
                paragraph(.text("x"), .formula("y"), .text(" "), .text("🙂"), .formula("a^2")),
            ])
    }

    // MARK: Blocks

    @Test func endsParagraphsAtBlockElements() {
        #expect(
            blocks("<div>one</div><div><div>two</div></div>three<section>four</section>five") == [
                text("one"), text("two"), text("three"), text("four"), text("five"),
            ])
    }

    @Test func carriesInlineElementsOverBlocks() {
        #expect(
            blocks("<b>one<p>two</p>three</b>") == [
                paragraph(.strong([.text("one")])), paragraph(.strong([.text("two")])),
                paragraph(.strong([.text("three")])),
            ])
    }

    @Test func givesALinkAroundBlocksToTheFirstOfThem() throws {
        let place = try address("https://example.org/a")
        #expect(
            blocks("<a href='https://example.org/a'><h3>Title</h3><p>Text</p></a>") == [
                .heading(level: 3, [.link([.text("Title")], place)]), text("Text"),
            ])
    }

    @Test func makesOneTextOfAHeading() {
        #expect(
            blocks("<h2><div>A</div><div>b <i>c</i></div></h2>") == [
                .heading(level: 2, [.text("A"), .text(" "), .text("b "), .emphasis([.text("c")])])
            ])
    }

    @Test func numbersListsAsTheirAttributesSay() {
        func numbers(_ html: String) -> [Int] {
            guard case .list(let list)? = blocks(html).first else { return [] }
            return list.items.map(\.number)
        }
        #expect(numbers("<ol><li>a<li>b</ol>") == [1, 2])
        #expect(numbers("<ol start=3><li>a<li value=9>b<li>c</ol>") == [3, 9, 10])
        #expect(numbers("<ol reversed><li>a<li>b<li>c</ol>") == [3, 2, 1])
        #expect(numbers("<ol reversed start=-1><li>a<li>b</ol>") == [-1, -2])
        #expect(numbers("<ol start=99999999999999999999><li>a</ol>") == [1])
        #expect(numbers("<ol start=-9223372036854775808><li>a</ol>") == [1])
    }

    @Test func givesListsTheirMarkers() {
        func marker(_ html: String) -> Block.List.Marker? {
            guard case .list(let list)? = blocks(html).first else { return nil }
            return list.marker
        }
        #expect(marker("<ul type=A><li>x</ul>") == .bullet)
        #expect(marker("<menu><li>x</menu>") == .bullet)
        #expect(marker("<ol><li>x</ol>") == .decimal)
        #expect(marker("<ol type=a><li>x</ol>") == .lowerLetter)
        #expect(marker("<ol type=A><li>x</ol>") == .upperLetter)
        #expect(marker("<ol type=i><li>x</ol>") == .lowerRoman)
        #expect(marker("<ol type=I><li>x</ol>") == .upperRoman)
    }

    @Test func putsWhatStandsBetweenItemsIntoTheItemBefore() {
        let inner = Block.list(.init(marker: .bullet, items: [.init(number: 1, blocks: [text("b")])]))
        #expect(
            blocks("<ul><li>a</li><ul><li>b</li></ul></ul>") == [
                .list(.init(marker: .bullet, items: [.init(number: 1, blocks: [text("a"), inner])]))
            ])
        #expect(blocks("<li>alone</li>") == [text("alone")])
    }

    @Test func groupsTermsWithTheirDescriptions() {
        let html = "<dl><div><dt>A<dt>B<dd>one<dd><p>two<p>three</div><dt>C<dd>four</dl>"
        #expect(
            blocks(html) == [
                .definitions([
                    .init(
                        terms: [[.text("A")], [.text("B")]],
                        descriptions: [[text("one")], [text("two"), text("three")]]),
                    .init(terms: [[.text("C")]], descriptions: [[text("four")]]),
                ])
            ])
    }

    @Test func keepsPreformattedTextWithItsLinesAndLinks() throws {
        let place = try address("https://example.org/m")
        #expect(
            blocks("<pre>\n  a <a href='https://example.org/m'>b</a>\n\tc<br>d</pre>") == [
                .code([.text("  a "), .link([.text("b")], place), .text("\n\tc"), .lineBreak, .text("d")])
            ])
        #expect(
            blocks("<pre><div>one</div><div>two</div></pre>") == [
                .code([.text("one"), .text("\n"), .text("two"), .text("\n")])
            ])
    }

    @Test func readsDetailsWithTheirSummary() {
        #expect(
            blocks("<details><summary>What <b>we</b> know</summary><p>Little.</p></details>") == [
                .details(
                    summary: [.text("What "), .strong([.text("we")]), .text(" know")], [text("Little.")])
            ])
        #expect(blocks("<details>x</details>") == [.details(summary: [], [text("x")])])
    }

    // MARK: Figures

    @Test func readsAPictureWithItsCaption() throws {
        let source = try address("https://example.org/p.jpg")
        let html = "<figure><img src=p.jpg alt='The pier'><figcaption>Last week.</figcaption></figure>"
        #expect(
            blocks(html, base: "https://example.org/a") == [
                .figure(
                    alternative: "The pier", source: source, isMarkedDecorative: false,
                    caption: [.text("Last week.")])
            ])
    }

    @Test func keepsTogetherWhatAFigureHoldsBesides() {
        #expect(
            blocks("<figure><pre>x</pre><figcaption>Listing</figcaption></figure>") == [
                .group([
                    .code([.text("x")]),
                    .figure(
                        alternative: nil, source: nil, isMarkedDecorative: true, caption: [.text("Listing")]),
                ])
            ])
    }

    @Test func leavesOutPixelsAndDecoration() {
        #expect(blocks("<p>a<img alt=''><img width=1 height=1 alt=x><img height=2px></p>") == [text("a")])
        #expect(blocks("<img alt=' ' title=T><img>") == [paragraph(.image("T", nil), .image(nil, nil))])
    }

    @Test func takesAPullQuoteForOneOnlyWhenItIsShort() {
        #expect(
            blocks("<aside class='x PullQuote'><p>“No money.”</p><p>— Ana Ruiz</p></aside>") == [
                .pullQuote([.text("“No money.”")], attribution: "Ana Ruiz")
            ])
        #expect(
            blocks(
                "<figure class=wp-block-pullquote><blockquote><p>No.</p><cite>Ana</cite></blockquote></figure>"
            )
                == [.pullQuote([.text("No."), .lineBreak, .emphasis([.text("Ana")])], attribution: nil)])
        let long = String(repeating: "word ", count: 400)
        #expect(blocks("<div class=pull-quote><p>\(long)</p></div>").count == 1)
        #expect(
            blocks("<blockquote class=pullquote><ul><li>a</ul></blockquote>").first.map { block in
                if case .quote = block { true } else { false }
            } == true)
    }

    // MARK: In the line

    @Test func keepsOnlyLinksThatMayBeOpened() throws {
        let place = try address("https://example.org/b")
        let base = "https://example.org/a/c"
        #expect(blocks("<a href=../b>x</a>", base: base) == [paragraph(.link([.text("x")], place))])
        #expect(
            blocks("<a href='MAILTO:desk@example.org'>x</a>") == [
                paragraph(.mail([.text("x")], "desk@example.org"))
            ])
        for reference in [
            "#top", "javascript:void(0)", "data:text/html,x", "file:///etc/passwd", "", "/relative",
        ] {
            #expect(blocks("<a href='\(reference)'>x</a>") == [text("x")])
        }
        #expect(blocks("<a href='https://example.org/a/c#note'>x</a>", base: base) == [text("x")])
        #expect(blocks("<p>y<a href='https://example.org/'> </a></p>") == [text("y")])
    }

    @Test func readsEveryInlineElement() {
        let html = """
            <em>a</em><i>b</i><strong>c</strong><code>d</code><del>e</del><s>f</s><q>g</q><sup>h</sup><sub>i</sub>\
            <kbd>j</kbd><mark>k</mark><ins>l</ins><b><strong>m</strong></b>n<wbr>o<br>p
            """
        #expect(
            blocks(html) == [
                paragraph(
                    .emphasis([.text("a")]), .emphasis([.text("b")]), .strong([.text("c")]),
                    .code([.text("d")]),
                    .deleted([.text("e")]), .deleted([.text("f")]), .quotation([.text("g")]),
                    .superscript([.text("h")]), .subscript([.text("i")]), .text("j"), .text("k"), .text("l"),
                    .strong([.text("m")]), .text("n"), .breakOpportunity, .text("o"), .lineBreak, .text("p"))
            ])
    }

    @Test func pairsRubyWithItsReadings() {
        #expect(
            blocks("<ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp>字<rt>じ</rt></ruby>を") == [
                paragraph(
                    .ruby([.text("漢")], reading: [.text("かん")]), .ruby([.text("字")], reading: [.text("じ")]),
                    .text("を"))
            ])
    }

    @Test func readsFormulasByTheirSource() {
        let tex = #"<annotation encoding="application/x-tex">\frac{a}{b}</annotation>"#
        #expect(
            blocks("<math><semantics><mfrac><mi>a</mi><mi>b</mi></mfrac>\(tex)</semantics></math>") == [
                paragraph(.formula(#"\frac{a}{b}"#))
            ])
        #expect(blocks("<math alttext='a+b'><mi>a</mi></math>") == [paragraph(.formula("a+b"))])
        #expect(blocks("<math><mi>a</mi> <mo>+</mo> <mi>b</mi></math>") == [paragraph(.formula("a+b"))])
    }

    @Test func namesFilmsSoundsAndEmbeddedPages() {
        let html = """
            <iframe src="https://example.org/e" title="Storm"></iframe>\
            <video><source src="https://example.org/v.mp4">Old browser.</video><audio src="a.mp3"></audio>\
            <iframe src="about:blank"></iframe><iframe width=1 src="https://example.org/p"></iframe><video></video>
            """
        #expect(
            blocks(html) == [
                paragraph(
                    .embed(kind: "embed", title: "Storm", WebAddress("https://example.org/e")),
                    .embed(kind: "video", title: nil, WebAddress("https://example.org/v.mp4")),
                    .embed(kind: "audio", title: nil, nil))
            ])
    }

    // MARK: Bounds

    @Test func staysShallowForAnyDepthOfTags() {
        for tag in [
            "blockquote", "b", "ul><li", "div", "table><tr><td", "dl><dd", "a href='https://x.org/'",
            "details",
        ] {
            let deep = String(repeating: "<\(tag)>", count: 2000) + "leaf"
            #expect(ArticleBody.plainText(blocks(deep)).contains("leaf"))
        }
    }

    @Test func readsAnyBytes() {
        #expect(blocks("") == [])
        #expect(blocks("<") == [text("<")])
        #expect(blocks("<p>a<p") == [text("a")])
        #expect(blocks("</p></div>a</li><td>b") == [text("ab")])
    }
}
