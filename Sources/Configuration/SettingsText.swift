import Canvas
import Screen

extension Settings {
    /// All of it as a configuration file.
    public var toml: String {
        var lines = [
            "theme = \(Settings.quoted(theme))",
            "colors = \(Settings.quoted(colors.rawValue))",
            "ascii = \(screen.isASCII)",
            "mouse = \(hasMouse)",
            "hyperlinks = \(Settings.quoted(hyperlinks.rawValue))",
            "pictures = \(screen.showsPictures)",
            "time = \(Settings.quoted(screen.times.rawValue))",
            "text-width = \(screen.textWidth)",
            "mark-read = \(Settings.quoted(screen.reading.rawValue))",
            "mark-read-after = \(Settings.seconds(screen.readingDelay))",
            "browser = \(Settings.quoted((browser ?? []).map(Settings.word).joined(separator: " ")))",
            "preset = \(Settings.quoted(preset.rawValue))", "", "[keys]",
        ]
        for command in Command.allCases {
            lines.append("\(command.rawValue) = \(Settings.list(screen.keymap.sequences(of: command)))")
        }
        for theme in ownThemes {
            lines += ["", "[themes.\(Settings.key(theme.name))]", "base = \(Settings.quoted(theme.base))"]
            for role in LookRole.allCases {
                guard let change = theme.changes[role] else { continue }
                lines.append("\(role.rawValue) = \(Settings.quoted(StyleText.text(change)))")
            }
        }
        return lines.joined(separator: "\n")
    }

    /// A file to begin with: every setting with what it means, none of them set.
    public static var example: String {
        let keys = KeyReference.rows().map { row in
            let sequences = Command(rawValue: row.name).map(Keymap.standard.sequences(of:)) ?? []
            let line = "# \(row.name) = \(list(sequences))"
            return line + String(repeating: " ", count: max(1, 44 - line.count)) + "# " + row.summary
        }
        let themes = Theme.all.map { "#   \($0.name.padded(to: 16)) \($0.summary)" }
        return ([exampleHead] + themes + [exampleMiddle] + keys + [exampleThemes]).joined(separator: "\n")
    }

    private static let exampleHead = """
        # The configuration of Tidings. What is not set stays as it comes; take away the # before a line to change it.
        # The open screen follows this file at once. `tidings config check` says what is wrong with it.

        # Colours: "auto" takes dark or light by the terminal's ground, where the terminal tells it.
        """

    private static let exampleMiddle = """
        # theme = "auto"

        # How many colours to use: "auto", "mono", "16", "256", "truecolor".
        # colors = "auto"

        # Signs and frames of ASCII only.
        # ascii = false

        # Clicks and the wheel. Without it the terminal selects text as it does elsewhere.
        # mouse = true

        # Links that the terminal itself can open (OSC 8): "auto" where it is known to, "always", "never".
        # hyperlinks = "auto"

        # Pictures in the reader, in 256 colours or more: those of the article that is opened are fetched. P shows or hides them.
        # pictures = true

        # Times in the list: "absolute" (16:02, 12 May) or "relative" (5 min, 3 h).
        # time = "absolute"

        # The widest column of an article's text, in cells: 20 to 72.
        # text-width = 72

        # When an article counts as read: "opened", "shown" (it stood in the reader for so many seconds) or "by-hand".
        # mark-read = "opened"
        # mark-read-after = 2.0

        # What opens addresses; %s is where the address goes. Empty: $BROWSER, else xdg-open.
        # browser = ""

        # The keys to begin with: "default" or "newsboat".
        # preset = "default"

        # Keys of your own: a text or a list; keys one after another are written together ("gg") or with spaces
        # ("g Enter"); "" takes a command's keys away. Names: Space Enter Esc Tab S-Tab Backspace Del Up Down Left
        # Right PgUp PgDn Home End F1 ^a.
        # [keys]
        """

    private static let exampleThemes = """

        # A theme of your own: what is not said is as in its base. Colours are #rrggbb, 0 to 255, names (red,
        # bright-blue, default); after them bold, dim, italic, underline, reverse or plain. theme = "mine" chooses it.
        # [themes.mine]
        # base = "dark"
        # headline = "#ffd75f bold"
        # selection = "black on bright-yellow"
        # faint = 245
        """

    private static func list(_ sequences: [[Key]]) -> String {
        let texts = sequences.map { quoted(KeySpelling.text(of: $0)) }
        return texts.count == 1 ? texts[0] : "[" + texts.joined(separator: ", ") + "]"
    }

    private static func seconds(_ duration: Duration) -> String {
        "\(duration / .seconds(1))"
    }

    /// A word of a command line, as `CommandWords` reads it.
    private static func word(_ word: String) -> String {
        let letters = word.unicodeScalars
        guard
            letters.isEmpty
                || letters.contains(where: {
                    $0.properties.isWhitespace || "\"'\\".unicodeScalars.contains($0)
                })
        else { return word }
        return "\"" + letters.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : "\($0)" }.joined() + "\""
    }

    private static func key(_ name: String) -> String {
        let isBare = !name.isEmpty && name.utf8.allSatisfy(\.isOfBareKey)
        return isBare ? name : quoted(name)
    }

    /// A text as TOML has it.
    static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": result += "\\" + String(scalar)
            case _ where scalar.value < 0x20 || scalar.value == 0x7F:
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}

extension String {
    fileprivate func padded(to width: Int) -> String {
        self + String(repeating: " ", count: max(0, width - count))
    }
}
