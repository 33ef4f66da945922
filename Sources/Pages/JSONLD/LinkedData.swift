import Markup

/// What a page's JSON-LD says: its objects, and the one that describes the article.
struct LinkedData: Sendable {
    let objects: [JSONValue]
    /// The description of the page's article.
    let article: JSONValue?
    /// All descriptions of articles.
    let articles: [JSONValue]
    private let byID: [String: JSONValue]

    /// Reads the objects; the article is the one whose headline is most like the page's titles.
    init(_ roots: [JSONValue], titles: [Words]) {
        objects = LinkedData.objects(roots)
        var byID: [String: JSONValue] = [:]
        for object in objects {
            guard let id = object["@id"]?.text, case .object(let members) = object, members.count > 1 else {
                continue
            }
            byID[id] = object
        }
        self.byID = byID
        articles = objects.filter(LinkedData.isArticle)
        article = LinkedData.best(articles, titles)
    }

    /// Every object in document order, without recursion.
    private static func objects(_ roots: [JSONValue]) -> [JSONValue] {
        var result: [JSONValue] = []
        var waiting = Array(roots.reversed())
        while let value = waiting.popLast(), result.count < Limits.linkedDataObjects {
            switch value {
            case .object(let members):
                result.append(value)
                waiting.append(contentsOf: members.reversed().map(\.value))
            case .array(let elements): waiting.append(contentsOf: elements.reversed())
            default: break
            }
        }
        return result
    }

    private static func isArticle(_ object: JSONValue) -> Bool {
        let endings = ["article", "blogposting", "report", "review", "liveblogposting", "socialmediaposting"]
        let types = types(object).map { $0.lowercased() }
        guard types.contains(where: { type in endings.contains { type.hasSuffix($0) } }) else { return false }
        return object["headline"] != nil || object["articleBody"] != nil || object["datePublished"] != nil
    }

    private static func best(_ articles: [JSONValue], _ titles: [Words]) -> JSONValue? {
        guard articles.count > 1, titles.contains(where: { !$0.isEmpty }) else { return articles.first }
        var best: (likeness: Double, length: Int, article: JSONValue)?
        for article in articles.prefix(Limits.headings) {
            let headline = Words(line(article["headline"]) ?? "")
            let likeness = titles.map { headline.likeness(to: $0) }.max() ?? 0
            let length = article["articleBody"]?.text?.utf8.count ?? 0
            if best.map({ ($0.likeness, $0.length) < (likeness, length) }) ?? true {
                best = (likeness, length, article)
            }
        }
        return best?.article
    }

    // MARK: Values

    /// An object's types.
    static func types(_ object: JSONValue) -> [String] {
        guard let type = object["@type"] else { return [] }
        return type.elements?.compactMap(\.text) ?? type.text.map { [$0] } ?? []
    }

    /// A value as a line of text: itself, its first element, or its name.
    static func line(_ value: JSONValue?) -> String? {
        var value = value
        for _ in 0..<4 {
            switch value {
            case .string(let text), .number(let text):
                let line = PlainText.line(text)
                return line.isEmpty ? nil : line
            case .array(let elements): value = elements.first
            case .object: value = value?["@value"] ?? value?["name"] ?? value?["url"]
            default: return nil
            }
        }
        return nil
    }

    /// The object a value stands for, if it only names its `@id`.
    func resolved(_ value: JSONValue?) -> JSONValue? {
        guard let value, value["name"] == nil, let id = value["@id"]?.text else { return value }
        return byID[id] ?? value
    }

    /// People or bodies that a value names, with their pages and what is said of them.
    func people(_ value: JSONValue?) -> [Person] {
        guard let value else { return [] }
        return (value.elements ?? [value]).flatMap { element -> [Person] in
            if let name = element.text { return [Person(name: PlainText.line(name))] }
            guard let person = resolved(element) else { return [] }
            let page = person["url"]?.text ?? person["sameAs"]?.text
            let about = LinkedData.line(person["description"])
            if let names = person["name"]?.elements {
                return names.compactMap(LinkedData.line).map { Person(name: $0) }
            }
            let parts = [person["givenName"], person["familyName"]].compactMap(LinkedData.line)
            let name = LinkedData.line(person["name"]) ?? parts.joined(separator: " ")
            return [Person(name: name, page: page, about: about)]
        }.filter { !$0.name.isEmpty }
    }

    /// Somebody named as an author.
    struct Person: Sendable, Equatable {
        var name: String
        var page: String?
        var about: String?
    }

    /// The longest breadcrumb trail.
    var breadcrumbs: [String] {
        var longest: [String] = []
        for object in objects where LinkedData.types(object).contains("BreadcrumbList") {
            let names = (object["itemListElement"]?.elements ?? []).compactMap { step in
                LinkedData.line(step["name"]) ?? LinkedData.line(step["item"]?["name"])
            }
            if names.count > longest.count { longest = names }
        }
        return longest
    }

    /// The article's whole text, if it is there.
    var articleBody: String? {
        if let own = article?["articleBody"]?.text, own.utf8.count > 400 { return own }
        let bodies = (article == nil ? objects : articles).compactMap { $0["articleBody"]?.text }
        return bodies.max { $0.utf8.count < $1.utf8.count }
    }
}
