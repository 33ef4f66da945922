/// Finds the `HTMLTag` of a name, by a hash of its letters packed into two words.
struct HTMLTagTable: Sendable {
    /// A lower-case name of at most 16 bytes, packed; longer names fit no listed element.
    struct Key: Equatable, Sendable {
        var low: UInt64 = 0
        var high: UInt64 = 0
        var length = 0

        mutating func append(_ byte: UInt8) {
            if length < 8 {
                low = low << 8 | UInt64(byte)
            } else {
                high = high << 8 | UInt64(byte)
            }
            length &+= 1
        }
    }

    private struct Slot: Sendable {
        var low: UInt64 = 0
        var high: UInt64 = 0
        var tag = HTMLTag.other
    }

    /// Built once, on the first parse.
    static let shared = HTMLTagTable()

    /// Four times as many slots as names, so that most look-ups end at the first.
    private static let slotBits = 10
    private var slots: [Slot]

    private init() {
        slots = Array(repeating: Slot(), count: 1 << Self.slotBits)
        for tag in HTMLTag.allCases where tag != .other {
            var key = Key()
            for byte in tag.rawValue.lowercased().utf8 { key.append(byte) }
            var index = Self.firstSlot(key)
            while slots[index].tag != .other { index = (index &+ 1) & (slots.count &- 1) }
            slots[index] = Slot(low: key.low, high: key.high, tag: tag)
        }
    }

    @inline(__always)
    func tag(_ key: Key) -> HTMLTag {
        guard key.length <= 16 else { return .other }
        var index = Self.firstSlot(key)
        while true {
            let slot = slots[index]
            if slot.low == key.low, slot.high == key.high { return slot.tag }
            if slot.tag == .other { return .other }
            index = (index &+ 1) & (slots.count &- 1)
        }
    }

    @inline(__always)
    private static func firstSlot(_ key: Key) -> Int {
        let mixed = (key.low ^ (key.high &* 0x9e37_79b9_7f4a_7c15)) &* 0xff51_afd7_ed55_8ccd
        return Int(truncatingIfNeeded: mixed >> (64 - UInt64(slotBits)))
    }
}
