import Testing

/// The modes before the body.
struct HTMLTreeBuilderDocumentTests {
    @Test(arguments: [
        (" <!--a--> x", "<!--a--><html><head></head><body>x</body></html>"),
        (
            "<!--a--><!DOCTYPE html><!--b--><html>",
            "<!--a--><!DOCTYPE html><!--b--><html><head></head><body></body></html>"
        ),
        ("<html a=1><html a=2 b=3>", #"<html a="1" b="3"><head></head><body></body></html>"#),
        ("</p></div><head>", "<html><head></head><body></body></html>"),
        ("</br>", "<html><head></head><body><br></body></html>"),
    ])
    func initialAndBeforeHTMLBringTheRootAbout(source: String, page: String) {
        #expect(pageHTML(source) == page)
    }

    @Test(arguments: [
        ("<meta charset=x><p>", #"<head><meta charset="x"></head><body><p></p></body>"#),
        ("<head> <link></head> <p>", "<head> <link></head> <body><p></p></body>"),
        ("<title>t</title> x", "<head><title>t</title> </head><body>x</body>"),
        ("<head><head a=1></head>", "<head></head><body></body>"),
        ("<head></head><meta><!--c--><body a=1>", #"<head><meta></head><!--c--><body a="1"></body>"#),
        ("<head></p></head></div>x", "<head></head><body>x</body>"),
        ("<template><p>x</template>y", "<head><template><p>x</p></template></head><body>y</body>"),
    ])
    func theHeadHoldsWhatBelongsThereAndEndsAtAnythingElse(source: String, inside: String) {
        #expect(pageHTML(source) == "<html>\(inside)</html>")
    }

    @Test(arguments: [
        (
            "<noscript><style>a</style></noscript>x",
            "<head><noscript><style>a</style></noscript></head><body>x</body>"
        ),
        ("<noscript><p>a</noscript>b", "<head><noscript></noscript></head><body><p>ab</p></body>"),
        ("<p><noscript><b>a</noscript>", "<head></head><body><p><noscript><b>a</b></noscript></p></body>"),
    ])
    func noscriptIsReadAsMarkup(source: String, inside: String) {
        #expect(pageHTML(source) == "<html>\(inside)</html>")
    }

    @Test func aTableEndsAParagraphOnlyOutsideQuirksMode() {
        #expect(bodyHTML("<!DOCTYPE html><p><table></table>") == "<p></p><table></table>")
        #expect(bodyHTML("<p><table></table>") == "<p><table></table></p>")
        #expect(
            bodyHTML("<!DOCTYPE html PUBLIC '-//W3C//DTD HTML 4.01 Transitional//EN'><p><table>")
                == "<p><table></table></p>")
        #expect(
            bodyHTML("<!DOCTYPE html PUBLIC '-//W3C//DTD HTML 4.01 Transitional//EN' 'x'><p><table>")
                == "<p></p><table></table>")
    }

    @Test func nullsInADoctypesIdentifiersAreReplaced() {
        let start = "<!DOCTYPE html PUBLIC 'a\0b' 'c\0\0d'><p><table>"
        #expect(bodyHTML(start) == "<p></p><table></table>")
        #expect(
            bodyHTML("<!DOCTYPE html PUBLIC '-//W3C//DTD HTML\0' 'x'>" + start)
                == "<p></p><table></table>")
    }

    @Test func textModeLastsUntilTheEndTagOrTheEnd() {
        #expect(bodyHTML("<p><textarea>\n<b></textarea>x") == "<p><textarea>&lt;b&gt;</textarea>x</p>")
        #expect(bodyHTML("<p><iframe><b>") == "<p><iframe><b></iframe></p>")
    }
}
