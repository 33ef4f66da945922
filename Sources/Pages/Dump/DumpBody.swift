/// Writes the lines of a dump's text as clean HTML: paragraphs, section headings, quotations, lists.
struct DumpBody {
    private var output = HTMLOutput()
    private let lines: [DumpLine]

    static func html(_ lines: [DumpLine]) -> String {
        var body = DumpBody(lines)
        body.write()
        return body.output.text
    }

    private init(_ lines: [DumpLine]) { self.lines = lines }

    private mutating func write() {
        var index = 0
        while index < lines.count {
            if let (marker, _) = DumpBody.item(lines[index].text) {
                index = writeList(from: index, marker)
            } else if index + 1 < lines.count, isQuotation(index) {
                writeQuotation(lines[index].text, by: lines[index + 1].text)
                index += 2
            } else {
                write(isHeading(index) ? "h2" : "p", lines[index].text)
                index += 1
            }
        }
    }

    private mutating func write(_ name: String, _ text: String) {
        output.open(name)
        output.add(text: Array(text.utf8)[...])
        output.close(name)
    }

    // MARK: Quotations and headings

    private func isQuotation(_ index: Int) -> Bool {
        let line = lines[index]
        let next = lines[index + 1]
        guard line.hasSentence, next.count <= 140 else { return false }
        return DumpPhrases.attributes(next.text) || isQuoted(line.text) && isSpeaker(next)
    }

    /// All of it between quotation marks.
    private func isQuoted(_ text: String) -> Bool {
        guard let first = text.first, let last = text.last, "“\"„«‘»".contains(first) else { return false }
        return "”\"“»’«".contains(last) && text.count >= 20
    }

    /// “Ilse Marrow, chief engineer”.
    private func isSpeaker(_ line: DumpLine) -> Bool {
        guard line.count <= 90, !line.endsSentence else { return false }
        return DumpLine(line.text.prefix { $0 != "," }).isName
    }

    private mutating func writeQuotation(_ text: String, by attribution: String) {
        output.open("blockquote")
        write("p", text)
        output.open("p")
        output.open("cite")
        output.add(text: Array(attribution.trimmed(of: "—–- ").utf8)[...])
        output.close("cite")
        output.close("p")
        output.close("blockquote")
    }

    /// A short line without a full stop, above a paragraph.
    private func isHeading(_ index: Int) -> Bool {
        let line = lines[index]
        guard index + 1 < lines.count, line.count <= 110, !line.endsSentence || line.text.last == "?",
            line.text.last != ":", line.text.last != ",",
            line.text.first.map({ !"“\"„«‘".contains($0) }) ?? false
        else { return false }
        return lines[index + 1].hasSentence || lines[index + 1].count >= 50
            || DumpBody.item(lines[index + 1].text) != nil
    }

    // MARK: Lists

    private enum Marker {
        case bullet
        case number
    }

    /// An item's marker and text.
    private static func item(_ text: String) -> (Marker, Substring)? {
        for bullet in ["• ", "* ", "- ", "– ", "· ", "◦ ", "▪ "] where text.hasPrefix(bullet) {
            return (.bullet, text.dropFirst(bullet.count))
        }
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        guard (1...2).contains(digits.count) else { return nil }
        let rest = text.dropFirst(digits.count)
        guard rest.hasPrefix(". ") || rest.hasPrefix(") ") else { return nil }
        return (.number, rest.dropFirst(2))
    }

    private mutating func writeList(from start: Int, _ marker: Marker) -> Int {
        let name = marker == .bullet ? "ul" : "ol"
        output.open(name)
        var index = start
        while index < lines.count, let (own, text) = DumpBody.item(lines[index].text), own == marker {
            write("li", String(text))
            index += 1
        }
        output.close(name)
        return index
    }
}
