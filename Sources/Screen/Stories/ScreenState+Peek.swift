import Canvas
import Library
import News

extension ScreenState {
    /// Looks at the selected related article: over the panes, without opening it or marking it.
    mutating func peekAtSelection() -> [ScreenEffect] {
        guard let id = related.selection?.listing?.id else { return [] }
        return [.peek(id)]
    }

    mutating func receive(peeked id: ArticleID, _ reading: Reading?) -> [ScreenEffect] {
        // Who has moved on meanwhile does not want it any more.
        guard focus == .related, related.selection?.listing?.id == id else { return [] }
        guard let reading else {
            notice = "This article is not in the library any more"
            return []
        }
        var pane = ReaderPane()
        pane.want(id, isDetached: true)
        _ = pane.receive(id, reading)
        peek = pane
        return []
    }

    /// Scrolls, opens what is looked at, or leaves it.
    mutating func performInPeek(_ command: Command, count: Int?) -> [ScreenEffect] {
        if command == .open, let listing = peek?.reading?.listing {
            _ = closeOverlay()
            return open(listing, isDetached: true)
        }
        if command == .peek || command == .readOn, peek?.isAtEnd(height: overlayHeight) ?? true {
            return closeOverlay()
        }
        switch command {
        case .goToEnd: peek?.scrollToEnd()
        case .goToTop: peek?.scrollToTop()
        default: if let step = step(of: command, count: count) { peek?.scroll(by: step) }
        }
        return []
    }

    private var peekFrame: Rect { overlayFrame(width: settings.textWidth + 4) }

    /// Sets what is looked at for the room it has.
    mutating func settlePeek() {
        let state = self
        let (width, height) = (max(1, peekFrame.width - 4), overlayHeight)
        peek?.settle(
            width: width, height: height, glyphs: state.glyphs, fullTextKey: state.key(.otherText)
        ) { state.dates($0) }
    }

    func drawPeek(on canvas: inout Canvas) {
        guard let peek, let reading = peek.reading else { return }
        let frame = peekFrame
        canvas.fill(frame, style: theme.text)
        canvas.draw(
            glyphs.focusedFrame, along: frame, style: theme.focusedFrame,
            title: "Peek \(glyphs.dash) \(reading.listing.sourceTitle.text)",
            note: peek.progress(height: overlayHeight).map { "\($0)%" } ?? "")
        for (number, line) in peek.visible.enumerated() {
            draw(
                line, of: peek, x: frame.x + 2, y: frame.y + 1 + number, width: frame.width - 4, on: &canvas)
        }
    }
}
