import Markup
import News

/// Makes a body safe to keep and to show, in one pass over its bytes.
///
/// Of a stranger's HTML a known set of elements and attributes is left (see `BodyElementTable`), with links to
/// `http`, `https` and `mailto` only, made absolute. Scripts, styles, handlers, comments and control characters
/// are gone. What is written out is written from our own names and escaped values, never copied from a tag.
struct BodySanitizer {
    private var scanner: TagScanner
    private let bytes: [UInt8]
    private var base: WebAddress?
    private var result: [UInt8] = []
    private var open: [(place: Int, base: WebAddress?)] = []
    private var openCounts = [Int](repeating: 0, count: BodyElement.all.count)

    /// The body, sanitised.
    static func sanitize(_ html: [UInt8], base: WebAddress?) -> String {
        var sanitizer = BodySanitizer(html, base: base)
        sanitizer.run()
        return String(decoding: sanitizer.result, as: UTF8.self)
    }

    private init(_ html: [UInt8], base: WebAddress?) {
        bytes = html
        scanner = TagScanner(html)
        self.base = base
        result.reserveCapacity(html.count + 64)
    }

    private mutating func run() {
        var index = 0
        while index < bytes.count {
            let stop = SafeText.nextSpecial(in: bytes, from: index)
            if stop > index { result.append(contentsOf: bytes[index..<stop]) }
            guard stop < bytes.count else { break }
            index =
                bytes[stop] == UInt8(ascii: "<")
                ? readTag(at: stop) : SafeText.copy(bytes, at: stop, to: &result)
        }
        while !open.isEmpty { closeLast() }
    }

    private mutating func readTag(at start: Int) -> Int {
        guard let tag = scanner.tag(at: start) else {
            result.append(contentsOf: "&lt;".utf8)
            return start + 1
        }
        let place = tag.name == 0 ? -1 : BodyElement.place(of: tag.name)
        guard place >= 0 else { return tag.end }
        if BodyElement.all[place].isDropped {
            return tag.isEnd || tag.closesItself
                ? tag.end : DroppedElement.end(of: tag, in: &scanner) ?? tag.end
        }
        if tag.isEnd { close(place) } else { begin(place, tag) }
        return tag.end
    }

    private mutating func begin(_ place: Int, _ tag: TagScanner.Tag) {
        let element = BodyElement.all[place]
        guard element.isKept else {
            if element.isBlock { result.append(UInt8(ascii: " ")) }
            return
        }
        if element.isClosedByNext, let last = open.last, last.place == place { closeLast() }
        guard open.count < Limits.bodyDepth else { return }
        let outer = base
        result.append(UInt8(ascii: "<"))
        result.append(contentsOf: element.name)
        if !tag.attributes.isEmpty { writeAttributes(tag.attributes, of: element) }
        result.append(UInt8(ascii: ">"))
        if element.isVoid {
            base = outer
            return
        }
        open.append((place, outer))
        openCounts[place] += 1
    }

    private mutating func close(_ place: Int) {
        guard openCounts[place] > 0 else { return }
        while let last = open.last {
            closeLast()
            if last.place == place { return }
        }
    }

    private mutating func closeLast() {
        guard let last = open.popLast() else { return }
        openCounts[last.place] -= 1
        base = last.base
        result.append(contentsOf: "</".utf8)
        result.append(contentsOf: BodyElement.all[last.place].name)
        result.append(UInt8(ascii: ">"))
    }

    // MARK: Attributes

    private mutating func writeAttributes(_ range: Range<Int>, of element: BodyElement) {
        let attributes = AttributeScanner.attributes(in: bytes, range)
        for attribute in attributes where attribute.isNamed("xml:base", in: bytes) {
            base = WebAddress(attribute.value(in: bytes), relativeTo: base) ?? base
        }
        for kind in element.attributes {
            guard let found = attributes.first(where: { $0.isNamed(kind.rawValue, in: bytes) }) else {
                continue
            }
            let value = found.value(in: bytes)
            if !kind.isAddress {
                write(kind, value)
            } else if let address = SafeLink.address(value, base: base, allowsMail: kind == .href) {
                write(kind, address)
            }
        }
    }

    private mutating func write(_ attribute: BodyAttribute, _ value: String) {
        result.append(UInt8(ascii: " "))
        result.append(contentsOf: attribute.rawValue.utf8)
        result.append(contentsOf: "=\"".utf8)
        SafeText.appendEscaped(Line(value).text, to: &result)
        result.append(UInt8(ascii: "\""))
    }
}

/// The links a body may have.
enum SafeLink {
    /// The address to write out; nothing if it leads to no web page and no mailbox.
    static func address(_ raw: String, base: WebAddress?, allowsMail: Bool) -> String? {
        if let address = WebAddress(raw, relativeTo: base) { return address.text }
        guard allowsMail else { return nil }
        let line = Line(raw).text
        guard line.utf8.count <= 512, line.lowercased().hasPrefix("mailto:") else { return nil }
        return "mailto:" + line.dropFirst(7)
    }
}
