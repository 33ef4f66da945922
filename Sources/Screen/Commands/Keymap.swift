import Canvas

/// Which keys mean which command.
public struct Keymap: Sendable {
    /// One binding.
    struct Binding: Sendable {
        var keys: [Key]
        var command: Command
    }

    /// All bindings; the first of a command is the one that hints show.
    var bindings: [Binding]

    /// What a sequence of keys leads to.
    enum Match {
        case command(Command)
        /// More keys have to come.
        case prefix
        case nothing
    }

    /// A key may mean something of its own in a pane.
    func match(_ keys: [Key], in pane: Pane? = nil) -> Match {
        let exact = bindings.filter { $0.keys == keys }
        let here = exact.first { binding in
            pane.flatMap { CommandEntry.of(binding.command)?.panes?.contains($0) } ?? false
        }
        if let found = here ?? exact.first(where: { CommandEntry.of($0.command)?.panes == nil })
            ?? exact.first
        {
            return .command(found.command)
        }
        return bindings.contains { $0.keys.starts(with: keys) } ? .prefix : .nothing
    }

    /// Whether a key means something by itself or with others after it.
    func begins(with key: Key) -> Bool { bindings.contains { $0.keys.first == key } }

    /// What can follow a prefix.
    func continuations(of prefix: [Key]) -> [Binding] {
        bindings.filter { $0.keys.count > prefix.count && $0.keys.starts(with: prefix) }
    }

    /// The keys of a command as text, the first binding first; in a pane those that mean it there.
    func keys(for command: Command, _ glyphs: Glyphs, in pane: Pane? = nil) -> [String] {
        bindings.filter { binding in
            guard binding.command == command else { return false }
            guard pane != nil, case .command(let meant) = match(binding.keys, in: pane) else { return true }
            return meant == command
        }.map { binding in
            Key.label(of: binding.keys, glyphs)
        }
    }

    /// The usual key of a command, if it has one; every frame asks this of a dozen commands.
    func usualKey(of command: Command, _ glyphs: Glyphs) -> String? {
        bindings.firstIndex { $0.command == command }.map { Key.label(of: bindings[$0].keys, glyphs) }
    }

    /// The usual key of a command, or how the palette calls it.
    func label(of command: Command, _ glyphs: Glyphs) -> String {
        usualKey(of: command, glyphs) ?? ":" + command.rawValue
    }
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
