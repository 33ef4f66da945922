/// Makes bytes ready for the tokenizer (§13.2.3.5).
enum HTMLSource {
    /// Without a byte order mark, cut to size, and with line feeds for all line ends; copied only if need be.
    static func prepared(_ text: [UInt8]) -> [UInt8] {
        var source = text
        if source.count > HTMLLimits.inputBytes { source.removeSubrange(HTMLLimits.inputBytes...) }
        if source.starts(with: [0xef, 0xbb, 0xbf]) { source.removeFirst(3) }
        let first = source.span.firstIndex(of: 0x0d, from: 0)
        return first == source.count ? source : withLineFeeds(source, from: first)
    }

    private static func withLineFeeds(_ text: [UInt8], from first: Int) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(text.count)
        let bytes = text.span
        var start = 0
        var index = first
        while index < bytes.count {
            result += text[start..<index]
            result.append(0x0a)
            start = index &+ 1
            if start < bytes.count, bytes[start] == 0x0a { start &+= 1 }
            index = bytes.firstIndex(of: 0x0d, from: start)
        }
        result += text[start...]
        return result
    }
}
