/// The name of an element, split at its first colon.
///
/// Letters are as written.
public struct XMLName: Sendable, Hashable {
    /// What stands before the colon; empty without one.
    public let prefix: String
    /// What stands behind it.
    public let local: String

    init(_ bytes: ArraySlice<UInt8>) {
        if let colon = bytes.firstIndex(of: UInt8(ascii: ":")) {
            prefix = String(decoding: bytes[..<colon], as: UTF8.self)
            local = String(decoding: bytes[(colon + 1)...], as: UTF8.self)
        } else {
            prefix = ""
            local = String(decoding: bytes, as: UTF8.self)
        }
    }
}

/// Gives each different name of a document a small number, so that a name is looked at once.
struct XMLNameTable {
    /// The names by their number.
    ///
    /// Number 0 stands for all names beyond `Limits.elementNames`.
    private(set) var names: [XMLName] = [XMLName([])]
    private var ranges: [Range<Int>] = [0..<0]
    private var next: [Int] = [-1]
    private var heads = [Int](repeating: -1, count: 256)

    /// The number of the name that stands at `range`.
    mutating func number(of range: Range<Int>, in bytes: [UInt8]) -> Int {
        var hash: UInt32 = 0x811C_9DC5
        for index in range { hash = (hash ^ UInt32(bytes[index])) &* 0x0100_0193 }
        let slot = Int((hash ^ hash >> 16) & 0xFF)
        var number = heads[slot]
        while number >= 0 {
            let known = ranges[number]
            if known.count == range.count, XMLNameTable.equal(known, range, in: bytes) { return number }
            number = next[number]
        }
        guard names.count < Limits.elementNames else { return 0 }
        names.append(XMLName(bytes[range]))
        ranges.append(range)
        next.append(heads[slot])
        heads[slot] = names.count - 1
        return names.count - 1
    }

    static func equal(_ left: Range<Int>, _ right: Range<Int>, in bytes: [UInt8]) -> Bool {
        var offset = 0
        while offset < left.count {
            if bytes[left.lowerBound + offset] != bytes[right.lowerBound + offset] { return false }
            offset += 1
        }
        return true
    }
}
