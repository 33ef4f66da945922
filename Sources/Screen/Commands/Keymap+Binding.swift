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

    /// Binds keys to a command; in panes of its own it may share them with one that has them everywhere.
    ///
    /// - Throws: `Clash` where they would hide, or be hidden by, those of another command.
    public mutating func bind(_ keys: [Key], to command: Command) throws(Clash) {
        let other = bindings.first {
            ($0.keys.starts(with: keys) || keys.starts(with: $0.keys))
                && !($0.keys == keys && $0.command.canShareKeys(with: command))
        }
        if let other, other.command != command || other.keys != keys {
            throw Clash(command: other.command, keys: Key.label(of: other.keys, .ascii))
        }
        if other == nil { bindings.append(Binding(keys: keys, command: command)) }
    }

    /// The keys of a command, the usual one first.
    public func sequences(of command: Command) -> [[Key]] {
        bindings.filter { $0.command == command }.map(\.keys)
    }
}
