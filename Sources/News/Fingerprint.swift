/// A 64-bit digest that stays the same for ever: what identities in the library file are made of.
///
/// SipHash-2-4 (Aumasson and Bernstein, 2012) with a fixed key: well mixed, cheap on short strings. It is no defence
/// against somebody who looks for collisions, who could only make two items of his own feed look like one.
public struct Fingerprint: Sendable {
    private var v0: UInt64 = 0x736F_6D65_7073_6575 ^ 0x7469_6469_6E67_7331
    private var v1: UInt64 = 0x646F_7261_6E64_6F6D ^ 0x6964_656E_7469_7479
    private var v2: UInt64 = 0x6C79_6765_6E65_7261 ^ 0x7469_6469_6E67_7331
    private var v3: UInt64 = 0x7465_6462_7974_6573 ^ 0x6964_656E_7469_7479
    private var word: UInt64 = 0
    private var count = 0

    /// A digest of nothing yet.
    public init() {}

    /// A digest of several parts; where one ends and the next begins counts.
    public static func of(_ parts: String...) -> Int64 {
        var digest = Fingerprint()
        for part in parts { digest.add(part: part) }
        return digest.value
    }

    /// Takes a text in, and that it ends here.
    public mutating func add(part: String) {
        add(part.utf8.span)
        add(0xFF)
    }

    /// Takes bytes in.
    public mutating func add(_ bytes: [UInt8]) { add(bytes.span) }

    private mutating func add(_ bytes: Span<UInt8>) {
        var index = 0
        while index < bytes.count, count & 7 != 0 {
            add(bytes[index])
            index += 1
        }
        while index + 8 <= bytes.count {
            // One checked load: the library calls it unsafe for types that not every bit pattern is a value of.
            let word = bytes.bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)
            absorb(UInt64(littleEndian: word))
            count &+= 8
            index += 8
        }
        while index < bytes.count {
            add(bytes[index])
            index += 1
        }
    }

    private mutating func add(_ byte: UInt8) {
        word |= UInt64(byte) << UInt64(8 * (count & 7))
        count &+= 1
        if count & 7 == 0 {
            absorb(word)
            word = 0
        }
    }

    /// The digest of all bytes so far.
    public var value: Int64 {
        var copy = self
        copy.absorb(word | UInt64(truncatingIfNeeded: count) << 56)
        copy.v2 ^= 0xFF
        for _ in 0..<4 { copy.round() }
        return Int64(bitPattern: copy.v0 ^ copy.v1 ^ copy.v2 ^ copy.v3)
    }

    private mutating func absorb(_ block: UInt64) {
        v3 ^= block
        round()
        round()
        v0 ^= block
    }

    private mutating func round() {
        v0 &+= v1
        v1 = rotated(v1, 13) ^ v0
        v0 = rotated(v0, 32)
        v2 &+= v3
        v3 = rotated(v3, 16) ^ v2
        v0 &+= v3
        v3 = rotated(v3, 21) ^ v0
        v2 &+= v1
        v1 = rotated(v1, 17) ^ v2
        v2 = rotated(v2, 32)
    }

    private func rotated(_ value: UInt64, _ by: UInt64) -> UInt64 { value << by | value >> (64 - by) }
}
