/// Attributes that a body may keep.
struct BodyAttributes: OptionSet, Sendable {
    let rawValue: UInt32

    /// The set of the one attribute of a name; empty for names that are not kept.
    static func named(_ name: UInt64) -> BodyAttributes {
        var slot = Int(truncatingIfNeeded: name) & (slots.count - 1)
        while slots[slot].set != 0 {
            if slots[slot].name == name { return BodyAttributes(rawValue: slots[slot].set) }
            slot = (slot + 1) & (slots.count - 1)
        }
        return []
    }

    /// Those whose value is an address.
    static let addresses: BodyAttributes = words.indices.reduce(into: []) { set, place in
        if ["href", "src", "cite", "poster"].contains(words[place]) {
            set.insert(BodyAttributes(rawValue: 1 << UInt32(place)))
        }
    }

    /// `href`, which may also lead to a mailbox.
    static let href = named(TagName.number("href"))

    /// The name as it is written out; of a set with one member.
    var name: [UInt8] { BodyAttributes.names[rawValue.trailingZeroBitCount] }

    private static let words = [
        "href", "src", "alt", "title", "width", "height", "role", "aria-hidden", "cite", "poster", "colspan",
        "rowspan",
        "span", "start", "type", "reversed", "value", "datetime", "dir", "encoding", "alttext",
    ]
    /// Sets of one by the number of their name, in a table that is never full.
    private static let slots: [(name: UInt64, set: UInt32)] = {
        var slots = [(name: UInt64, set: UInt32)](repeating: (0, 0), count: 64)
        for (place, word) in words.enumerated() {
            let name = TagName.number(word)
            var slot = Int(truncatingIfNeeded: name) & 63
            while slots[slot].set != 0 { slot = (slot + 1) & 63 }
            slots[slot] = (name, 1 << UInt32(place))
        }
        return slots
    }()
    private static let names = words.map { Array(" \($0)=\"".utf8) }
}
