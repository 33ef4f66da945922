import Library
import News
import Typesetting

extension RelatedPane {
    /// The pane's lines at a width.
    func lines(width: Int, glyphs: Glyphs, time: (Timestamp) -> String) -> [PaneLine] {
        guard let news, width > 4 else { return [] }
        var lines: [PaneLine] = []
        for (index, entry) in entries.enumerated() {
            let label = self.label(of: entry, news, glyphs)
            if index == 0 || label != self.label(of: entries[index - 1], news, glyphs) {
                if index > 0 { lines.append(PaneLine(text: "", role: .blank)) }
                lines += wrapped(label, width: width, indent: "", role: .label, entry: nil)
            }
            lines += entryLines(entry, index, width: width, glyphs: glyphs, time: time)
        }
        return lines
    }

    private func label(of entry: Entry, _ news: RelatedNews, _ glyphs: Glyphs) -> String {
        switch entry {
        case .item(let item):
            switch item.group {
            case .story:
                let sources = Set(news.items(in: .story).map(\.listing.source)).count
                return "SAME STORY \(glyphs.dot) \(sources) \(sources == 1 ? "source" : "sources")"
                    + (isFollowed ? " \(glyphs.dot) followed" : "")
            case .background: return "BACKGROUND \(glyphs.dot) from the archive"
            case .followUp: return "SINCE THEN"
            }
        case .linked: return "LINKED IN THIS ARTICLE"
        case .recent: return "THE PAGE'S OWN RECENT NEWS"
        }
    }

    private func entryLines(
        _ entry: Entry, _ index: Int, width: Int, glyphs: Glyphs, time: (Timestamp) -> String
    ) -> [PaneLine] {
        guard let listing = entry.listing else {
            guard case .recent(let reference) = entry else { return [] }
            let lines = wrapped(
                reference.title.text, width: width, indent: "   ", role: .headline, entry: index)
            return marked(lines, " \(glyphs.dot) ")
        }
        let mark = listing.isStarred ? glyphs.star : listing.isRead ? glyphs.read : glyphs.unread
        let source = " \(mark) " + time(listing.moment) + " " + listing.sourceTitle.text
        var lines = [PaneLine(text: source, role: .source, entry: index)]
        lines += wrapped(listing.headline.text, width: width, indent: "   ", role: .headline, entry: index)
            .prefix(3)
        return lines
    }

    private func wrapped(
        _ text: String, width: Int, indent: String, role: PaneLine.Role, entry: Int?
    ) -> [PaneLine] {
        LineBreaker.wrap(text, width: width - indent.count).map {
            PaneLine(text: indent + $0, role: role, entry: entry)
        }
    }

    private func marked(_ lines: [PaneLine], _ mark: String) -> [PaneLine] {
        var lines = lines
        if let first = lines.first { lines[0].text = mark + first.text.dropFirst(3) }
        return lines
    }
}
