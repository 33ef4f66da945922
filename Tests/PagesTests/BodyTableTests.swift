import News
import Pages
import Testing

@Suite struct BodyTableTests {
    private func table(_ html: String) -> Block.Table? {
        guard case .table(let table)? = ArticleBody.blocks(html: html).first else { return nil }
        return table
    }

    /// The rows as text: cells between bars, a span's width behind it, head rows with `#`.
    private func rows(_ html: String) -> [String] {
        (table(html)?.rows ?? []).map { row in
            (row.isHead ? "#" : "")
                + row.cells.map { cell in
                    ArticleBody.plainText([.paragraph(cell.content)]) + (cell.span > 1 ? "*\(cell.span)" : "")
                }.joined(separator: "|")
        }
    }

    @Test func tellsHeadRowsByTheirPlaceOrTheirCells() {
        #expect(
            rows("<table><thead><tr><td>a<td>b</thead><tr><th>c<th>d<tr><th>e<td>f</table>") == [
                "#a|b", "#c|d", "e|f",
            ])
    }

    @Test func putsCellsInTheirColumns() {
        #expect(
            rows("<table><tr><th colspan=2>R<th>N<tr><td rowspan=2>U<td>W<td>8<tr><td>L<td>5</table>") == [
                "#R*2|N", "U|W|8", "|L|5",
            ])
        #expect(rows("<table><tr><td colspan=50>a<tr><td>b<td>c</table>") == ["a*2", "b|c"])
        #expect(
            rows("<table><tr><td>a<td rowspan=9999>b<tr><td>c<tr><td>d<td>e</table>") == ["a|b", "c", "d||e"])
    }

    @Test func readsTheCaptionAndWhatStandsOutsideTheCells() {
        #expect(table("<table><caption>T <b>1</b></caption><tr><td>a<td>b</table>")?.caption.count == 2)
        let blocks = ArticleBody.blocks(html: "<table>stray<tr><td>a<td>b</table>")
        #expect(ArticleBody.plainText(blocks) == "stray\n\na b")
    }

    @Test(arguments: [
        "<table role=presentation><tr><td>a<td>b</table>",
        "<table><tr><td>a</tr><tr><td>b</table>",
        "<table><tr><td><table><tr><td>a<td>x</table><td>b</table>",
        "<table><tr><td><ul><li>a</ul><td>b</table>",
        "<table><tr><td><p>a<p>x<td>b</table>",
        "<table><tr><td><h2>a</h2><td>b</table>",
    ])
    func letsTablesFlowThatOnlyPutThingsInPlaces(_ html: String) {
        let isFirstTable = if case .table? = ArticleBody.blocks(html: html).first { true } else { false }
        #expect(!isFirstTable || html.contains("<td>x</table>"))
        #expect(ArticleBody.plainText(ArticleBody.blocks(html: html)).hasPrefix("a"))
    }

    @Test func keepsBlocksInCellsOfDataAsText() {
        let html = "<table><tr><th>h<th>i<tr><td><ul><li>a<li>b</ul><td><p>c<p>d</table>"
        #expect(
            table(html)?.rows.last?.cells.map(\.content) == [
                [.text("• "), .text("a"), .text(" • "), .text("b")], [.text("c"), .lineBreak, .text("d")],
            ])
    }

    @Test func flowsWhenItHasMoreColumnsThanAPersonReads() {
        let wide = "<table><tr>" + String(repeating: "<td>x", count: 5000) + "</table>"
        #expect(table(wide) == nil)
        let spans = "<table>" + String(repeating: "<tr><td rowspan=65534 colspan=1000>x<td>y", count: 2000)
        #expect(!ArticleBody.blocks(html: spans).isEmpty)
    }
}
