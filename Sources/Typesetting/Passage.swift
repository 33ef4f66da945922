/// Text flattened into one row of UTF-8 bytes, with what each stretch of it is.
///
/// A line feed is a forced line break. Soft hyphens, zero width spaces and no-break spaces stay until a line is cut
/// out.
struct Passage: Sendable {
    /// A stretch that ends before a byte.
    struct Span: Sendable {
        var end: Int
        var role: TextRole
        var link: Int?
    }

    private(set) var bytes: [UInt8] = []
    private(set) var spans: [Span] = []
    /// The next stretch must not melt into the last one.
    private var isSealed = false

    var isEmpty: Bool { bytes.isEmpty }

    /// Whether anything shows: not only spaces of any kind and break opportunities.
    var hasText: Bool {
        var index = 0
        while index < bytes.count {
            let blank =
                bytes[index] == 0x20 || bytes[index] == 0x0A
                ? 1 : LineCutter.invisibleLength(bytes, at: index)
            if blank == 0 { return true }
            index += blank
        }
        return false
    }

    init() {}

    init(_ text: String, role: TextRole) {
        append(text.utf8, role: role)
    }

    mutating func append(_ text: some Sequence<UInt8>, role: TextRole, link: Int? = nil) {
        let start = bytes.count
        bytes.append(contentsOf: text)
        guard bytes.count > start else { return }
        if let last = spans.last, last.role == role, last.link == link, !isSealed {
            spans[spans.count - 1].end = bytes.count
        } else {
            spans.append(Span(end: bytes.count, role: role, link: link))
        }
        isSealed = false
    }

    /// Keeps what follows apart from what is there, so that `setLink` can reach exactly it.
    mutating func seal() { isSealed = true }

    /// Marks all stretches from a sealed place on as parts of a link.
    mutating func setLink(_ number: Int, from start: Int) {
        var index = spans.count - 1
        while index >= 0, (index == 0 ? 0 : spans[index - 1].end) >= start {
            if spans[index].role != .linkNumber { spans[index].link = number }
            index -= 1
        }
    }

    /// Cuts off everything from a byte on.
    mutating func truncate(to count: Int) {
        guard count < bytes.count else { return }
        bytes.removeLast(bytes.count - count)
        while let last = spans.last, last.end > count {
            let start = spans.count > 1 ? spans[spans.count - 2].end : 0
            if start >= count {
                spans.removeLast()
            } else {
                spans[spans.count - 1].end = count
            }
        }
    }

    /// Everything from a byte on as a passage of its own.
    func tail(from start: Int) -> Passage {
        var result = Passage()
        var first = spans.count
        while first > 0, spans[first - 1].end > start { first -= 1 }
        var from = start
        for span in spans[first...] {
            result.append(bytes[from..<span.end], role: span.role, link: span.link)
            from = span.end
        }
        return result
    }

    mutating func append(_ other: Passage) {
        var from = 0
        for span in other.spans {
            append(other.bytes[from..<span.end], role: span.role, link: span.link)
            from = span.end
        }
    }

    /// Makes one line of all.
    mutating func joinLines() {
        for index in bytes.indices where bytes[index] == 0x0A { bytes[index] = 0x20 }
    }

    /// Drops spaces and line feeds at the end.
    mutating func trim() {
        var count = bytes.count
        while count > 0, bytes[count - 1] == 0x20 || bytes[count - 1] == 0x0A { count -= 1 }
        truncate(to: count)
    }
}
