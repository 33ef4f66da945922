/// Knows the names of the site a page is on, and takes them off its titles.
struct SiteNames: Sendable {
    /// The name for people.
    let name: String?
    private let words: Words
    private let host: [UInt8]
    private let labels: [[UInt8]]

    /// Parts of host names that name no site.
    private static let plainLabels: Set<String> = [
        "www", "com", "org", "net", "news", "blog", "co", "uk", "de",
    ]

    init(name: String?, host: String) {
        self.name = name
        words = Words(name ?? "")
        let labels = host.split(separator: ".").flatMap { $0.split(separator: "-") }
        self.labels =
            labels.filter { $0.utf8.count > 2 && !SiteNames.plainLabels.contains(String($0)) }
            .map { Array($0.utf8) }
        self.host = Array(labels.drop { $0 == "www" }.joined().utf8)
    }

    /// Whether a part of a title names the site.
    func isSite(_ part: String) -> Bool {
        let letters = Words(part).letters
        if letters.isEmpty || letters == words.letters { return true }
        if !words.isEmpty, letters.contains(run: words.letters) || words.letters.contains(run: letters) {
            return abs(words.letters.count - letters.count) <= max(4, words.letters.count)
        }
        if letters.count >= 4, host.contains(run: letters) { return true }
        return labels.contains { $0.count > 3 && letters.count <= $0.count + 12 && letters.contains(run: $0) }
    }

    /// Whether a name is the site's own.
    func isOwn(_ name: String) -> Bool {
        let letters = Words(name).letters
        return !letters.isEmpty && (letters == words.letters || letters == host)
    }

    /// A title without the parts before or behind it that name the site.
    func stripped(_ title: String) -> String {
        let parts = TitleParts(title)
        guard parts.ranges.count >= 2 else { return title }
        var last = parts.ranges.count - 1
        while last > 0, isSite(parts.part(last)) { last -= 1 }
        if last == 0, isSite(parts.part(0)), parts.ranges.count > 1 {
            last = isSite(parts.part(1)) ? 0 : last
        }
        var first = 0
        if last > 0, isSite(parts.part(0)), parts.length(1...last) > 15 { first = 1 }
        let result = parts.text(first...last)
        return result.isEmpty ? title : result
    }
}

/// A title cut at the marks that stand between a headline and the names of sections and sites.
struct TitleParts {
    let title: [UInt8]
    private(set) var ranges: [Range<Int>] = []

    init(_ title: String) {
        self.title = Array(title.utf8)
        var start = 0
        var index = 0
        while index < self.title.count {
            guard let length = separator(at: index) else {
                index += 1
                continue
            }
            ranges.append(start..<index)
            index += length
            start = index
        }
        ranges.append(start..<self.title.count)
        ranges = ranges.filter { !text($0).isEmpty }
    }

    /// The length of a separator: `|`, `»`, `›`, `::` anywhere, dashes, dots and colons only between spaces.
    private func separator(at index: Int) -> Int? {
        for mark in ["::", "|", "»", "›"] where title[index...].starts(with: mark.utf8) {
            return mark.utf8.count
        }
        guard title[index] == 0x20 else { return nil }
        var end = index + 1
        for mark in ["·", "•", "«", "–", "—", "⋆", ":", "~", "/", "-", "<", ">"]
        where title[end...].starts(with: mark.utf8) {
            end += mark.utf8.count
            if mark == "-", end < title.count, title[end] == UInt8(ascii: "-") { end += 1 }
            return end < title.count && title[end] == 0x20 ? end + 1 - index : nil
        }
        return nil
    }

    func part(_ number: Int) -> String { text(ranges[number]) }

    func text(_ parts: ClosedRange<Int>) -> String {
        text(ranges[parts.lowerBound].lowerBound..<ranges[parts.upperBound].upperBound)
    }

    func length(_ parts: ClosedRange<Int>) -> Int {
        ranges[parts.upperBound].upperBound - ranges[parts.lowerBound].lowerBound
    }

    private func text(_ range: Range<Int>) -> String {
        LineText.collapsed(String(decoding: title[range], as: UTF8.self))
    }
}
