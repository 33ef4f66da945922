import Markup
import News

/// Makes a body safe to keep and to show, in one pass over its bytes.
///
/// Of a stranger's HTML a known set of elements and attributes is left (see `BodyElementTable`), with links
/// to `http`, `https` and `mailto` only, made absolute. Scripts, styles, handlers, comments and control
/// characters are gone. What is written out is written from our own names and escaped values, never copied
/// from a tag.
struct BodySanitizer {
    private var scanner: TagScanner
    private let bytes: [UInt8]
    private let elements = BodyElements.table
    private var attributes = AttributeWriter()
    private var result: [UInt8] = []
    /// The open elements, by their place in the table.
    private var open: [Int] = []
    private var openCounts: [Int]
    private var base: WebAddress?
    /// The bases outside of elements with an `xml:base` of their own, and how deep those stand.
    private var outerBases: [(depth: Int, base: WebAddress?)] = []

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
        openCounts = [Int](repeating: 0, count: BodyElements.table.count)
        result.reserveCapacity(html.count + html.count / 8 + 64)
    }

    private mutating func run() {
        let bytes = bytes
        var index = 0
        while index < bytes.count {
            index = SafeText.copyRun(of: bytes.span, from: index, to: &result)
            guard index < bytes.count else { break }
            index =
                bytes[index] == UInt8(ascii: "<")
                ? readTag(at: index) : SafeText.copy(bytes, at: index, to: &result)
        }
        while !open.isEmpty { closeLast() }
    }

    private mutating func readTag(at start: Int) -> Int {
        guard let tag = scanner.tag(at: start) else {
            result.append(contentsOf: "&lt;".utf8)
            return start + 1
        }
        let place = tag.name == 0 ? -1 : elements.place(of: tag.name)
        guard place >= 0 else { return tag.end }
        let rules = elements.rules[place]
        if rules.contains(.dropped) {
            return tag.isEnd || tag.closesItself
                ? tag.end : DroppedElement.end(of: tag, in: &scanner) ?? tag.end
        }
        if tag.isEnd { close(place) } else { begin(place, rules, tag) }
        return tag.end
    }

    private mutating func begin(_ place: Int, _ rules: BodyElements.Rules, _ tag: TagScanner.Tag) {
        guard rules.contains(.kept) else {
            if rules.contains(.block) { result.append(UInt8(ascii: " ")) }
            return
        }
        if rules.contains(.closedByNext), open.last == place { closeLast() }
        guard open.count < Limits.bodyDepth else { return }
        appendTag(place, isEnd: false)
        let outer = base
        let hasBase = writeAttributes(tag, of: place)
        result.append(UInt8(ascii: ">"))
        if rules.contains(.void) {
            if hasBase { base = outer }
            return
        }
        open.append(place)
        openCounts[place] += 1
        if hasBase { outerBases.append((open.count, outer)) }
    }

    /// Writes the attributes of a tag.
    ///
    /// True if it sets a base of its own.
    private mutating func writeAttributes(_ tag: TagScanner.Tag, of place: Int) -> Bool {
        guard tag.attributes.count > 1 else { return false }
        attributes.read(bytes, tag.attributes)
        let inner = attributes.base(in: bytes, outer: base)
        if let inner { base = inner }
        attributes.write(bytes, allowed: elements.attributes[place], base: base, to: &result)
        return inner != nil
    }

    private mutating func close(_ place: Int) {
        guard openCounts[place] > 0 else { return }
        while let last = open.last {
            closeLast()
            if last == place { return }
        }
    }

    private mutating func closeLast() {
        if let outer = outerBases.last, outer.depth == open.count {
            base = outer.base
            outerBases.removeLast()
        }
        guard let place = open.popLast() else { return }
        openCounts[place] -= 1
        appendTag(place, isEnd: true)
    }

    /// Writes `</name>`, or `<name` for what may follow in a start tag.
    private mutating func appendTag(_ place: Int, isEnd: Bool) {
        let (start, end) = (elements.nameStarts[place], elements.nameStarts[place + 1])
        result.append(addingCapacity: end - start + 3) { output in
            output.append(UInt8(ascii: "<"))
            if isEnd { output.append(UInt8(ascii: "/")) }
            for index in start..<end { output.append(elements.names[index]) }
            if isEnd { output.append(UInt8(ascii: ">")) }
        }
    }
}
