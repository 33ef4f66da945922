/// What becomes of an element in a body.
struct BodyElement {
    /// Its name in lower case, as it is written out.
    let name: [UInt8]
    /// Its place in the table.
    let number: Int
    var isKept = false
    var isDropped = false
    var isVoid = false
    var isBlock = false
    var isClosedByNext = false
    /// Attributes that are kept.
    var attributes: [BodyAttribute] = []

    /// The element of a tag's name; nothing for names HTML does not have.
    static func named(_ name: UInt64) -> BodyElement? {
        let index = place(of: name)
        return index >= 0 ? all[index] : nil
    }

    /// Where in `all` the element of a tag's name stands, or -1.
    static func place(of name: UInt64) -> Int {
        var slot = Int(truncatingIfNeeded: name & slotMask)
        while slots[slot].place >= 0 {
            if slots[slot].name == name { return slots[slot].place }
            slot = (slot + 1) & Int(slotMask)
        }
        return -1
    }

    /// All elements of HTML that are known here.
    static let all: [BodyElement] = makeAll()

    private static let slotMask: UInt64 = 1023
    private static let slots: [(name: UInt64, place: Int)] = {
        var slots = [(name: UInt64, place: Int)](repeating: (0, -1), count: Int(slotMask) + 1)
        for element in all {
            let name = TagName.number(String(decoding: element.name, as: UTF8.self))
            var slot = Int(name & slotMask)
            while slots[slot].place >= 0 { slot = (slot + 1) & Int(slotMask) }
            slots[slot] = (name, element.number)
        }
        return slots
    }()

    private static func makeAll() -> [BodyElement] {
        var elements: [BodyElement] = []
        var places: [Substring: Int] = [:]
        func change(_ name: Substring, _ edit: (inout BodyElement) -> Void) {
            if places[name] == nil {
                places[name] = elements.count
                elements.append(BodyElement(name: Array(name.utf8), number: elements.count))
            }
            if let place = places[name] { edit(&elements[place]) }
        }
        for word in words(BodyElementTable.kept) {
            let parts = word.split(separator: ":")
            let attributes = parts.dropFirst().flatMap { $0.split(separator: ",") }
            change(parts[0]) {
                $0.isKept = true
                $0.attributes = attributes.compactMap { BodyAttribute(rawValue: String($0)) }
            }
        }
        for word in words(BodyElementTable.dropped) { change(word) { $0.isDropped = true } }
        for word in words(BodyElementTable.void) { change(word) { $0.isVoid = true } }
        for word in words(BodyElementTable.block) { change(word) { $0.isBlock = true } }
        for word in words(BodyElementTable.closedByNext) { change(word) { $0.isClosedByNext = true } }
        for word in words(BodyElementTable.known) { change(word) { _ in } }
        return elements
    }

    private static func words(_ list: String) -> [Substring] {
        list.split { $0 == " " || $0 == "\n" }
    }
}

/// An attribute that a body may keep.
enum BodyAttribute: String {
    case href, src, cite, poster
    case title, alt, width, height, role
    case ariaHidden = "aria-hidden"
    case colspan, rowspan, span, start, type, reversed, value, datetime, dir, encoding, alttext
    case lang

    /// Whether its value is an address.
    var isAddress: Bool {
        switch self {
        case .href, .src, .cite, .poster: true
        default: false
        }
    }
}
