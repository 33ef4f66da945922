import Markup
import News

/// Reads a feed written in XML into a draft, one event after another.
///
/// It keeps a frame for each open element, so that `<title>` inside `<image>` is not the feed's; what an
/// element means in its place is decided in `XMLFeedReader+Elements.swift`, what becomes of its text in
/// `…+Texts.swift`.
struct XMLFeedReader {
    /// Where an element stands.
    enum Place {
        /// Before the root.
        case outside
        /// Inside the feed, but in no entry.
        case feed
        /// Inside an element of the feed that nobody knows.
        case wrapper
        /// Inside an entry.
        case entry
        /// Inside an author.
        case person
        /// Inside the source an entry was taken from.
        case source
        /// Inside something that is passed over.
        case ignored
    }

    /// One open element.
    struct Frame {
        var term: Term
        var vocabulary: Vocabulary
        /// The place of what is inside it.
        var place: Place
        var base: Int
    }

    var reader: XMLReader
    var draft = FeedDraft()
    var terms = TermLookup()
    var frames: [Frame] = []
    /// The entries that are open, by their number; more than one where items are nested.
    var openEntries: [Int] = []
    var person = PersonDraft()
    var capture: Capture?
    var buffer: [UInt8] = []
    var foundRoot = false
    /// The first element that was no root of a feed.
    var strangeRoot: XMLName?
    var isPage = false
    var isSubscriptionList = false
    var isFull = false

    /// The text that is being collected.
    struct Capture {
        let term: Term
        let depth: Int
        /// Whether elements inside belong to the text.
        let keepsMarkup: Bool
        /// Whether references stay as they are, because all of it is markup.
        var isMarkup: Bool
        var type: TextType
        let base: Int
    }

    init(utf8: [UInt8]) {
        reader = XMLReader(utf8: utf8)
    }

    /// Reads the whole document.
    mutating func read() {
        while true {
            switch reader.next() {
            case .start: start()
            case .end: end()
            case .text: text()
            case .finish: return
            }
        }
    }

    private mutating func start() {
        let (vocabulary, term) = lookUp()
        let outer = frames.last
        var frame = Frame(
            term: term, vocabulary: vocabulary, place: outer?.place ?? .outside, base: outer?.base ?? 0)
        if reader.hasXMLAttributes, let address = reader.attribute("xml:base") {
            frame.base = enterBase(address, frame.base)
        }
        if let capture {
            startInside(capture, &frame)
        } else {
            begin(&frame)
        }
        frames.append(frame)
    }

    private mutating func end() {
        guard let frame = frames.popLast() else { return }
        if let capture {
            if frames.count + 1 == capture.depth {
                self.capture = nil
                finish(capture)
            } else if capture.keepsMarkup {
                appendEndTag()
            }
        }
        switch frame.term {
        case .item, .entry:
            if frame.place == .entry, frames.last?.place != .entry || openEntries.count > 1 { closeEntry() }
        case .author, .contributor, .itunesOwner:
            if frame.place == .person { closePerson(frame.term) }
        default: break
        }
    }

    private mutating func text() {
        guard let capture else { return }
        if capture.isMarkup {
            reader.appendTextAsMarkup(to: &buffer)
        } else {
            reader.appendText(to: &buffer)
        }
    }

    private mutating func startInside(_ capture: Capture, _ frame: inout Frame) {
        if frame.place == .person, [.name, .email, .uri, .url].contains(frame.term) {
            self.capture = nil
            person.text += String(decoding: buffer, as: UTF8.self)
            begin(&frame)
            return
        }
        if capture.type != .xhtml, endsText(of: capture.term, frame.term) {
            self.capture = nil
            finish(capture)
            begin(&frame)
            return
        }
        guard capture.keepsMarkup else { return }
        if capture.type == .plain, !capture.isMarkup { becomeMarkup() }
        reader.appendTag(to: &buffer)
    }

    /// Whether an element shows that the text before it was never closed: `<title>Storm<guid>`.
    ///
    /// Only names count that HTML does not have; `<link>` is RSS's where it has no attributes.
    private func endsText(of text: Term, _ term: Term) -> Bool {
        switch term {
        case .item, .entry, .guid, .pubDate, .enclosure, .description, .encoded, .lastBuildDate: true
        case .link: text != .description && text != .content && text != .summary && !reader.hasAttributes
        default: false
        }
    }

    /// Elements in a text that said to have none: it is markup after all.
    private mutating func becomeMarkup() {
        var escaped: [UInt8] = []
        SafeText.appendEscaped(buffer.span, to: &escaped)
        buffer = escaped
        capture?.isMarkup = true
        capture?.type = .html
    }

    private mutating func appendEndTag() {
        let name = reader.name.local
        if BodyElements.table.rules(of: TagName.number(name))?.contains(.void) == true { return }
        buffer.append(contentsOf: "</".utf8)
        buffer.append(contentsOf: name.utf8)
        buffer.append(UInt8(ascii: ">"))
    }

    private mutating func lookUp() -> (vocabulary: Vocabulary, term: Term) {
        if let known = terms.known(reader.nameNumber, state: reader.namespaceState) { return known }
        let name = reader.name
        return terms.find(
            name, number: reader.nameNumber, state: reader.namespaceState,
            address: reader.namespace(of: name.prefix))
    }

    private mutating func enterBase(_ address: String, _ outer: Int) -> Int {
        guard draft.bases.count < Limits.bases else { return outer }
        draft.bases.append((outer, address))
        return draft.bases.count - 1
    }
}
