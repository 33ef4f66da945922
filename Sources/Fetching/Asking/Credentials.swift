import News

/// A name and a password for one place on the web; they never leave it and are never printed.
public struct Credentials: Sendable, Hashable, Codable {
    /// The name.
    public let user: String
    /// The password.
    public let password: String

    /// A name and a password.
    public init(user: String, password: String) {
        self.user = user
        self.password = password
    }

    /// What stands as `user:password@` in an address as the user wrote it, which a `WebAddress` does not
    /// keep.
    public init?(inAddress raw: some StringProtocol) {
        let text = String(raw)
        guard let start = text.firstRange(of: "://")?.upperBound else { return nil }
        let authority = text[start...].prefix { !"/\\?#".contains($0) }
        guard let mark = authority.lastIndex(of: "@") else { return nil }
        let parts = authority[..<mark].split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        let user = Credentials.unescaped(parts[0])
        guard !user.isEmpty else { return nil }
        self.init(user: user, password: parts.count > 1 ? Credentials.unescaped(parts[1]) : "")
    }

    private static func unescaped(_ text: Substring) -> String {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            let digits = rest.prefix(2)
            if byte == UInt8(ascii: "%"), digits.count == 2,
                let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
            {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension Credentials: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The name, and nothing of the password.
    public var description: String { "\(user):…" }
    /// The name, and nothing of the password.
    public var debugDescription: String { description }
    /// Nothing of the password.
    public var customMirror: Mirror { Mirror(self, children: ["user": user]) }
}
