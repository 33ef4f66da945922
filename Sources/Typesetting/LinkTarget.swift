import News

/// Where a numbered link leads.
public enum LinkTarget: Sendable, Hashable {
    /// A page.
    case web(WebAddress)
    /// A mailbox, without `mailto:`.
    case mail(Line)

    /// The address as the list at the end shows it.
    public var text: String {
        switch self {
        case .web(let address): address.text
        case .mail(let address): "mailto:" + address.text
        }
    }

    /// The address as other programs take it; ASCII, but for a mailbox that is not.
    public var encoded: String {
        switch self {
        case .web(let address): address.encoded
        case .mail: text
        }
    }

    /// Whether a link's own text already says where it leads, so that a number would add nothing.
    func isSpelled(by text: ArraySlice<UInt8>) -> Bool {
        let slash = UInt8(ascii: "/")
        switch self {
        case .mail(let address):
            return isSame(text, address.text.utf8) || isSame(text, self.text.utf8)
        case .web(let address):
            var whole = address.text.utf8[...]
            if isSame(text, whole) { return true }
            while whole.last == slash { whole.removeLast() }
            if isSame(text, whole) { return true }
            guard let colon = whole.firstIndex(of: UInt8(ascii: ":")) else { return false }
            let bare = whole[colon...].dropFirst(3)
            return isSame(text, bare)
        }
    }

    private func isSame(_ text: some Sequence<UInt8>, _ address: some Sequence<UInt8>) -> Bool {
        text.elementsEqual(address) { lowercase($0) == lowercase($1) }
    }

    private func lowercase(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }
}

/// Gives the same place the same number, from 1 in the order of reading.
struct LinkRegister: Sendable {
    private(set) var targets: [LinkTarget] = []
    private var numbers: [LinkTarget: Int] = [:]

    mutating func number(of target: LinkTarget) -> Int {
        if let known = numbers[target] { return known }
        targets.append(target)
        numbers[target] = targets.count
        return targets.count
    }
}
