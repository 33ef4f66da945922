import Markup
import News

/// Decides who wrote the article: what the metadata say, else what the page shows.
struct Byline {
    let head: PageHead
    let linked: LinkedData
    let site: SiteNames

    private static let names = [
        "author", "article:author", "byl", "parsely-author", "sailthru.author", "dc.creator",
        "dcterms.creator",
        "citation_author", "authors", "og:author", "article:author_name", "cxenseparse:author", "creator",
    ]
    private static let labels: Set<String> = [
        "written by", "geschrieben von", "écrit par", "por", "by", "escrito por", "verfasst von",
    ]

    /// The authors in order.
    func authors(onPage find: () -> [LinkedData.Person]) -> [LinkedData.Person] {
        let stated = cleaned(linked.people(linked.article?["author"]))
        let all = stated.isEmpty ? cleaned(linked.people(linked.article?["creator"])) : stated
        let named = named()
        for people in [all.filter { !site.isSite($0.name) }, named.filter { !site.isSite($0.name) }]
        where !people.isEmpty {
            guard people.count == 1, Byline.isAccount(people[0].name) else { return people }
            // The name of an account; the page may print the person's.
            let found = find()
            return found.first.map { PersonName.looksPersonal($0.name) } == true ? found : people
        }
        let found = find()
        if !found.isEmpty { return found }
        return all.isEmpty ? named : all
    }

    /// One word in lower case.
    private static func isAccount(_ name: String) -> Bool { !name.contains(" ") && name.lowercased() == name }

    private func named() -> [LinkedData.Person] {
        for name in Byline.names {
            let people = cleaned(head.all(name).map { LinkedData.Person(name: $0) })
            if !people.isEmpty { return people }
        }
        let label = head.first("twitter:label1")?.lowercased().trimmed(of: ": ")
        guard let label, Byline.labels.contains(label), let value = head.first("twitter:data1") else {
            return []
        }
        return cleaned([LinkedData.Person(name: value)])
    }

    private func cleaned(_ people: [LinkedData.Person]) -> [LinkedData.Person] {
        var result: [LinkedData.Person] = []
        for person in people {
            var person = person
            person.name = PersonName.cleaned(person.name)
            guard PersonName.isPlausible(person.name), !result.contains(where: { $0.name == person.name })
            else {
                continue
            }
            result.append(person)
        }
        return Array(result.prefix(Limits.authors))
    }
}
