import News
import Testing

@testable import Pages

/// One dump of each kind of site, and the parts that are to come out of it.
@Suite struct DumpShapesTests {
    /// What a dump holds.
    struct Parts: Sendable {
        var dump: String
        var headline: String
        var dek: String?
        var byline: String
        var published: String
        var updated: String?
        var sections: [String]
        /// How the biography begins.
        var biography: String?
        var news: [String]
        var opening: String
        var ending: String
        var headings: [String]
    }

    static let shapes = [
        Parts(
            dump: MoreDumps.gluedDate,
            headline: "Tallow Fab Orders Its First Cooling Towers From a Shipyard",
            dek:
                "The yard at Vell has not built a ship for nine years. It will now build twelve towers for a "
                + "chip factory that has no water of its own.",
            byline: "Priya Nandakumar", published: "2025-03-04", updated: "2025-03-06",
            sections: ["Technology", "Cloud & Hosting"], biography: "Priya Nandakumar writes about chips",
            news: [
                "Brightwater Cuts Cold Storage Prices by a Fifth",
                "What a Six-Hour DNS Outage Taught One Retailer",
                "Tern Systems Buys a Backup Startup for $64 Million",
            ],
            opening: "<p>Tallow Semiconductor has ordered", ending: "before it set one.</p>\n",
            headings: ["Who pays for the water", "What happens in a dry year"]),
        Parts(
            dump: MoreDumps.barsAndLabels, headline: "Storm drains of Sandhaven to be doubled by 2030",
            byline: "Nell Abernathy", published: "2026-11-17", updated: "2026-11-19",
            sections: ["News", "Local"], biography: "Nell Abernathy covers town halls",
            news: [
                "Buses run late into the evening as 41,000 are told to go",
                "Ferries stop at noon in all five harbours",
            ],
            opening: "<p>Key points:</p>\n<ul><li>The council voted", ending: "October and held.</p>\n",
            headings: ["Why the drains fill up"]),
        Parts(
            dump: MoreDumps.cutTrail, headline: "Warum das Moor von Grotebrook wieder wächst",
            dek: "Seit dem Frühjahr stehen die Gräben still, und die Torfmoose kehren zurück.",
            byline: "Karla Ohm", published: "2024-03-12", updated: "2024-03-14", sections: ["Wissenschaft"],
            biography: "Karla Ohm berichtet seit 2015",
            news: ["Stadtwerke Grotebrook bauen Fernwärme aus", "Der letzte Torfstecher hört auf"],
            opening: "<p>Das Moor von Grotebrook wächst wieder", ending: "zwölf Tonnen je Hektar.</p>\n",
            headings: ["Was die Bauern ernten"]),
        Parts(
            dump: MoreDumps.wrapped, headline: "Stillwater Lab Grows Glass That Mends Itself",
            dek: "Cracks close within a day if the pane is left in the sun.", byline: "Ottoline Weir",
            published: "2025-10-09", updated: "2025-10-10", sections: ["Science"],
            biography:
                "Ottoline Weir is a science writer in Larnwick. She has broken more panes than she has",
            news: ["A Clock That Loses a Second in a Billion Years", "Why Eels Know the Way"],
            opening:
                "<p>Researchers at the Stillwater Institute have made a pane of glass that closes its own",
            ending: "nobody who likes to climb.</p>\n", headings: ["A pane for every greenhouse?"]),
        Parts(
            dump: MoreDumps.bareNames, headline: "Port strike enters its third day as talks break off",
            dek: "Dockers in four harbours stay away; shops warn of empty shelves",
            byline: "Rowan Tillis, Ada Byron", published: "2025-10-03", updated: "2025-10-03",
            sections: ["World", "Business"],
            news: ["Ferry line orders two hybrid ships", "Tide gauge fails after 90 years"],
            opening: "<p>Dockers in four harbours stayed away", ending: "according to their guild.</p>\n",
            headings: []),
        Parts(
            dump: MoreDumps.stackedTrail, headline: "The bell that rang for a cow", byline: "Maud Ellery",
            published: "2024-05-18", sections: ["Village life"],
            biography: "Maud Ellery has written this column",
            news: ["Pickle judges fall out", "Whose bandstand is it?"],
            opening: "<p>When the church bell rang at four", ending: "talk about it in June.</p>\n",
            headings: ["How it got in"]),
        Parts(
            dump: MoreDumps.labelledParts, headline: "Freight rates fall below the price of the fuel",
            dek: "Shipping lines pay to move empty boxes, and call it a storage cost.",
            byline: "Desmond Pryce", published: "2025-01-21", updated: "2025-01-22",
            sections: ["Markets", "Freight"], biography: "Desmond Pryce has written about ships",
            news: [
                "Insurers count the cost of a wet winter", "Brightwater cuts cold storage prices by a fifth",
                "Who owns the old coal dock?",
            ],
            opening: "<p>The price of moving a box", ending: "four dollars a day for each.</p>\n",
            headings: ["Too many ships", "Where the boxes pile up"]),
        Parts(
            dump: MoreDumps.repeatedName,
            headline: "Language model writes the tide tables, and gets the moon wrong", byline: "Ada Byron",
            published: "2024-05-12", updated: "2024-05-14", sections: ["Artificial Intelligence"],
            biography: "Ada Byron reports on machines that count.",
            news: ["County buys a second brass machine", "What a gauge knows"],
            opening: "<p>The harbour of Vell tried for a month",
            ending: "will be printed again from June.</p>\n",
            headings: ["A model is not a gauge"]),
    ]

    @Test(arguments: shapes) func allPartsAreFound(_ parts: Parts) throws {
        let article = try #require(PageTextDump.read(Array(parts.dump.utf8))).article
        #expect(article.headline.text == parts.headline)
        #expect(article.dek?.text == parts.dek)
        #expect(article.byline?.text == parts.byline)
        #expect(article.published?.utc.date == parts.published)
        #expect(article.updated?.utc.date == parts.updated)
        #expect(article.sections.map(\.text) == parts.sections)
        let biography = article.authors.first?.biography?.text
        #expect(biography?.hasPrefix(parts.biography ?? "") ?? (parts.biography == nil))
        #expect(article.recentNews.map(\.title.text) == parts.news)
        #expect(article.html.hasPrefix(parts.opening), "\(article.html.prefix(80))")
        #expect(article.html.hasSuffix(parts.ending), "\(article.html.suffix(80))")
        let headings = ArticleBody.blocks(html: article.html).compactMap { block in
            if case .heading(_, let text) = block { ArticleBody.plainText([.paragraph(text)]) } else { nil }
        }
        #expect(headings == parts.headings)
    }

    @Test(arguments: shapes) func aDumpWithWindowsLineEndsIsTheSame(_ parts: Parts) throws {
        let one = try #require(PageTextDump.read(Array(parts.dump.utf8)))
        let windows = parts.dump.replacing("\n", with: "\r\n")
        let other = try #require(PageTextDump.read(Array(windows.utf8)))
        #expect(one == other)
    }

    @Test func linesThatHappenToBeLongAreNotJoined() {
        let lines = (1...20).map { "Line \($0) of a list of titles that all have much the same length" }
        #expect(DumpLines.read(lines.joined(separator: "\n")).count == 20)
    }
}
