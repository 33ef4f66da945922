/// Reads XML as the web writes it: a pull parser that never fails.
///
/// Ask `next()` until it answers `.finish`; in between `name`, `attribute(_:)` and `appendText(to:)` tell
/// about the current event. Starts and ends always balance: what a document leaves open is closed for it.
/// Entities of HTML are known, entities of the document's own DTD are expanded within bounds, nothing is ever
/// fetched. Time is linear in the length of the document; depth is bounded by flattening. A value: use it
/// from one task at a time.
public struct XMLReader {
    /// What comes next in the document.
    public enum Event: Sendable {
        /// An element begins.
        case start
        /// An element ends.
        case end
        /// Text, or a CDATA section, inside an element.
        case text
        /// Nothing comes any more.
        case finish
    }

    /// The kinds of things that had to be put right so far.
    public internal(set) var repairs: XMLRepairs = []
    /// A number for the current element's name; 0 for names that are not remembered.
    public internal(set) var nameNumber = 0
    /// Whether the current start tag closes itself (`<br/>`).
    public internal(set) var isEmptyElement = false
    /// Whether the current tag has an attribute of the `xml:` family.
    public internal(set) var hasXMLAttributes = false

    let bytes: [UInt8]
    var position = 0
    var names = XMLNameTable()
    var namespaces = XMLNamespaces()
    var entities = XMLEntities()
    var attributes: [XMLAttribute] = []
    /// What stands between the name and the end of the current tag.
    var attributeSource = 0..<0
    var currentName = 0..<0

    private var open: [OpenElement] = []
    private var flattened: [Int: Int] = [:]
    private var pendingEnds = 0
    var text = 0..<0
    var textIsCDATA = false
    var hasNoMore: (single: Bool, double: Bool, comment: Bool, cdata: Bool) = (false, false, false, false)

    private struct OpenElement {
        let name: Range<Int>
        let number: Int
    }

    /// A reader at the beginning of a document that is valid UTF-8.
    public init(utf8 bytes: [UInt8]) {
        self.bytes = bytes
        open.reserveCapacity(32)
    }

    /// Elements that are open, the current one included.
    public var depth: Int { open.count }

    /// The current element's name.
    public var name: XMLName { nameNumber == 0 ? XMLName(bytes[currentName]) : names.names[nameNumber] }

    /// A number that stays the same as long as the same namespace declarations are in force.
    public var namespaceState: Int { namespaces.state }

    /// The address a prefix is bound to; nothing where it was never declared.
    public func namespace(of prefix: String) -> String? { namespaces.address(of: prefix) }

    /// Moves on to the next event.
    public mutating func next() -> Event {
        namespaces.leave(to: open.count)
        if isEmptyElement {
            isEmptyElement = false
            return close()
        }
        if pendingEnds > 0 {
            pendingEnds -= 1
            return close()
        }
        while position < bytes.count {
            if bytes[position] == UInt8(ascii: "<"), let event = readMarkup() {
                if event != .finish { return event }
                continue
            }
            if readText() { return .text }
        }
        if open.isEmpty { return .finish }
        repairs.insert(.cutOff)
        return close()
    }

    // MARK: Elements

    mutating func enter(_ name: Range<Int>, number: Int) -> Event {
        guard open.count < Limits.depth else {
            repairs.insert(.tooDeep)
            if !isEmptyElement { flattened[number, default: 0] += 1 }
            isEmptyElement = false
            return .finish
        }
        currentName = name
        nameNumber = number
        open.append(OpenElement(name: name, number: number))
        declareNamespaces()
        return .start
    }

    /// An end tag: closes what it names and all that was left open inside; ignored where nothing fits.
    mutating func leave(_ name: Range<Int>) -> Event {
        let number = names.number(of: name, in: bytes)
        if let count = flattened[number], count > 0 {
            flattened[number] = count - 1
            return .finish
        }
        guard let index = open.lastIndex(where: { isSame($0, name, number) }) else {
            repairs.insert(.unbalancedTags)
            return .finish
        }
        flattened.removeAll(keepingCapacity: true)
        pendingEnds = open.count - index - 1
        if pendingEnds > 0 { repairs.insert(.unbalancedTags) }
        return close()
    }

    private func isSame(_ element: OpenElement, _ name: Range<Int>, _ number: Int) -> Bool {
        if element.number == number, number != 0 { return true }
        guard element.name.count == name.count else { return false }
        for offset in 0..<name.count {
            let left = bytes[element.name.lowerBound + offset].lowercasedASCII
            if left != bytes[name.lowerBound + offset].lowercasedASCII { return false }
        }
        return true
    }

    private mutating func close() -> Event {
        guard let element = open.popLast() else { return .finish }
        currentName = element.name
        nameNumber = element.number
        attributes.removeAll(keepingCapacity: true)
        hasXMLAttributes = false
        return .end
    }

    private mutating func declareNamespaces() {
        for attribute in attributes where attribute.declaresNamespace {
            var value: [UInt8] = []
            appendDecoded(attribute.value, to: &value)
            let prefix = String(decoding: bytes[attribute.name].dropFirst(6), as: UTF8.self)
            namespaces.declare(prefix, String(decoding: value, as: UTF8.self), depth: open.count)
        }
    }
}
