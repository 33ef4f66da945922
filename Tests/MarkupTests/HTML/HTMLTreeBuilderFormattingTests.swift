import Testing

struct HTMLTreeBuilderFormattingTests {
    @Test(arguments: [
        ("<p><b>a<p>b", "<p><b>a</b></p><p><b>b</b></p>"), ("<b>a</p>b", "<b>a<p></p>b</b>"),
        ("<b><i>a</b>b</i>c", "<b><i>a</i></b><i>b</i>c"), ("<p><i>a</p>b</i>c", "<p><i>a</i></p><i>b</i>c"),
        ("<div><b></div>a", "<div><b></b></div><b>a</b>"), ("</b>a", "a"),
    ])
    func formattingIsReopenedInTheNextBlock(source: String, tree: String) {
        #expect(bodyHTML(source) == tree)
    }

    @Test(arguments: [
        ("<b>1<p>2</b>3</p>", "<b>1</b><p><b>2</b>3</p>"),
        ("<a>1<div>2<div>3</a>4", "<a>1</a><div><a>2</a><div><a>3</a>4</div></div>"),
        ("<b><i><p>1</b>2", "<b><i></i></b><i><p><b>1</b>2</p></i>"),
        ("<b>1<table><td>2</b>3", "<b>1<table><tbody><tr><td>23</td></tr></tbody></table></b>"),
    ])
    func theAdoptionAgencyTakesBlocksOutOfFormatting(source: String, tree: String) {
        #expect(bodyHTML(source) == tree)
    }

    @Test func linksAndNoBreaksDoNotNest() {
        #expect(bodyHTML("<a href=1>a<a href=2>b") == #"<a href="1">a</a><a href="2">b</a>"#)
        #expect(bodyHTML("<nobr>a<nobr>b") == "<nobr>a</nobr><nobr>b</nobr>")
        #expect(bodyHTML("<a>1<table><a>2</table>3") == "<a>1<a>2</a><table></table></a><a>3</a>")
    }

    @Test func noMoreThanThreeAlikeAreReopened() {
        #expect(
            bodyHTML("<p><b><b><b><b>a<p>b")
                == "<p><b><b><b><b>a</b></b></b></b></p><p><b><b><b>b</b></b></b></p>")
        #expect(
            bodyHTML("<p><b id=1><b id=1><b id=1><b id=2>a<p>b").hasSuffix(
                #"<b id="2">b</b></b></b></b></p>"#))
    }

    @Test func aCellKeepsFormattingToItself() {
        #expect(
            bodyHTML("<table><td><b>a<td>b</table>c")
                == "<table><tbody><tr><td><b>a</b></td><td>b</td></tr></tbody></table>c")
    }
}
