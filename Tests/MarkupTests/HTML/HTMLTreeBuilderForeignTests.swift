import Testing

struct HTMLTreeBuilderForeignTests {
    @Test(arguments: [
        ("<svg><path/><g>a</svg>b", "<svg><path></path><g>a</g></svg>b"),
        ("<svg><p>a", "<svg></svg><p>a</p>"),
        ("<svg><font>a", "<svg><font>a</font></svg>"),
        ("<svg><font size=1>a", #"<svg></svg><font size="1">a</font>"#),
        ("<svg><title>a<b>c</b></title></svg>b", "<svg><title>a<b>c</b></title></svg>b"),
        ("<svg></p>a", "<svg></svg><p></p>a"),
        ("<svg><![CDATA[<b>&amp;]]>a", "<svg>&lt;b&gt;&amp;amp;a</svg>"),
        ("<svg><script>a</script>b", "<svg><script>a</script>b</svg>"),
        ("<p><svg><g></p>a", "<p><svg><g></g></svg></p>a"),
        ("<svg><desc><svg></desc>a", "<svg><desc><svg></svg></desc>a</svg>"),
    ])
    func svgKeepsItsOwnAndGivesHTMLBack(source: String, tree: String) {
        #expect(bodyHTML(source) == tree)
    }

    @Test(arguments: [
        ("<math><mi>a<b>b</b></mi></math>c", "<math><mi>a<b>b</b></mi></math>c"),
        ("<math><mi><mglyph>a", "<math><mi><mglyph>a</mglyph></mi></math>"),
        ("<math><annotation-xml><svg>a", "<math><annotation-xml><svg>a</svg></annotation-xml></math>"),
        ("<math><annotation-xml><p>a", "<math><annotation-xml></annotation-xml></math><p>a</p>"),
        (
            "<math><annotation-xml encoding='Text/HTML'><p>a",
            #"<math><annotation-xml encoding="Text/HTML"><p>a</p></annotation-xml></math>"#
        ),
    ])
    func mathHasItsTextAndIntegrationPoints(source: String, tree: String) {
        #expect(bodyHTML(source) == tree)
    }
}
