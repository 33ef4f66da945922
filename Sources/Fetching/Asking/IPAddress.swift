/// A numeric network address, as far as it matters whether it belongs to the public internet.
public struct IPAddress: Sendable, Hashable {
    /// Four or sixteen bytes in network order.
    public let bytes: [UInt8]

    /// An address by its bytes; nothing if they are neither four nor sixteen.
    public init?(bytes: [UInt8]) {
        guard bytes.count == 4 || bytes.count == 16 else { return nil }
        self.bytes = bytes
    }

    /// Reads the host of an address: `192.0.2.1`, `[2001:db8::1]`, and the short, octal and hexadecimal forms
    /// of IPv4 that `inet_aton` and browsers understand (`127.1`, `0x7f.0.0.1`, `2130706433`).
    public init?(host: String) {
        if host.utf8.first == UInt8(ascii: "[") {
            let inner = host.dropFirst().prefix { $0 != "]" && $0 != "%" }
            guard let bytes = IPAddress.version6(inner) else { return nil }
            self.bytes = bytes
        } else {
            guard let bytes = IPAddress.version4(host) else { return nil }
            self.bytes = bytes
        }
    }

    /// Whether it is loopback, of a private or local network, or otherwise no place of the public internet.
    ///
    /// IANA special-purpose registries (RFC 6890). Addresses that carry an IPv4 one (mapped, NAT64, 6to4) are
    /// judged by it.
    public var isPrivate: Bool {
        if let inner = carried { return inner.isPrivate }
        if bytes.count == 4 { return IPAddress.isPrivate(bytes[0], bytes[1], bytes[2]) }
        if bytes.dropLast().allSatisfy({ $0 == 0 }) { return bytes[15] <= 1 }
        // fc00::/7 unique local, fe80::/10 link local, fec0::/10 site local, ff00::/8 multicast
        return bytes[0] & 0xFE == 0xFC || (bytes[0] == 0xFE && bytes[1] & 0x80 == 0x80) || bytes[0] == 0xFF
    }

    /// The IPv4 address inside an IPv6 one.
    private var carried: IPAddress? {
        guard bytes.count == 16 else { return nil }
        let isMapped = bytes.prefix(10).allSatisfy { $0 == 0 } && bytes[10] == 0xFF && bytes[11] == 0xFF
        let isTranslated =
            bytes.starts(with: [0, 0x64, 0xFF, 0x9B]) && bytes[4..<12].allSatisfy { $0 == 0 }
        if isMapped || isTranslated { return IPAddress(bytes: Array(bytes[12...])) }
        return bytes[0] == 0x20 && bytes[1] == 0x02 ? IPAddress(bytes: Array(bytes[2..<6])) : nil
    }

    private static func isPrivate(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
        switch (first, second, third) {
        case (0, _, _), (10, _, _), (127, _, _), (169, 254, _), (172, 16...31, _), (192, 168, _): true
        case (100, 64...127, _), (192, 0, 0), (198, 18...19, _), (224...255, _, _): true
        default: false
        }
    }

    private static func version4(_ text: String) -> [UInt8]? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...4).contains(parts.count) else { return nil }
        var numbers: [UInt32] = []
        for part in parts {
            guard let number = number(part) else { return nil }
            numbers.append(number)
        }
        // The last part fills all bytes that are left.
        let last = numbers.removeLast()
        guard numbers.allSatisfy({ $0 < 256 }) else { return nil }
        let room = 32 - 8 * UInt32(numbers.count)
        guard room == 32 || last < 1 << room else { return nil }
        var value = last
        for (place, number) in numbers.enumerated() { value |= number << (24 - 8 * UInt32(place)) }
        return [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
    }

    private static func number(_ part: Substring) -> UInt32? {
        if part.hasPrefix("0x") || part.hasPrefix("0X") { return UInt32(part.dropFirst(2), radix: 16) }
        guard part.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        if part.count > 1 && part.hasPrefix("0") { return UInt32(part.dropFirst(), radix: 8) }
        return UInt32(part)
    }

    private static func version6(_ text: Substring) -> [UInt8]? {
        guard text.utf8.count <= 45 else { return nil }
        if text == "::" { return [UInt8](repeating: 0, count: 16) }
        var halves: [[UInt8]] = [[]]
        var groups = text.split(separator: ":", omittingEmptySubsequences: false)
        if groups.count > 2, groups.first == "", groups[1] == "" { groups.removeFirst() }
        if groups.count > 2, groups.last == "", groups[groups.count - 2] == "" { groups.removeLast() }
        for (place, group) in groups.enumerated() {
            if group.isEmpty {
                halves.append([])
            } else if place == groups.count - 1, group.contains("."), let tail = version4(String(group)) {
                halves[halves.count - 1] += tail
            } else if group.utf8.count <= 4, let value = UInt16(group, radix: 16) {
                halves[halves.count - 1] += [UInt8(value >> 8), UInt8(value & 0xFF)]
            } else {
                return nil
            }
        }
        if halves.count == 1 { return halves[0].count == 16 ? halves[0] : nil }
        let missing = 16 - halves[0].count - halves[1].count
        guard halves.count == 2, missing >= 1 else { return nil }
        return halves[0] + [UInt8](repeating: 0, count: missing) + halves[1]
    }
}
