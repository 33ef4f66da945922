import News

/// What an answer says about when to come back: `Cache-Control`, `Expires` (RFC 9111 §4.2), `Retry-After`
/// (RFC 9110 §10.2.3).
///
/// Dates are read against the answer's own `Date`, so that a clock that is wrong on either side does no harm.
enum Freshness {
    /// Seconds the answer stays fresh; nothing if it does not say, zero if it says not at all.
    static func lifetime(of headers: HeaderFields, now: Timestamp) -> Int64? {
        if let directives = headers.joined("cache-control") {
            var maxAge: Int64?
            for directive in directives.split(separator: ",") {
                let parts = directive.split(separator: "=", maxSplits: 1)
                switch parts.first.map({ trimmed($0).lowercased() }) {
                case "no-cache", "no-store": return 0
                case "max-age" where parts.count == 2: maxAge = maxAge ?? seconds(parts[1])
                default: break
                }
            }
            if let maxAge {
                let age = headers["age"].flatMap { seconds($0[...]) } ?? 0
                return max(0, maxAge - age)
            }
        }
        guard let expires = headers["expires"] else { return nil }
        guard let date = HTTPDate.read(expires) else { return 0 }
        return min(max(0, date - reference(headers, now: now)), Limits.longestWait)
    }

    /// Seconds to wait by `Retry-After`, in either of its forms; never more than eight days.
    static func retryAfter(of headers: HeaderFields, now: Timestamp) -> Int64? {
        guard let value = headers["retry-after"] else { return nil }
        if let seconds = seconds(value[...]) { return seconds }
        guard let date = HTTPDate.read(value) else { return nil }
        return min(max(0, date - reference(headers, now: now)), Limits.longestWait)
    }

    private static func reference(_ headers: HeaderFields, now: Timestamp) -> Timestamp {
        headers["date"].flatMap(HTTPDate.read) ?? now
    }

    /// Digits, with or without quotes; more than eight days count as eight days, however many digits they
    /// have.
    private static func seconds(_ text: Substring) -> Int64? {
        let digits = trimmed(text).filter { $0 != "\"" }
        guard !digits.isEmpty, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return min(Int64(digits) ?? .max, Limits.longestWait)
    }

    private static func trimmed(_ text: Substring) -> Substring {
        var result = text.drop { $0 == " " || $0 == "\t" }
        while let last = result.last, last == " " || last == "\t" { result.removeLast() }
        return result
    }
}
