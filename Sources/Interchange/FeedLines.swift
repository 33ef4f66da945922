import Feeds
import News

/// Reads lists of feeds with a line each: newsboat's `urls` and newsraft's `feeds`.
///
/// Lines that name a command or a query are listed as refused: a list never makes this program run anything.
public enum FeedLines {
    /// The feeds of a list.
    public struct List: Sendable {
        /// The feeds, in the order of the list.
        public var subscriptions: [Subscription] = []
        /// The lines that were left out, by number from 1, with the reason.
        public var refused: [(line: Int, reason: String)] = []
    }

    /// Whether some text looks like such a list.
    public static func matches(_ start: String) -> Bool {
        for line in start.split(whereSeparator: \.isNewline).prefix(50) {
            let line = String(line).trimmingSpaces
            if line.isEmpty || line.hasPrefix("#") || line.hasPrefix("@") { continue }
            return ["http://", "https://", "query:", "\"query:", "exec:", "\"exec:", "filter:", "\"filter:"]
                .contains(where: line.hasPrefix)
        }
        return false
    }

    /// Reads a list.
    ///
    /// Of several tags the first becomes the folder, as a source stands in one; `~name` names the feed, and `!` hid it.
    /// newsraft's list has sections (`@ name`) for folders, and the word behind an address is the feed's name.
    public static func read(_ text: String, isNewsraft: Bool = false) -> List {
        var list = List()
        var section: Line?
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        for (index, line) in lines.enumerated() {
            guard index < Limits.feedLines else {
                list.refused.append((index + 1, "the rest was left out: this list is too long"))
                break
            }
            let line = String(line).trimmingSpaces
            if line.isEmpty || line.hasPrefix("#") { continue }
            if line.hasPrefix("@") {
                section = Line(nonEmpty: line.dropFirst())
                continue
            }
            let words = words(of: line)
            guard let first = words.first else { continue }
            if let reason = refusal(of: first) {
                list.refused.append((index + 1, reason))
            } else if let address = WebAddress(first) {
                list.subscriptions.append(
                    subscription(address, Array(words.dropFirst()), in: section, isNewsraft))
            } else {
                list.refused.append((index + 1, "“\(Line(first).text.prefix(60))” is no address of the web"))
            }
        }
        return list
    }

    private static func subscription(
        _ address: WebAddress, _ words: [String], in section: Line?, _ isNewsraft: Bool
    ) -> Subscription {
        var title = words.first { $0.hasPrefix("~") }.flatMap { Line(nonEmpty: $0.dropFirst()) }
        let tags = words.filter { !$0.hasPrefix("~") && !$0.hasPrefix("!") }.compactMap { Line(nonEmpty: $0) }
        if isNewsraft { title = title ?? tags.first }
        let folder = isNewsraft ? section : tags.first
        return Subscription(title: title, address: address, folder: folder.map { [$0] } ?? [])
    }

    private static func refusal(of word: String) -> String? {
        for (start, what) in [
            ("query:", "a query"), ("exec:", "a command"), ("filter:", "a command"), ("$(", "a command"),
        ] where word.hasPrefix(start) {
            return "“\(Line(word).text.prefix(60))” is \(what), not a feed; it was left out and not run"
        }
        return nil
    }

    /// The words of a line; quotation marks hold words together, a backslash takes the next sign as it is.
    static func words(of line: String) -> [String] {
        var words: [String] = []
        var word = ""
        var isQuoted = false
        var isEscaped = false
        var isWord = false
        for character in line {
            if isEscaped {
                word.append(character)
                isEscaped = false
            } else if character == "\\", isQuoted {
                isEscaped = true
            } else if character == "\"" {
                isQuoted.toggle()
                isWord = true
            } else if character.isWhitespace, !isQuoted {
                if isWord { words.append(word) }
                word = ""
                isWord = false
            } else {
                word.append(character)
                isWord = true
            }
        }
        if isWord { words.append(word) }
        return words
    }
}
