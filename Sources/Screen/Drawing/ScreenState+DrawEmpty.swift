import Canvas
import Library
import News
import Typesetting

extension ScreenState {
    /// Whether there is nothing to read yet, and nothing that could bring it.
    var isFirstRun: Bool {
        list.scope == .all && list.isEmpty && search == nil && sources.hasCome
            && sources.overview.sources.isEmpty
    }

    /// What stands where a list has no rows: what to do next.
    func drawEmptyList(in frame: Rect, on canvas: inout Canvas) {
        let text =
            switch list.scope {
            case .all:
                "No articles yet.\n\n\(key(.refreshAll)) fetches the sources, \(key(.addSource)) adds more."
            case .unread: "Everything is read.\n\n\(key(.goAll)) shows all articles."
            case .starred: "Nothing is starred yet: \(key(.toggleStar)) stars an article."
            case .query: "Nothing was found.\n\n\(leavingKey) goes back."
            default: "Nothing here."
            }
        draw(text, in: frame, on: &canvas)
    }

    /// The first thing that a new person sees: the ways to something to read.
    func drawWelcome(on canvas: inout Canvas) {
        let frame = Rect(x: 0, y: 1, width: size.width, height: size.height - 2)
        canvas.fill(frame, style: theme.text)
        canvas.draw(glyphs.focusedFrame, along: frame, style: theme.focusedFrame, title: "Welcome to Tidings")
        let inside = frame.inset(horizontally: 2, vertically: 1)
        let ways: [(Command?, String)] = [
            (nil, "There is nothing to read yet."),
            (.addSource, "Follow a site: its address is enough, as example.org; a feed's address, too."),
            (.addSource, "Bring what you follow elsewhere: an OPML file, or newsboat's ~/.newsboat/urls."),
            (.openSample, "Look round first: the sample newsstand, in a library of its own."),
            (.help, "See all keys."), (.close, "Leave."),
        ]
        var y = inside.y + (inside.height > 12 ? 1 : 0)
        for (command, text) in ways {
            if let command {
                let key = surroundings.keymap.usualKey(of: command, glyphs) ?? command.rawValue
                if y < inside.maxY { canvas.draw(key, x: inside.x, y: y, width: 3, style: theme.key) }
            }
            let indent = command == nil ? 0 : 4
            for line in LineBreaker.wrap(text, width: max(1, min(72, inside.width - indent)))
            where y < inside.maxY {
                canvas.draw(
                    line, x: inside.x + indent, y: y, style: command == nil ? theme.headline : theme.text)
                y += 1
            }
            if inside.height > 12 { y += 1 }
        }
    }

    private func draw(_ text: String, in frame: Rect, on canvas: inout Canvas) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { paragraph in
            paragraph.isEmpty ? [""] : LineBreaker.wrap(String(paragraph), width: max(1, frame.width - 2))
        }
        for (number, line) in lines.enumerated() where number < frame.height {
            canvas.draw(line, x: frame.x + 1, y: frame.y + number, style: theme.faint)
        }
    }
}
