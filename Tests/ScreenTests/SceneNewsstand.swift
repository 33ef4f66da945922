import Library
import News

/// Twelve articles that do not change, for scenes: answers a screen's effects at once, as the library would.
struct SceneNewsstand {
    static let now = Timestamp(CivilTime(year: 2026, month: 5, day: 12, hour: 14, minute: 22))

    private var readings: [Reading]

    init(isEmpty: Bool = false) { readings = isEmpty ? [] : SceneNewsstand.articles }

    /// The article of a number.
    func reading(_ id: ArticleID) -> Reading? { readings.first { $0.listing.id == id } }

    var listings: [Listing] { readings.map(\.listing).sorted { $0.position < $1.position } }

    mutating func remove(_ id: ArticleID) { readings.removeAll { $0.listing.id == id } }

    mutating func mark(_ ids: [ArticleID], _ change: MarkChange) {
        for index in readings.indices where ids.contains(readings[index].listing.id) {
            switch change {
            case .read(let isRead): readings[index].listing.isRead = isRead
            case .starred(let isStarred): readings[index].listing.isStarred = isStarred
            case .tagged: break
            }
        }
    }

    func listings(_ scope: ListScope) -> [Listing] {
        listings.filter { listing in
            switch scope {
            case .all, .query, .folder: true
            case .unread: !listing.isRead
            case .starred: listing.isStarred
            case .since(let moment): listing.moment >= moment
            case .source(let source): listing.source == source
            }
        }
    }

    var sources: [Source] {
        zip(SceneNewsstand.sources, 1...).map { title, number in
            let id = SourceID(Int64(number))
            let unread = listings.filter { $0.source == id && !$0.isRead }.count
            return Source(
                id: id, address: nil, title: Line(title), link: nil, folder: number < 3 ? "World" : "",
                unread: unread)
        }.sorted { ($0.folder, $0.title) < ($1.folder, $1.title) }
    }

    /// The others that name the storm, by age; what the page itself recommends.
    func related(to id: ArticleID) -> RelatedNews {
        guard let article = reading(id), article.article.headline.text.contains("Aila") else {
            return RelatedNews()
        }
        let others = listings.filter {
            $0.id != id && $0.headline.text.contains("storm") || $0.id.number == 2 && id.number != 2
        }
        let items = others.map { listing in
            let age = article.listing.moment - listing.moment
            let group: RelatedNews.Group = abs(age) < 172_800 ? .story : age > 0 ? .background : .followUp
            return RelatedNews.Item(
                listing: listing, group: group, score: 0.5, reasons: ["Vell", "evacuation", "same day"])
        }
        return RelatedNews(items: items, recentNews: [Reference(title: "Port strike enters day 3")])
    }

    private static let sources = ["The Harbour Post", "Kanal Nord", "Weather Row", "東京夕刊"]

    private static let articles: [Reading] = [
        make(
            1, 1, "Storm Aila reaches category four as coastal towns empty", hoursAgo: 1,
            dek: "A third evacuation order in two days covers 41,000 people.", authors: ["Mara Lindqvist"],
            sections: ["World", "Climate"],
            body: [
                .paragraph([
                    .text(
                        "The harbour at Vell was empty by midday. Fishing boats that had not left for the north were tied three deep along the inner quay."
                    )
                ]),
                .heading(level: 2, [.text("What we know")]),
                .list(
                    Block.List(
                        marker: .bullet,
                        items: [
                            Block.List.Item(
                                number: 1,
                                blocks: [.paragraph([.text("Landfall is expected between 02:00 and 04:00.")])]
                            ),
                            Block.List.Item(
                                number: 2, blocks: [.paragraph([.text("Ferries stopped at noon.")])]),
                        ])),
                .quote([.paragraph([.text("We left with the dog and the deeds.")])]),
                .paragraph([
                    .text("The "),
                    .link([.text("harbour authority")], address("https://harbour.example/notice")),
                    .text(" closed the gates at one."),
                ]),
            ]),
        make(2, 2, "Evacuation order widened to three districts", hoursAgo: 2),
        make(3, 3, "What a category four storm means", hoursAgo: 4),
        make(4, 3, "After the storm of 2024: what went wrong at Vell", hoursAgo: 14_000),
        make(5, 1, "Parliament passes the repair act", hoursAgo: 5, isStarred: true),
        make(6, 4, "東京株、3日続伸　半導体に買い", hoursAgo: 7),
        make(7, 2, "Zentralbank lässt den Zins unverändert", hoursAgo: 26, isRead: true),
        make(8, 1, "Opinion: the ferry that never was", hoursAgo: 30),
        make(
            9, 1, "A very long headline that goes on and on until there is no room left for it in any column",
            hoursAgo: 50),
        make(10, 3, "עננים מעל הים", hoursAgo: 60),
        make(11, 2, "Neun Jahre Warten auf 300 Quadratmeter", hoursAgo: 80, isRead: true),
        make(12, 1, "Old boats, new owners", hoursAgo: 9_000),
    ]

    private static func make(
        _ id: Int64, _ source: Int64, _ headline: String, hoursAgo: Int64, dek: Line? = nil,
        authors: [Line] = [],
        sections: [Line] = [], isRead: Bool = false, isStarred: Bool = false, body: [Block]? = nil
    ) -> Reading {
        let moment = now.advanced(by: -hoursAgo * 3600)
        let listing = Listing(
            id: ArticleID(id), source: SourceID(source), sourceTitle: Line(sourceName(source)),
            headline: Line(headline),
            moment: moment, published: moment, isRead: isRead, isStarred: isStarred)
        let article = Article(
            identity: String(id), headline: Line(headline), address: address("https://post.example/\(id)"),
            dek: dek,
            authors: authors.map { Author(name: $0) }, published: moment, sections: sections)
        let blocks =
            body ?? [.paragraph([.text(Prose("This is what there is to say about it, and it is not much."))])]
        return Reading(listing: listing, article: article, blocks: blocks, minutes: 1)
    }

    private static func sourceName(_ number: Int64) -> String { sources[Int(number) - 1] }

    private static func address(_ text: String) -> WebAddress {
        guard let address = WebAddress(text) else { preconditionFailure("\(text) is no address") }
        return address
    }
}
