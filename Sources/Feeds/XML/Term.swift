import Markup

/// What an element means to a reader of feeds, in whichever vocabulary it is written.
enum Term: String {
    // Containers
    case rss
    case rdf = "rdf:rdf"
    case channel, feed, item, entry, image
    case textInput = "textinput"
    case html, opml
    case source, author, contributor
    case mediaGroup = "media:group"
    // Texts
    case title, subtitle, tagline, description, summary, content, info
    case encoded = "content:encoded"
    case body = "xhtml:body"
    case div = "xhtml:div"
    case fullItem = "fullitem"
    case dcTitle = "dc:title"
    case dcDescription = "dc:description"
    case mediaTitle = "media:title"
    case mediaDescription = "media:description"
    case itunesTitle = "itunes:title"
    case itunesSummary = "itunes:summary"
    case itunesSubtitle = "itunes:subtitle"
    case googleDescription = "googleplay:description"
    // Links and files
    case link, guid, id, url, comments, enclosure
    case originalLink = "feedburner:origlink"
    case mediaContent = "media:content"
    case mediaThumbnail = "media:thumbnail"
    case itunesImage = "itunes:image"
    // Times
    case pubDate = "pubdate"
    case lastBuildDate = "lastbuilddate"
    case published, updated, modified, issued, created
    case dcDate = "dc:date"
    case termsIssued = "dcterms:issued"
    case termsCreated = "dcterms:created"
    case termsModified = "dcterms:modified"
    // The schedule
    case ttl
    case skipHours = "skiphours"
    case skipDays = "skipdays"
    case hour
    case day
    case updatePeriod = "sy:updateperiod"
    case updateFrequency = "sy:updatefrequency"
    // People
    case name, email, uri
    case managingEditor = "managingeditor"
    case creator = "dc:creator"
    case dcAuthor = "dc:author"
    case itunesAuthor = "itunes:author"
    case itunesOwner = "itunes:owner"
    // The rest
    case category
    case tags
    case subject = "dc:subject"
    case mediaCategory = "media:category"
    case itunesKeywords = "itunes:keywords"
    case language
    case dcLanguage = "dc:language"
    case identifier = "dc:identifier"
    case other

    /// The term of an element by its vocabulary and its name in lower case.
    init(_ vocabulary: Vocabulary, _ local: String) {
        switch vocabulary {
        case .core where local == "body": self = .body
        case .core, .atom: self = Term(rawValue: local) ?? .other
        case .other: self = .other
        case .dublinTerms:
            self = Term(rawValue: "dcterms:" + local) ?? Term(rawValue: "dc:" + local) ?? .other
        default: self = Term(rawValue: vocabulary.rawValue + ":" + local) ?? .other
        }
    }
}

/// Finds the term of each element, once for each name in each state of the namespaces.
struct TermLookup {
    private var vocabularies: [String: Vocabulary] = [:]
    private var found: [(state: Int, vocabulary: Vocabulary, term: Term)] = []
    /// The namespace of the root, which is the feed's own whatever it says.
    var rootNamespace: String?

    /// The term of a name that was found before.
    func known(_ number: Int, state: Int) -> (vocabulary: Vocabulary, term: Term)? {
        guard number > 0, number < found.count, found[number].state == state else { return nil }
        return (found[number].vocabulary, found[number].term)
    }

    /// The term of a name whose prefix stands for `address`.
    mutating func find(
        _ name: XMLName, number: Int, state: Int, address: String?
    ) -> (vocabulary: Vocabulary, term: Term) {
        let vocabulary = vocabulary(of: name.prefix, address: address)
        let term = Term(vocabulary, name.local.lowercased())
        if number > 0 {
            while found.count <= number { found.append((-1, .other, .other)) }
            found[number] = (state, vocabulary, term)
        }
        return (vocabulary, term)
    }

    private mutating func vocabulary(of prefix: String, address: String?) -> Vocabulary {
        guard let address else { return prefix.isEmpty ? .core : Vocabulary(prefix: prefix) ?? .other }
        if let known = vocabularies[address] { return known }
        if let known = Vocabulary(address: address) {
            vocabularies[address] = known
            return known
        }
        if address == rootNamespace || prefix.isEmpty { return .core }
        return Vocabulary(prefix: prefix) ?? .other
    }
}
