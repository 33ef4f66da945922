/// The elements of HTML that are known here, by the number of their place in the table.
struct BodyElements: Sendable {
    /// What becomes of an element.
    struct Rules: OptionSet, Sendable {
        let rawValue: UInt8

        /// Its tags are written out.
        static let kept = Rules(rawValue: 1)
        /// It is left out with all it holds.
        static let dropped = Rules(rawValue: 2)
        /// It has no end tag.
        static let void = Rules(rawValue: 4)
        /// It begins a new line.
        static let block = Rules(rawValue: 8)
        /// An open one is closed by the next of its kind.
        static let closedByNext = Rules(rawValue: 16)
    }

    /// The one table.
    static let table = BodyElements()

    /// The rules of each element.
    private(set) var rules: [Rules] = []
    /// The attributes each element may keep.
    private(set) var attributes: [BodyAttributes] = []
    /// All names in lower case, one after another.
    private(set) var names: [UInt8] = []
    /// Where each name begins in `names`, and where the last one ends.
    private(set) var nameStarts: [Int] = [0]

    private var slots = [Slot](repeating: Slot(name: 0, place: -1), count: slotCount)

    private struct Slot {
        var name: UInt64
        var place: Int
    }

    private static let slotCount = 1024

    var count: Int { rules.count }

    /// The place of the element of a tag's name, or -1 for names HTML does not have.
    func place(of name: UInt64) -> Int {
        var slot = Int(truncatingIfNeeded: name) & (BodyElements.slotCount - 1)
        while slots[slot].place >= 0 {
            if slots[slot].name == name { return slots[slot].place }
            slot = (slot + 1) & (BodyElements.slotCount - 1)
        }
        return -1
    }

    /// The rules for a tag's name; nothing for names HTML does not have.
    func rules(of name: UInt64) -> Rules? {
        let place = place(of: name)
        return place < 0 ? nil : rules[place]
    }

    private init() {
        for word in BodyElements.words(BodyElementTable.kept) {
            let parts = word.split(separator: ":")
            var kept: BodyAttributes = []
            for name in parts.dropFirst().joined(separator: ",").split(separator: ",") {
                kept.formUnion(BodyAttributes.named(TagName.number(name)))
            }
            let place = add(parts[0], .kept)
            attributes[place] = kept
        }
        let lists: [(String, Rules)] = [
            (BodyElementTable.dropped, .dropped), (BodyElementTable.void, .void),
            (BodyElementTable.block, .block),
            (BodyElementTable.closedByNext, .closedByNext), (BodyElementTable.known, []),
        ]
        for (list, rule) in lists {
            for word in BodyElements.words(list) { _ = add(word, rule) }
        }
    }

    private mutating func add(_ name: Substring, _ rule: Rules) -> Int {
        let number = TagName.number(name)
        let known = place(of: number)
        if known >= 0 {
            rules[known].insert(rule)
            return known
        }
        var slot = Int(truncatingIfNeeded: number) & (BodyElements.slotCount - 1)
        while slots[slot].place >= 0 { slot = (slot + 1) & (BodyElements.slotCount - 1) }
        slots[slot] = Slot(name: number, place: rules.count)
        rules.append(rule)
        attributes.append([])
        names.append(contentsOf: name.utf8)
        nameStarts.append(names.count)
        return rules.count - 1
    }

    private static func words(_ list: String) -> [Substring] {
        list.split { $0 == " " || $0 == "\n" }
    }
}
