import Canvas
import Library
import News

/// The commands that fit what was typed, the best first.
enum Palette {
    /// How well letters fit a text: nothing where they do not occur in their order; less is better.
    static func distance(_ letters: String, in text: String) -> Int? {
        guard !letters.isEmpty else { return 0 }
        let text = Array(text.lowercased())
        var best: Int?
        for start in text.indices where text[start] == letters.lowercased().first {
            if let found = distance(letters, in: text, from: start) { best = min(best ?? .max, found) }
        }
        return best
    }

    private static func distance(_ letters: String, in text: [Character], from start: Int) -> Int? {
        var place = start
        var last = start - 1
        let startsWord = start == 0 || !text[start - 1].isLetter
        var gaps = startsWord ? 0 : 8
        for letter in letters.lowercased() where !letter.isWhitespace {
            guard let found = text[place...].firstIndex(of: letter) else { return nil }
            let isWordStart = found == 0 || !text[found - 1].isLetter
            if found != last + 1 { gaps += isWordStart ? 2 : 4 + min(4, found - last) }
            last = found
            place = found + 1
        }
        return gaps * 100 + min(99, start)
    }

    /// Commands for what was typed.
    static func commands(_ text: String) -> [CommandEntry] {
        let scored = CommandEntry.table.enumerated().compactMap {
            number, entry -> (Int, Int, CommandEntry)? in
            let found = [entry.command.rawValue, entry.summary].compactMap { distance(text, in: $0) }.min()
            return found.map { ($0, number, entry) }
        }
        // Letters that are strewn about are no match beside those that stand together.
        let limit = (scored.map(\.0).min() ?? 0) + 1_200
        return scored.filter { $0.0 <= limit }.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
    }
}

extension ScreenState {
    /// Commands of the palette; it does not offer itself.
    var paletteEntries: [CommandEntry] {
        Palette.commands(prompt?.text ?? "").filter { $0.command != .palette }
    }

    mutating func movePalette(by step: Int) {
        let count = paletteEntries.count
        guard count > 0, let choice = prompt?.choice else { return }
        prompt?.choice = (choice + step + count) % count
    }

    mutating func runFromPalette(_ asked: Prompt) -> [ScreenEffect] {
        let entries = paletteEntries
        prompt = nil
        guard entries.indices.contains(asked.choice) else {
            notice = Line("No command is called \(asked.text)")
            return []
        }
        return run(entries[asked.choice].command)
    }

    /// Why a command cannot be carried out now; nothing if it can.
    func obstacle(to command: Command) -> Line? {
        guard command.works(in: focus) else {
            if command.works(in: .list) {
                return Line("This works in the article list; \(key(.focusList)) goes there")
            }
            return command.works(in: .related)
                ? Line("This works in related news; \(key(.focusRelated)) goes there")
                : Line("This works in the sources; \(key(.focusSources)) goes there")
        }
        switch command {
        case .toggleRead, .toggleStar, .tag, .untag: return targets.isEmpty ? "Nothing is selected" : nil
        case .pipe, .write, .mute: return target == nil ? "Nothing is selected" : nil
        case .choose, .chooseRange: return list.selection == nil ? "Nothing is selected" : nil
        case .copyAddress, .openBrowser, .openBrowserBehind:
            if targetAddress != nil { return nil }
            return target == nil ? "Nothing is selected" : "This article has no address"
        case .followLink, .changes, .otherText: return reader.reading == nil ? "No article is open" : nil
        case .pictures: return pictureObstacle
        case .enclosures:
            return reader.reading?.article.enclosures.isEmpty ?? true
                ? "Nothing comes with this article" : nil
        case .why:
            return related.entries.isEmpty && selectedStory == nil
                ? "Nothing is related to this article" : nil
        case .followStory:
            return reader.reading?.listing.story == nil ? "This article is not compared with others yet" : nil
        case .notRelated, .sameStory, .peek:
            if related.selection == nil { return "Nothing is related to this article" }
            return related.selection?.listing == nil ? "This page is not in the archive" : nil
        case .markAllRead: return list.unread == 0 ? "Nothing is unread here" : nil
        case .growPane, .shrinkPane:
            return layout.isAdjustable(focus) ? nil : "Nothing stands beside this pane"
        case .chooseTheme: return surroundings.colors == 0 ? "This terminal shows no colours" : nil
        case .goHistory: return history.articles.isEmpty ? "Nothing was read yet" : nil
        case .saveSearch:
            return wish(for: command) == nil
                ? Line("Only a search can be saved; \(key(.search)) begins one") : nil
        case .renameSource, .moveSource, .removeSource:
            return wish(for: command) == nil ? "Not of this row: select a source or a saved search" : nil
        case .compare: return uncompared == 0 ? "All articles are compared" : nil
        case .refreshAll, .refreshSource:
            return fetching.progress == nil ? nil : "A refresh is under way; Esc cancels it"
        default: return nil
        }
    }
}
