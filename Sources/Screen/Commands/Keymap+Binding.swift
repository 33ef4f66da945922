import Canvas

extension Keymap {
    /// Why keys cannot be bound to a command.
    public struct Clash: Error, Sendable, Hashable {
        /// The command that has them, or others that begin like them or that they begin with.
        public var command: Command
        /// The keys of that command.
        public var keys: String
    }

    /// Takes all keys of a command away.
    public mutating func unbind(_ command: Command) { bindings.removeAll { $0.command == command } }

    /// Binds keys to a command.
    ///
    /// - Throws: `Clash` where they would hide, or be hidden by, those of another command.
    public mutating func bind(_ keys: [Key], to command: Command) throws(Clash) {
        let binding = Binding(keys: keys, command: command)
        if bindings.contains(where: { $0.command == command && $0.keys == keys }) { return }
        if let other = bindings.first(where: { Keymap.clash($0, binding) }) {
            throw Clash(command: other.command, keys: Key.label(of: other.keys, .ascii))
        }
        bindings.append(binding)
    }

    /// Whether one of two bindings hides the other; in its own pane a command may have the keys of one that works everywhere.
    static func clash(_ left: Binding, _ right: Binding) -> Bool {
        guard left.keys == right.keys else {
            return left.keys.starts(with: right.keys) || right.keys.starts(with: left.keys)
        }
        switch (CommandEntry.of(left.command)?.panes, CommandEntry.of(right.command)?.panes) {
        case (nil, nil): return true
        case (let left?, let right?): return !left.isDisjoint(with: right)
        default: return false
        }
    }

    /// The keys of a command, the usual one first.
    public func sequences(of command: Command) -> [[Key]] {
        bindings.filter { $0.command == command }.map(\.keys)
    }
}
