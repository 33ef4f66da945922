import News

/// A text as it was found, before it is made safe.
struct TextDraft {
    /// How the text is to be read.
    enum Kind {
        case plain
        case html
    }

    var bytes: [UInt8]
    var kind: Kind
    var base: Int
}

/// A link as it was found.
struct LinkDraft {
    var address: String
    var base: Int
    var relation = "alternate"
    var type = ""
    var length: Int64?
    var title = ""
}

extension LinkDraft {
    /// Whether it is a sound or a film.
    var isPlayable: Bool {
        let kind = type.lowercased().utf8.prefix(6)
        return kind.elementsEqual("audio/".utf8) || kind.elementsEqual("video/".utf8)
    }
}

/// A value that gives way to one of a better rank; among equals the last stays.
struct Ranked<Value> {
    private(set) var value: Value?
    private(set) var rank = Int.max

    mutating func offer(_ value: Value, rank: Int) {
        guard rank <= self.rank else { return }
        self.value = value
        self.rank = rank
    }
}

/// Who wrote something, as it was found.
struct PersonDraft {
    var name = ""
    var email = ""
    var page = ""
    /// Text directly inside the element.
    var text = ""
}

/// An entry while it is being read.
struct EntryDraft {
    var title = Ranked<TextDraft>()
    var summary = Ranked<TextDraft>()
    var content = Ranked<TextDraft>()
    var links: [LinkDraft] = []
    /// RSS's `<link>`.
    var plainLink: LinkDraft?
    var originalLink: String?
    var id = Ranked<String>()
    var guid: LinkDraft?
    var guidIsPermalink: Bool?
    var about: String?
    var published = Ranked<String>()
    var updated = Ranked<String>()
    var authors: [(person: PersonDraft, rank: Int)] = []
    var sourceAuthors: [(person: PersonDraft, rank: Int)] = []
    var categories: [String] = []
    var enclosures: [LinkDraft] = []
    var mediaFiles: [LinkDraft] = []
    var thumbnail = Ranked<LinkDraft>()
    var comments: LinkDraft?
    var language = ""
}

/// A feed while it is being read.
struct FeedDraft {
    var format = FeedFormat.rss
    var title = Ranked<TextDraft>()
    var description = Ranked<TextDraft>()
    var links: [LinkDraft] = []
    var plainLink: LinkDraft?
    var language = Ranked<String>()
    var updated = Ranked<String>()
    var authors: [(person: PersonDraft, rank: Int)] = []
    var entries: [EntryDraft] = []
    var hints = UpdateHints()
    var updatePeriod: String?
    var updateFrequency: String?
    /// `xml:base` attributes: the base each stands in, and what it says.
    var bases: [(outer: Int, address: String)] = [(-1, "")]
}
