import Testing

/// Tables, captions, columns, rows and cells.
struct HTMLTreeBuilderTablesTests {
    @Test(arguments: [
        ("<tr><td>a", "<tbody><tr><td>a</td></tr></tbody>"),
        ("<td>a<td>b<tr><th>c", "<tbody><tr><td>a</td><td>b</td></tr><tr><th>c</th></tr></tbody>"),
        ("<thead><td>a<tbody><td>b", "<thead><tr><td>a</td></tr></thead><tbody><tr><td>b</td></tr></tbody>"),
        ("<col><tr>", "<colgroup><col></colgroup><tbody><tr></tr></tbody>"),
        ("<colgroup> <col><p>", "<colgroup> <col></colgroup>"),
        ("<caption><b>a<tr><td>b", "<caption><b>a</b></caption><tbody><tr><td>b</td></tr></tbody>"),
        ("<tr></tbody><tr>", "<tbody><tr></tr></tbody><tbody><tr></tr></tbody>"),
        ("<tr></td></body>", "<tbody><tr></tr></tbody>"),
        (
            "<td><table><td>a</table>b",
            "<tbody><tr><td><table><tbody><tr><td>a</td></tr></tbody></table>b</td></tr></tbody>"
        ),
        ("<td>a</tr></table>", "<tbody><tr><td>a</td></tr></tbody>"),
        (" <!--c--><style>a</style>", " <!--c--><style>a</style>"),
        ("<td><p>a</td>", "<tbody><tr><td><p>a</p></td></tr></tbody>"),
        ("<caption>a</table>", "<caption>a</caption>"),
    ])
    func missingPartsOfATableAreSupplied(source: String, inside: String) {
        #expect(bodyHTML("<table>" + source).hasSuffix("<table>\(inside)</table>"))
    }

    @Test(arguments: [
        ("<table>a<tr>b<td>c</table>d", "ab<table><tbody><tr><td>c</td></tr></tbody></table>d"),
        ("<table><p>a<tr>", "<p>a</p><table><tbody><tr></tr></tbody></table>"),
        ("<table> a", " a<table></table>"),
        ("<table><b>a<td>b</table>c", "<b>a</b><table><tbody><tr><td>b</td></tr></tbody></table><b>c</b>"),
        ("<table><input><input type=Hidden>", #"<input><table><input type="Hidden"></table>"#),
        ("<table><table>a", "<table></table>a<table></table>"),
        ("<table><colgroup>a b", "a b<table><colgroup></colgroup></table>"),
        ("<table><form>a<tr>", "a<table><form></form><tbody><tr></tr></tbody></table>"),
        ("<table><select><tr>", "<select></select><table><tbody><tr></tr></tbody></table>"),
        ("<table>\0 <tr>", "<table> <tbody><tr></tr></tbody></table>"),
    ])
    func whatATableCannotHoldIsPutBeforeIt(source: String, tree: String) {
        #expect(bodyHTML(source) == tree)
    }

    @Test func fosteredTextStaysInOrderHoweverManyTheParts() {
        let rows = String(repeating: "x<tr><td>a&amp;b</td></tr>", count: 600)
        let tree = bodyHTML("<table>" + rows + "</table>")
        #expect(
            tree.hasPrefix(String(repeating: "x", count: 600) + "<table><tbody><tr><td>a&amp;b</td></tr>"))
    }
}
