import Markup
import News

/// The dates that a page's metadata give.
struct MetadataDates {
    /// First published.
    let published: Timestamp?
    /// Last changed.
    let modified: Timestamp?

    private static let publishedNames = [
        "article:published_time", "og:published_time", "og:article:published_time", "article:published",
        "datepublished",
        "parsely-pub-date", "sailthru.date", "date", "pubdate", "publishdate", "publish-date", "publish_date",
        "dc.date", "dc.date.issued", "dcterms.created", "dcterms.date", "dcterms.issued",
        "citation_publication_date", "citation_date", "article.published", "originalpublicationdate",
        "cxenseparse:recs:publishtime", "displaydate", "timestamp", "ptime", "rnews:datepublished",
        "og:pubdate",
        "bt:pubdate", "release_date", "date.available", "last_updated_date", "article:post_date", "created",
        "utime", "shareaholic:article_published_time", "dc.date.created", "dc:date", "dc.created",
        "dateissued",
        "prism.publicationdate",
    ]
    private static let modifiedNames = [
        "article:modified_time", "og:updated_time", "datemodified", "last-modified", "lastmod",
        "dcterms.modified",
    ]

    init(head: PageHead, linked: LinkedData, style: DateStyle) {
        let stated = LinkedData.line(linked.article?["datePublished"]).flatMap {
            PageDate.find(in: $0, style)
        }
        published =
            stated ?? MetadataDates.first(MetadataDates.publishedNames, head, style)
            ?? head.markedDate.flatMap { PageDate.find(in: $0, style) }
            ?? MetadataDates.anywhere(linked, style)
        modified =
            LinkedData.line(linked.article?["dateModified"]).flatMap { PageDate.find(in: $0, style) }
            ?? MetadataDates.first(MetadataDates.modifiedNames, head, style)
    }

    private static func first(_ names: [String], _ head: PageHead, _ style: DateStyle) -> Timestamp? {
        for name in names {
            for value in head.all(name) {
                if let moment = PageDate.find(in: value, style) { return moment }
            }
        }
        return nil
    }

    /// Any object's date, but not a comment's or a film's.
    private static func anywhere(_ linked: LinkedData, _ style: DateStyle) -> Timestamp? {
        for object in linked.objects {
            let types = LinkedData.types(object)
            if types.contains(where: { $0 == "Comment" || $0 == "Review" || $0 == "VideoObject" }) {
                continue
            }
            for name in ["datePublished", "dateCreated", "uploadDate"] {
                if let moment = object[name]?.text.flatMap({ PageDate.find(in: $0, style) }) { return moment }
            }
        }
        return nil
    }
}
