import Markup
import News

/// What becomes of the text of an element.
extension XMLFeedReader {
    /// Begins to collect a short text.
    mutating func collect(_ frame: Frame, keepsMarkup: Bool) {
        buffer.removeAll(keepingCapacity: true)
        capture = Capture(
            term: frame.term, depth: frames.count + 1, keepsMarkup: keepsMarkup, isMarkup: false,
            type: .plain,
            base: frame.base)
    }

    /// Begins to collect a title or a body, which may hold markup.
    mutating func collectText(_ frame: Frame) {
        buffer.removeAll(keepingCapacity: true)
        let type = textType(frame)
        capture = Capture(
            term: frame.term, depth: frames.count + 1, keepsMarkup: true, isMarkup: type == .xhtml,
            type: type,
            base: frame.base)
    }

    private mutating func textType(_ frame: Frame) -> TextType {
        if frame.term == .body || frame.term == .div { return .xhtml }
        let isAtomElement =
            draft.format.isAtom
            ? frame.vocabulary == .core || frame.vocabulary == .atom : frame.vocabulary == .atom
        if isAtomElement {
            return TextType(atomType: reader.attribute("type"), mode: reader.attribute("mode"))
        }
        if frame.vocabulary == .media {
            return reader.attribute("type")?.lowercased() == "html" ? .html : .plain
        }
        return .html
    }

    /// The element ended: its text goes where it belongs.
    mutating func finish(_ capture: Capture) {
        switch capture.term {
        case .name, .email, .uri, .url, .author: finishPerson(capture.term)
        default:
            if capture.keepsMarkup {
                finishText(capture)
            } else if openEntries.isEmpty {
                finishInFeed(capture)
            } else {
                finishInEntry(capture)
            }
        }
    }

    private func bufferText() -> String {
        String(decoding: buffer.prefix(Limits.shortText), as: UTF8.self)
    }

    private mutating func finishPerson(_ term: Term) {
        let text = Line(bufferText()).text
        switch term {
        case .name: person.name = text
        case .email: person.email = text
        case .uri, .url: person.page = text
        default: person.text += text
        }
    }

    // MARK: Titles and bodies

    private mutating func finishText(_ capture: Capture) {
        guard buffer.contains(where: { !$0.isMarkupSpace }) else { return }
        var text = TextDraft(bytes: buffer, kind: .html, base: capture.base)
        switch capture.type {
        case .plain: text.kind = .plain
        case .html, .xhtml: text.kind = .html
        case .base64, .base64Plain:
            text.bytes = DecodedText(Base64.decode(buffer)).utf8
            text.kind = capture.type == .base64 ? .html : .plain
        case .foreign: return
        }
        if openEntries.isEmpty { storeInFeed(text, capture.term) } else { storeInEntry(text, capture.term) }
    }

    private mutating func storeInFeed(_ text: TextDraft, _ term: Term) {
        switch term {
        case .title: draft.title.offer(text, rank: 0)
        case .dcTitle: draft.title.offer(text, rank: 1)
        case .itunesTitle, .mediaTitle: draft.title.offer(text, rank: 2)
        case .description, .subtitle, .tagline: draft.description.offer(text, rank: 0)
        case .dcDescription: draft.description.offer(text, rank: 1)
        case .itunesSummary, .googleDescription: draft.description.offer(text, rank: 2)
        case .itunesSubtitle: draft.description.offer(text, rank: 3)
        case .info, .mediaDescription: draft.description.offer(text, rank: 4)
        default: break
        }
    }

    private mutating func storeInEntry(_ text: TextDraft, _ term: Term) {
        let isAtom = draft.format.isAtom
        withEntry {
            switch term {
            case .title: $0.title.offer(text, rank: 0)
            case .dcTitle: $0.title.offer(text, rank: 1)
            case .itunesTitle: $0.title.offer(text, rank: 2)
            case .mediaTitle: $0.title.offer(text, rank: 3)
            case .description: $0.summary.offer(text, rank: 0)
            case .summary: $0.summary.offer(text, rank: isAtom ? 0 : 1)
            case .dcDescription: $0.summary.offer(text, rank: 2)
            case .itunesSummary: $0.summary.offer(text, rank: 3)
            case .itunesSubtitle, .subtitle, .tagline: $0.summary.offer(text, rank: 5)
            case .mediaDescription: $0.summary.offer(text, rank: 4)
            case .encoded: $0.content.offer(text, rank: 0)
            case .content: $0.content.offer(text, rank: text.kind == .html ? 1 : 2)
            case .body: $0.content.offer(text, rank: 3)
            case .div: $0.content.offer(text, rank: 4)
            case .fullItem: $0.content.offer(text, rank: 5)
            default: break
            }
        }
    }

    // MARK: Short texts

    private mutating func finishInFeed(_ capture: Capture) {
        guard buffer.contains(where: { $0 > 0x20 }) else { return }
        let text = bufferText()
        switch capture.term {
        case .link:
            if draft.plainLink == nil { draft.plainLink = LinkDraft(address: text, base: capture.base) }
        case .language: draft.language.offer(text, rank: 0)
        case .dcLanguage: draft.language.offer(text, rank: 1)
        case .lastBuildDate: draft.updated.offer(text, rank: 0)
        case .updated, .modified: draft.updated.offer(text, rank: 1)
        case .dcDate, .termsModified: draft.updated.offer(text, rank: 2)
        case .pubDate, .published, .issued, .created, .termsCreated, .termsIssued:
            draft.updated.offer(text, rank: 3)
        case .ttl: draft.hints.take(minutes: Line(text).text)
        case .hour: draft.hints.take(hour: Line(text).text)
        case .day: draft.hints.take(day: Line(text).text)
        case .updatePeriod: draft.updatePeriod = Line(text).text
        case .updateFrequency: draft.updateFrequency = Line(text).text
        case .managingEditor: draft.authors.append((PersonDraft(text: text), 1))
        case .creator: draft.authors.append((PersonDraft(text: text), 2))
        case .itunesAuthor: draft.authors.append((PersonDraft(text: text), 3))
        default: break
        }
    }

    private mutating func finishInEntry(_ capture: Capture) {
        guard buffer.contains(where: { $0 > 0x20 }) else { return }
        let text = bufferText()
        switch capture.term {
        case .category, .subject, .mediaCategory: add(category: text)
        case .itunesKeywords, .tags: addKeywords()
        case .creator, .dcAuthor, .managingEditor: add(author: text, rank: 1)
        case .itunesAuthor: add(author: text, rank: 2)
        case .link, .guid, .id, .identifier, .comments, .originalLink:
            withEntry { $0.takeLink(text, capture.term, base: capture.base) }
        case .language, .dcLanguage: withEntry { if $0.language.isEmpty { $0.language = text } }
        default: withEntry { $0.takeDate(text, capture.term) }
        }
    }

    private mutating func addKeywords() {
        for word in buffer.split(separator: UInt8(ascii: ",")) {
            add(category: String(decoding: word, as: UTF8.self))
        }
    }

    private mutating func add(author text: String, rank: Int) {
        withEntry {
            if $0.authors.count < Limits.partsPerEntry { $0.authors.append((PersonDraft(text: text), rank)) }
        }
    }
}

extension EntryDraft {
    fileprivate mutating func takeLink(_ text: String, _ term: Term, base: Int) {
        let link = LinkDraft(address: text, base: base)
        switch term {
        case .link: plainLink = plainLink ?? link
        case .comments: comments = comments ?? link
        case .originalLink: originalLink = text
        case .guid:
            guid = guid ?? link
            id.offer(text, rank: 0)
        case .id: id.offer(text, rank: 0)
        default: id.offer(text, rank: 2)
        }
    }

    fileprivate mutating func takeDate(_ text: String, _ term: Term) {
        switch term {
        case .pubDate, .published: published.offer(text, rank: 0)
        case .issued, .termsIssued: published.offer(text, rank: 1)
        case .dcDate: published.offer(text, rank: 2)
        case .created, .termsCreated: published.offer(text, rank: 3)
        case .updated, .modified: updated.offer(text, rank: 0)
        case .termsModified: updated.offer(text, rank: 1)
        default: break
        }
    }
}
