/// What a word in a date means.
enum DateWords {
    /// 1–12 for a month's name or its beginning, in any of the known languages.
    static func month(_ word: String) -> Int? {
        var prefix = Substring(word)
        while prefix.count > 4 { prefix.removeLast() }
        while prefix.count >= 3 {
            if let month = months[prefix] { return month }
            prefix.removeLast()
        }
        return nil
    }

    /// Seconds east of Greenwich of a zone's name.
    static func zone(_ word: String) -> Int? { zones[Substring(word)] }

    private static let months = table(DateWordTable.months)
    private static let zones = table(DateWordTable.zones).mapValues { $0 * 60 }

    private static func table(_ text: String) -> [Substring: Int] {
        var result: [Substring: Int] = [:]
        for line in text.split(separator: "\n") {
            let words = line.split(separator: " ")
            guard let number = words.first.flatMap({ Int($0) }) else { continue }
            for word in words.dropFirst() { result[word] = number }
        }
        return result
    }
}
