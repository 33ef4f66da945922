import Markup
import News

/// What an element means where it stands.
extension XMLFeedReader {
    mutating func begin(_ frame: inout Frame) {
        switch frame.place {
        case .outside: beginRoot(&frame)
        case .feed: beginInFeed(&frame)
        case .wrapper: beginInWrapper(&frame)
        case .entry: beginInEntry(&frame)
        case .person: beginInPerson(&frame)
        case .source: beginInSource(&frame)
        case .ignored: break
        }
    }

    // MARK: Root

    private mutating func beginRoot(_ frame: inout Frame) {
        guard !foundRoot else {
            frame.place = .ignored
            return
        }
        let local = reader.name.local.lowercased()
        switch local {
        case "rss", "rdf", "channel", "feed", "entry":
            foundRoot = true
            terms = TermLookup()
            terms.rootNamespace = reader.namespace(of: reader.name.prefix)
            draft.format = rootFormat(local)
            takeLanguage()
            frame.place = .feed
            if local == "rdf" { noteRDFVersion(prefix: "") }
            if local == "entry" { openEntry(&frame) }
        case "html":
            isPage = true
            frame.place = .ignored
        case "opml": isSubscriptionList = true
        default:
            if strangeRoot == nil { strangeRoot = reader.name }
        }
    }

    private mutating func rootFormat(_ local: String) -> FeedFormat {
        switch local {
        case "rdf": return .rss10
        case "feed", "entry": return atomFormat()
        case "channel": return .rss
        default:
            switch reader.attribute("version").map({ Line($0).text }) {
            // The version was left out by those who wrote RSS 2.0 by hand.
            case nil, "": return .rss20
            case "0.90", "0.9": return .rss090
            case "0.91": return .rss091
            case "0.92": return .rss092
            case "0.93": return .rss093
            case "0.94": return .rss094
            case "1.0": return .rss10
            case let version? where version.hasPrefix("2"): return .rss20
            default: return .rss
            }
        }
    }

    private mutating func atomFormat() -> FeedFormat {
        let address = terms.rootNamespace?.lowercased() ?? ""
        let version = reader.attribute("version")
        if version == "0.3" { return .atom03 }
        if let version, version.hasPrefix("0.") { return .atom }
        if address.contains("purl.org/atom/ns") { return .atom03 }
        return .atom10
    }

    /// RSS 0.90 and 1.0 differ by the namespace of their elements only.
    private mutating func noteRDFVersion(prefix: String) {
        let address = reader.namespace(of: prefix) ?? ""
        if address.contains("rdf/simple/0.9") { draft.format = .rss090 }
    }

    // MARK: Feed

    private mutating func beginInFeed(_ frame: inout Frame) {
        switch frame.term {
        case .channel:
            if draft.format == .rss10 { noteRDFVersion(prefix: reader.name.prefix) }
            takeLanguage()
        case .item, .entry: openEntry(&frame)
        case .image, .textInput: frame.place = .ignored
        case .link: beginLink(frame)
        case .author, .itunesOwner:
            person = PersonDraft()
            frame.place = .person
            if frame.term == .author { collect(frame, keepsMarkup: false) }
        case .contributor: frame.place = .ignored
        case .title, .subtitle, .tagline, .description, .dcTitle, .dcDescription, .itunesSummary,
            .itunesSubtitle,
            .googleDescription, .info, .itunesTitle, .mediaTitle, .mediaDescription:
            collectText(frame)
        case .language, .dcLanguage, .pubDate, .lastBuildDate, .updated, .modified, .dcDate, .published,
            .termsModified, .managingEditor, .creator, .itunesAuthor, .issued, .created, .termsCreated,
            .termsIssued, .ttl, .hour, .day, .updatePeriod, .updateFrequency:
            collect(frame, keepsMarkup: false)
        case .other: frame.place = .wrapper
        default: break
        }
    }

    /// Inside an element nobody knows only the entries are the feed's.
    private mutating func beginInWrapper(_ frame: inout Frame) {
        switch frame.term {
        case .channel: frame.place = .feed
        case .item, .entry: openEntry(&frame)
        default: break
        }
    }

    // MARK: Entry

    private mutating func openEntry(_ frame: inout Frame) {
        guard draft.entries.count < Limits.entries else {
            isFull = true
            frame.place = .ignored
            return
        }
        frame.place = .entry
        openEntries.append(draft.entries.count)
        draft.entries.append(EntryDraft())
        let about = reader.attribute("rdf:about") ?? reader.attribute("about")
        let language = reader.hasXMLAttributes ? reader.attribute("xml:lang") : nil
        withEntry {
            $0.about = about
            $0.language = language ?? ""
        }
    }

    /// An item right inside an item is one more; inside anything else it is another's version of this one.
    private mutating func beginNestedEntry(_ frame: inout Frame) {
        let nearest = frames.last { $0.term == .item || $0.term == .entry || $0.place == .ignored }
        let isDirect = nearest.map { $0.place != .ignored } ?? false
        if isDirect, !reader.isEmptyElement { openEntry(&frame) } else { frame.place = .ignored }
    }

    mutating func closeEntry() {
        openEntries.removeLast()
    }

    mutating func withEntry(_ edit: (inout EntryDraft) -> Void) {
        guard let index = openEntries.last else { return }
        edit(&draft.entries[index])
    }

    private mutating func beginInEntry(_ frame: inout Frame) {
        switch frame.term {
        case .item, .entry: beginNestedEntry(&frame)
        case .link: beginLink(frame)
        case .enclosure: takeEnclosure(frame)
        case .mediaContent: takeMedia(frame)
        case .mediaThumbnail, .itunesImage: takeThumbnail(frame)
        case .category: beginCategory(frame)
        case .source: frame.place = .source
        case .author:
            person = PersonDraft()
            frame.place = .person
            collect(frame, keepsMarkup: false)
        case .contributor, .image, .textInput: frame.place = .ignored
        case .title, .description, .summary, .content, .encoded, .body, .div, .fullItem, .dcTitle,
            .dcDescription,
            .mediaTitle, .mediaDescription, .itunesTitle, .itunesSummary, .itunesSubtitle, .subtitle,
            .tagline:
            collectText(frame)
        case .guid:
            let isPermalink = reader.attribute("isPermaLink").map { $0.lowercased() == "true" }
            withEntry { $0.guidIsPermalink = isPermalink }
            collect(frame, keepsMarkup: false)
        case .id, .identifier, .comments, .pubDate, .published, .updated, .modified, .issued, .created,
            .dcDate,
            .termsIssued, .termsCreated, .termsModified, .creator, .dcAuthor, .itunesAuthor, .subject,
            .originalLink, .mediaCategory, .itunesKeywords, .tags, .language, .dcLanguage, .managingEditor:
            collect(frame, keepsMarkup: false)
        case .other: frame.place = .ignored
        default: break
        }
    }

    // MARK: Inside authors and sources

    private mutating func beginInPerson(_ frame: inout Frame) {
        switch frame.term {
        case .name, .email, .uri, .url: collect(frame, keepsMarkup: false)
        default: break
        }
    }

    private mutating func beginInSource(_ frame: inout Frame) {
        guard frame.term == .author else { return }
        person = PersonDraft()
        frame.place = .person
        collect(frame, keepsMarkup: false)
    }

    mutating func closePerson(_ term: Term) {
        let person = person
        self.person = PersonDraft()
        guard term != .contributor else { return }
        let rank = term == .itunesOwner ? 5 : 0
        if frames.last?.place == .source {
            withEntry { $0.sourceAuthors.append((person, 1)) }
        } else if openEntries.isEmpty {
            if draft.authors.count < Limits.partsPerEntry { draft.authors.append((person, rank)) }
        } else {
            withEntry { if $0.authors.count < Limits.partsPerEntry { $0.authors.append((person, rank)) } }
        }
    }

    private mutating func takeLanguage() {
        guard reader.hasXMLAttributes, let tag = reader.attribute("xml:lang"), !tag.isEmpty else { return }
        draft.language.offer(tag, rank: 2)
    }
}
