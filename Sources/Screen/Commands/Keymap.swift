import Canvas

/// Which keys mean which command.
public struct Keymap: Sendable {
    /// One binding.
    struct Binding: Sendable {
        var keys: [Key]
        var command: Command
    }

    /// All bindings; the first of a command is the one that hints show.
    let bindings: [Binding]

    /// What a sequence of keys leads to.
    enum Match {
        case command(Command)
        /// More keys have to come.
        case prefix
        case nothing
    }

    func match(_ keys: [Key]) -> Match {
        if let exact = bindings.first(where: { $0.keys == keys }) { return .command(exact.command) }
        return bindings.contains { $0.keys.starts(with: keys) } ? .prefix : .nothing
    }

    /// What can follow a prefix.
    func continuations(of prefix: [Key]) -> [Binding] {
        bindings.filter { $0.keys.count > prefix.count && $0.keys.starts(with: prefix) }
    }

    /// The keys of a command as text, the first binding first.
    func keys(for command: Command, _ glyphs: Glyphs) -> [String] {
        bindings.filter { $0.command == command }.map { binding in
            binding.keys.map { $0.label(glyphs) }.joined()
        }
    }

    /// What comes with Tidings.
    public static let standard: Keymap = {
        let table: [(Command, [[Key]])] = [
            (.moveDown, [["j"], [.down]]), (.moveUp, [["k"], [.up]]), (.halfPageDown, [[.control("d")]]),
            (.halfPageUp, [[.control("u")]]), (.pageDown, [[.control("f")], [.pageDown]]),
            (.pageUp, [[.control("b")], [.pageUp]]), (.goToTop, [["g", "g"], [.home]]),
            (.goToEnd, [["G"], [.end]]),
            (.open, [[.enter], ["l"], [.right]]), (.back, [["h"], [.left], [.escape]]), (.readOn, [[" "]]),
            (.nextUnread, [["n"]]), (.previousUnread, [["N"]]), (.scrollDown, [["J"]]), (.scrollUp, [["K"]]),
            (.toggleRead, [["r"]]), (.toggleStar, [["s"]]), (.nextPane, [[.tab]]),
            (.previousPane, [[.backTab]]),
            (.focusSources, [["1"]]), (.focusList, [["2"]]), (.focusReader, [["3"]]),
            (.focusRelated, [["4"]]),
            (.historyBack, [["H"]]), (.historyForward, [["L"]]), (.why, [["i"]]), (.readingAlone, [["z"]]),
            (.copyAddress, [["y"]]), (.goUnread, [["g", "u"]]), (.goAll, [["g", "a"]]),
            (.goToday, [["g", "t"]]),
            (.goStarred, [["g", "s"]]), (.refreshAll, [["R"]]), (.refreshSource, [[.control("r")]]),
            (.goFailing, [["g", "e"]]), (.help, [["?"]]), (.close, [["q"]]), (.quit, [["Q"]]),
            (.redraw, [[.control("l")]]), (.suspend, [[.control("z")]]),
        ]
        return Keymap(
            bindings: table.flatMap { command, keys in keys.map { Binding(keys: $0, command: command) } })
    }()
}

extension Key: ExpressibleByUnicodeScalarLiteral {
    /// A letter by itself, so that tables of keys read as they are typed.
    public init(unicodeScalarLiteral value: Character) { self = .character(value) }
}

extension Key {
    /// The key as help and hints write it.
    func label(_ glyphs: Glyphs) -> String {
        switch self {
        case .character(" "): "Space"
        case .character(let letter): String(letter)
        case .control(let letter): "^\(letter)"
        case .enter: glyphs.enter
        case .escape: "Esc"
        case .tab: "Tab"
        case .backTab: "S-Tab"
        case .backspace: "Backspace"
        case .delete: "Del"
        case .up: glyphs.isASCII ? "Up" : "↑"
        case .down: glyphs.isASCII ? "Down" : "↓"
        case .left: glyphs.isASCII ? "Left" : "←"
        case .right: glyphs.isASCII ? "Right" : "→"
        case .pageUp: "PgUp"
        case .pageDown: "PgDn"
        case .home: "Home"
        case .end: "End"
        case .function(let number): "F\(number)"
        }
    }
}
