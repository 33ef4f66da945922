import Canvas

/// Collects keys until they make a command: counts (`5j`) and sequences (`gu`).
struct KeyReader: Sendable {
    private(set) var count: Int?
    private(set) var prefix: [Key] = []

    /// What a key made of what came before it.
    enum Outcome {
        case command(Command, count: Int?)
        /// More has to come.
        case waiting
        case unknown([Key])
    }

    /// The largest count: nobody means more, and products with a page stay small.
    private static let largestCount = 99_999

    mutating func read(_ key: Key, _ keymap: Keymap, in pane: Pane? = nil) -> Outcome {
        if case .escape = key, count != nil || !prefix.isEmpty {
            self = KeyReader()
            return .waiting
        }
        if prefix.isEmpty, let digit = digit(key), count != nil || !keymap.begins(with: key) {
            count = min((count ?? 0) * 10 + digit, KeyReader.largestCount)
            return .waiting
        }
        let keys = prefix + [key]
        switch keymap.match(keys, in: pane) {
        case .prefix:
            prefix = keys
            return .waiting
        case .command(let command):
            defer { self = KeyReader() }
            return .command(command, count: count)
        case .nothing:
            self = KeyReader()
            return .unknown(keys)
        }
    }

    /// Digits by themselves may be bound, as 1 to 4 are to panes; a count then begins with another, or with a 0: `5j`, `012G`.
    private func digit(_ key: Key) -> Int? {
        guard case .character(let letter) = key, letter.isASCII else { return nil }
        return letter.wholeNumberValue
    }
}
