import Canvas
import Screen
import TOMLKit

extension SettingsReader {
    /// `[keys]`: a command's name and its keys; `""` or `[]` takes all away.
    ///
    /// First all commands that are named lose the keys of the preset, so that two can exchange theirs; then each gets its own.
    mutating func read(keys table: TOMLTable) {
        var keymap = settings.screen.keymap
        var wishes: [(command: Command, path: [String], text: String)] = []
        var named: [Command] = []
        let order = places.order.filter { $0.count == 2 && $0[0] == "keys" }.map { $0[1] }
        for name in order + table.keys.filter({ !order.contains($0) }) {
            guard let command = Command(rawValue: name) else {
                complain(
                    ["keys", name], "there is no command called \(name)",
                    names: Command.allCases.map(\.rawValue))
                continue
            }
            guard let texts = texts(table[name]?.tomlValue, at: ["keys", name]) else { continue }
            named.append(command)
            keymap.unbind(command)
            wishes += texts.map { (command, $0.path, $0.text) }
        }
        var refused: [Command] = []
        for wish in wishes where !bind(wish.text, to: wish.command, at: wish.path, in: &keymap) {
            refused.append(wish.command)
        }
        // A command that got nothing of what it was to get keeps what it has without the file.
        for command in refused where keymap.sequences(of: command).isEmpty {
            for keys in settings.preset.keymap.sequences(of: command) { try? keymap.bind(keys, to: command) }
        }
        change { $0.screen.keymap = keymap }
    }

    /// One text, or a list of them, with the place of each.
    private mutating func texts(_ node: TOMLValue?, at path: [String]) -> [(path: [String], text: String)]? {
        if let text = node?.string { return text.isEmpty ? [] : [(path, text)] }
        guard let array = node?.array else {
            complain(
                value: path, "keys are a text or a list of texts",
                advice: "for example \(path[1]) = [\"n\", \"^n\"]")
            return nil
        }
        var texts: [(path: [String], text: String)] = []
        for index in 0..<array.count {
            let place = path + ["#\(index)"]
            if let text = array[index].tomlValue.string {
                texts.append((place, text))
            } else {
                complain(value: place, "a key is a text, in quotation marks")
            }
        }
        return texts
    }

    private mutating func bind(
        _ text: String, to command: Command, at path: [String], in keymap: inout Keymap
    ) -> Bool {
        do {
            try keymap.bind(KeySpelling.keys(text), to: command)
            return true
        } catch let clash as Keymap.Clash {
            let other = clash.command.rawValue
            let reason =
                clash.command == command
                ? "\(text) and \(clash.keys) of \(other) hide each other"
                : clash.keys == text
                    ? "\(text) cannot be both \(command.rawValue) and \(other)"
                    : "\(text) of \(command.rawValue) and \(clash.keys) of \(other) hide each other"
            complain(
                value: path, reason,
                advice: "give \(other) other keys in [keys], or none: \(other) = \"\"")
        } catch KeySpelling.Fault.empty {
            complain(
                value: path, "there is no key in this text",
                advice: "the space bar is Space; a command without keys is \(command.rawValue) = \"\"")
        } catch KeySpelling.Fault.unknown(let word, let meant) {
            complain(
                value: path, "there is no key called \(word)", word: word,
                advice: meant.map { "perhaps \($0); letters one after another have spaces between them" }
                    ?? "names are " + KeySpelling.names.joined(separator: ", "))
        } catch {
            complain(value: path, "\(error)")
        }
        return false
    }
}
