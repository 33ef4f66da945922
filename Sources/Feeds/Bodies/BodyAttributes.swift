/// Attributes that a body may keep.
struct BodyAttributes: OptionSet, Sendable {
    let rawValue: UInt32

    /// The set of the one attribute of a name; empty for names that are not kept.
    static func named(_ name: UInt64) -> BodyAttributes {
        for (place, known) in numbers.enumerated() where known == name {
            return BodyAttributes(rawValue: 1 << UInt32(place))
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
    private static let numbers = words.map { TagName.number($0) }
    private static let names = words.map { Array(" \($0)=\"".utf8) }
}
