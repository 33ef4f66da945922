import FoundationEssentials
import GRDB
import News

/// What an article has beside its list columns and its body, as it is kept with the body.
struct ArticleDetails: Codable {
    var identity: String
    var dek: Line?
    var authors: [Author]?
    var updated: Timestamp?
    var sections: [Line]?
    var categories: [Line]?
    var language: Line?
    var leadImage: WebAddress?
    var enclosures: [Enclosure]?
    var recentNews: [Reference]?

    init(_ article: Article) {
        func some<Element>(_ list: [Element]) -> [Element]? { list.isEmpty ? nil : list }
        identity = article.identity
        dek = article.dek
        authors = some(article.authors)
        updated = article.updated
        sections = some(article.sections)
        categories = some(article.categories)
        language = article.language
        leadImage = article.leadImage
        enclosures = some(article.enclosures)
        recentNews = some(article.recentNews)
    }

    /// As it is kept, before packing; keys sorted, so that equal details have equal digests.
    func json() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return [UInt8](try encoder.encode(self))
    }

    init(json: [UInt8]) throws {
        self = try JSONDecoder().decode(ArticleDetails.self, from: Data(json))
    }
}

extension ArticleDetails {
    /// `in_section(unpacked details, name)`: whether an article stands in a section, or has a category, of that name.
    static let inSection = DatabaseFunction("in_section", argumentCount: 2, pure: true) { values in
        guard let blob = Data.fromDatabaseValue(values[0]), let name = String.fromDatabaseValue(values[1]),
            let details = try? ArticleDetails(json: [UInt8](blob))
        else { return false }
        let wanted = name.lowercased()
        return ((details.sections ?? []) + (details.categories ?? [])).contains {
            $0.text.lowercased() == wanted
        }
    }
}
