import Canvas

/// Sets of keys to begin with.
public enum KeyPreset: String, Sendable, CaseIterable {
    /// Those of the command table.
    case standard = "default"
    /// Those that newsboat's users have in their fingers; what newsboat does not do keeps its own keys where they are free.
    case newsboat

    /// The keys.
    public var keymap: Keymap {
        switch self {
        case .standard: .standard
        case .newsboat: .newsboat
        }
    }
}

extension Keymap {
    /// What comes with Tidings.
    public static let standard = Keymap(
        bindings: CommandEntry.table.flatMap { Keymap.bindings($0.keys, $0.command) })

    /// As newsboat's documentation of its default keys has them.
    ///
    /// Its `l`, `C`, `E`, `^E`, `,` and the dialogs have nothing here that does the same. `g` and `G` sort there; `S` does it
    /// here, and they stay what they are everywhere else.
    static let newsboat: Keymap = {
        let changed: [(command: Command, keys: String)] = [
            (.moveDown, "j Down"), (.moveUp, "k Up"), (.open, "Enter Right"), (.close, "q ^x"),
            (.back, "h Left Esc"),
            (.refreshSource, "r"), (.refreshAll, "R"), (.markAllRead, "A"), (.write, "s"),
            (.nextUnread, "n"), (.previousUnread, "p"), (.scrollDown, "J"), (.scrollUp, "K"),
            (.toggleRead, "N"), (.openBrowser, "o"), (.openBrowserBehind, "O"), (.followLink, "u"),
            (.nextSource, "^n ]"), (.previousSource, "^p ["), (.halfPageUp, "b"), (.halfPageDown, "d"),
            (.otherText, "^u x"), (.toggleStar, "*"), (.undo, "U"), (.redo, "^y"), (.search, "/"),
            (.filter, "F"), (.pipe, "|"), (.help, "?"), (.palette, ":"), (.redraw, "^l"), (.enclosures, "e"),
        ]
        let commands = Set(changed.map(\.command))
        return Keymap(
            bindings: CommandEntry.table.flatMap { entry in
                guard commands.contains(entry.command) else {
                    return Keymap.bindings(entry.keys, entry.command)
                }
                return Keymap.bindings(
                    changed.first { $0.command == entry.command }?.keys ?? "", entry.command)
            })
    }()

    /// Keys as a table writes them: alternatives with spaces between them.
    private static func bindings(_ text: String, _ command: Command) -> [Binding] {
        text.split(separator: " ").compactMap { word in
            (try? KeySpelling.keys(String(word))).map { Binding(keys: $0, command: command) }
        }
    }
}
