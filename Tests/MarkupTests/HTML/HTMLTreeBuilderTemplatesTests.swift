import Testing

/// Templates and framesets.
struct HTMLTreeBuilderTemplatesTests {
    @Test(arguments: [
        ("<td>a", "<td>a</td>"), ("<tr><td>a", "<tr><td>a</td></tr>"), ("<col><p>", "<col>"),
        ("<tbody><tr>", "<tbody><tr></tr></tbody>"),
        ("a<p>b", "a<p>b</p>"), ("<caption>a", "<caption>a</caption>"), ("</p><p>", "<p></p>"),
        ("<template><td></template>", "<template><td></td></template>"),
        ("<meta><title>a</title>", "<meta><title>a</title>"), ("<p></div>a", "<p>a</p>"),
    ])
    func aTemplateHoldsPartsOfAnything(source: String, inside: String) {
        #expect(
            bodyHTML("<p><template>" + source + "</template>z") == "<p><template>\(inside)</template>z</p>")
        #expect(bodyHTML("<p><template>" + source) == "<p><template>\(inside)</template></p>")
    }

    @Test func theReferenceFormShowsTheContentOfATemplate() {
        #expect(
            treeLines("<template>a").suffix(4) == [
                "|     <template>", "|       content", "|         \"a\"", "|   <body>",
            ])
    }

    @Test(arguments: [
        ("<frameset><frame><p>a</frameset>b", "<frameset><frame></frameset>"),
        ("<p><frameset><frame>", "<frameset><frame></frameset>"), ("<p>a<frameset>", "<body><p>a</p></body>"),
        (
            "<frameset><frameset></frameset> <noframes>a</noframes></frameset>",
            "<frameset><frameset></frameset> <noframes>a</noframes></frameset>"
        ),
        ("<frameset>a b</frameset></html> <noframes>c", "<frameset> </frameset> <noframes>c</noframes>"),
    ])
    func framesetsTakeThePlaceOfAnEmptyBody(source: String, inside: String) {
        #expect(pageHTML(source) == "<html><head></head>\(inside)</html>")
    }
}
