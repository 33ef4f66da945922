/// What the user wants sent to one source beside what every request has.
public struct RequestOptions: Sendable, Hashable {
    /// A name for ourselves in place of our own, for servers that refuse it.
    public let userAgent: String?
    /// Header fields `Name: Value`; like a password they never leave the source's own place.
    public let headers: [String]

    /// Options; lines that are no header field, or would pretend to be what Tidings itself writes, are left out.
    public init(userAgent: String? = nil, headers: [String] = []) {
        self.userAgent = userAgent.flatMap { RequestOptions.isPlain($0) ? $0 : nil }
        self.headers = headers.filter(RequestOptions.isField)
    }

    /// Whether a line is a header field that a user may set.
    public static func isField(_ line: String) -> Bool {
        guard isPlain(line), let colon = line.firstIndex(of: ":") else { return false }
        let name = line[..<colon]
        let isToken = name.utf8.allSatisfy {
            $0 > 0x20 && $0 < 0x7F && !"()<>@,;:\\\"/[]?={}".utf8.contains($0)
        }
        return !name.isEmpty && isToken && !ours.contains(name.lowercased())
    }

    /// What would break the exchange or its validators.
    private static let ours: Set = [
        "host", "content-length", "transfer-encoding", "connection", "accept-encoding", "if-none-match",
        "if-modified-since", "range", "user-agent",
    ]

    /// No control characters: a line feed would begin another field.
    private static func isPlain(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.count <= 4096 && text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
    }
}
