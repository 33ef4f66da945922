import Canvas
import News

/// The last line while something is typed on it: what for, the text so far, and words that may complete it.
struct Prompt: Sendable {
    /// What is asked.
    enum Purpose: Sendable, Hashable {
        case palette
        case search
        case filter
        /// A tag to set on these articles, or to take away.
        case tag([ArticleID], Bool)
        /// Words to look for in the help.
        case find
        /// A command that gets the article's text.
        case pipe(ArticleID)
        /// A file for the article.
        case write(ArticleID)
        /// A change of what is followed.
        case subscription(ScreenState.Wish)

        /// What stands before the text.
        var label: String {
            switch self {
            case .palette: ":"
            case .search, .find: "/"
            case .filter: "Filter: "
            case .tag(let articles, let isSet):
                (isSet ? "Tag" : "Untag") + (articles.count > 1 ? " \(articles.count) articles" : "") + ": "
            case .pipe: "Pipe to: "
            case .write: "Write to: "
            case .subscription(let wish): wish.label
            }
        }

        /// Under which name what was typed is remembered.
        var history: String {
            switch self {
            case .palette: "palette"
            case .search, .find: "search"
            case .filter: "filter"
            case .tag: "tag"
            case .pipe: "pipe"
            case .write: "write"
            case .subscription: "subscription"
            }
        }
    }

    let purpose: Purpose
    var editor: LineEditor
    /// Words that Tab completes to.
    var words: [String] = []
    /// The row of the palette that Enter takes.
    var choice = 0
    private var past: [String]
    /// Which of the past lines shows; beyond the last is what is being typed.
    private var place: Int
    private var typed = ""
    private var completion: (stem: String, next: Int)?

    init(_ purpose: Purpose, text: String = "", past: [String] = []) {
        self.purpose = purpose
        editor = LineEditor(text)
        self.past = past
        place = past.count
    }

    /// The text as one clean line.
    var text: String { Line(editor.text).text }

    /// Shows what was typed before; down again to what is being typed.
    mutating func recall(_ step: Int) {
        guard (0...past.count).contains(place + step) else { return }
        if place == past.count { typed = editor.text }
        place += step
        editor = LineEditor(place == past.count ? typed : past[place])
    }

    /// Completes to the next of the words that begin as what was typed.
    mutating func complete(_ step: Int) {
        let stem = completion?.stem ?? editor.text
        let fitting = matches(of: stem)
        guard !fitting.isEmpty else { return }
        let next = completion.map { ($0.next + step + fitting.count) % fitting.count } ?? 0
        editor = LineEditor(fitting[next])
        completion = (stem, next)
    }

    /// Something was typed: Tab begins anew.
    mutating func endCompletion() { completion = nil }

    /// The words that what was typed may become.
    var completions: [String] { matches(of: completion?.stem ?? editor.text) }

    private func matches(of stem: String) -> [String] {
        let stem = stem.lowercased()
        return words.filter { $0.lowercased().hasPrefix(stem) }
    }
}

/// What was typed on prompts in this session, by purpose.
struct PromptHistory: Sendable {
    private var lines: [String: [String]] = [:]
    private static let capacity = 100

    func lines(for purpose: Prompt.Purpose) -> [String] { lines[purpose.history] ?? [] }

    mutating func add(_ text: String, for purpose: Prompt.Purpose) {
        guard !text.isEmpty else { return }
        var known = lines(for: purpose).filter { $0 != text }
        known.append(text)
        lines[purpose.history] = Array(known.suffix(PromptHistory.capacity))
    }
}
