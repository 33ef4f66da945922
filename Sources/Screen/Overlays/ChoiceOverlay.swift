import News

/// A list over the panes of which one can be taken: enclosures, what was read.
struct ChoiceOverlay: Sendable {
    /// What taking one does.
    enum Action: Sendable, Hashable {
        /// Open in the browser.
        case browse(WebAddress)
        /// Read an article.
        case read(ArticleID)
        /// Open a list and call it so.
        case list(ListScope, Line)
        /// Wear a theme.
        case theme(String)
    }

    /// One line.
    struct Choice: Sendable, Hashable {
        var text: String
        var note: String
        var action: Action
    }

    let title: String
    let choices: [Choice]
    private(set) var selected = 0
    private(set) var top = 0

    init(title: String, choices: [Choice], selected: Int = 0) {
        self.title = title
        self.choices = choices
        self.selected = selected
    }

    var selection: Choice? { choices.indices.contains(selected) ? choices[selected] : nil }

    mutating func move(by step: Int, height: Int) {
        selected = max(0, min(selected + step, choices.count - 1))
        if selected < top { top = selected }
        if selected >= top + height { top = selected - height + 1 }
    }
}
