import Library
import Screen
import TOMLKit

/// Makes settings of a configuration file's text; what cannot be obeyed is told and left as it comes.
public struct SettingsReader {
    /// What could be read.
    public private(set) var settings: Settings
    /// What could not, in the order of the file.
    public private(set) var problems: [Problem] = []
    /// Whether the text is TOML at all.
    public private(set) var isTOML = true
    var places: KeyPlaces

    /// Reads a text.
    ///
    /// - Parameters:
    ///   - text: The file's.
    ///   - isLight: Whether the terminal's ground is taken to be light, for the theme `auto`.
    public init(_ text: String, onLightGround isLight: Bool = false) {
        settings = Settings(onLightGround: isLight)
        if let trap = ParserTraps.first(in: text) {
            isTOML = false
            places = KeyPlaces("")
            problems = [SettingsReader.refusal(of: text, line: trap.line, column: trap.column, trap.reason)]
            return
        }
        do {
            let table = try TOMLTable(string: text)
            places = KeyPlaces(text)
            read(table)
        } catch let error as TOMLParseError {
            isTOML = false
            places = KeyPlaces("")
            problems = [
                SettingsReader.refusal(
                    of: text, line: max(1, error.source.begin.line),
                    column: max(1, error.source.begin.column),
                    SettingsReader.sentence(error.description))
            ]
        } catch {
            isTOML = false
            places = KeyPlaces("")
            problems = [Problem(line: 1, column: 1, reason: "\(error)", text: "")]
        }
        problems.sort { ($0.line, $0.column) < ($1.line, $1.column) }
    }

    /// Why a whole text is not obeyed.
    private static func refusal(of text: String, line: Int, column: Int, _ reason: String) -> Problem {
        let lines = KeyPlaces.lines(of: text)
        return Problem(
            line: line, column: column, reason: reason,
            advice: "nothing of the file is obeyed until it is TOML (toml.io)",
            text: lines.indices.contains(line - 1) ? lines[line - 1] : "")
    }

    /// TOMLKit's words without its preamble: `Error while parsing key: expected …`.
    private static func sentence(_ text: String) -> String {
        let parts = text.split(separator: ": ", maxSplits: 1)
        guard parts.count == 2, let what = parts.first, what.hasPrefix("Error while parsing ") else {
            return text
        }
        return "this is no TOML \(what.dropFirst("Error while parsing ".count)): \(parts[1])"
    }

    // MARK: The keys of the file

    private static let keys = [
        "theme", "colors", "ascii", "mouse", "hyperlinks", "pictures", "time", "text-width", "preset",
        "mark-read", "mark-read-after", "browser", "keys", "themes",
    ]

    private mutating func read(_ table: TOMLTable) {
        for key in table.keys where !SettingsReader.keys.contains(key) {
            complain([key], "there is no setting called \(key)", names: SettingsReader.keys)
        }
        settings.colors = choice("colors", in: table) ?? settings.colors
        settings.screen.isASCII = bool("ascii", in: table) ?? false
        settings.hasMouse = bool("mouse", in: table) ?? true
        settings.hyperlinks = choice("hyperlinks", in: table) ?? settings.hyperlinks
        settings.screen.showsPictures = bool("pictures", in: table) ?? true
        settings.screen.times = choice("time", in: table) ?? settings.screen.times
        settings.preset = choice("preset", in: table) ?? .standard
        settings.screen.keymap = settings.preset.keymap
        settings.screen.reading = choice("mark-read", in: table) ?? settings.screen.reading
        readNumbers(table)
        readBrowser(table)
        if let keys = self.table(["keys"], table["keys"]) { read(keys: keys) }
        if let themes = self.table(["themes"], table["themes"]) { read(themes: themes) }
        readTheme(table)
    }

    private mutating func readNumbers(_ table: TOMLTable) {
        if let node = table["text-width"]?.tomlValue {
            let bounds = ScreenSettings.narrowestText...ScreenSettings.widestText
            if let width = node.int, bounds.contains(width) {
                settings.screen.textWidth = width
            } else {
                complain(
                    value: ["text-width"],
                    "a column of text has between \(bounds.lowerBound) and \(bounds.upperBound) cells",
                    advice: "for example text-width = 66")
            }
        }
        if let node = table["mark-read-after"]?.tomlValue {
            let seconds = node.double ?? node.int.map(Double.init)
            if let seconds, (0.1...3600).contains(seconds) {
                settings.screen.readingDelay = .milliseconds(Int(seconds * 1000))
            } else {
                complain(
                    value: ["mark-read-after"], "this wants seconds, from 0.1 to 3600",
                    advice: "for example mark-read-after = 2.5")
            }
        }
    }

    private mutating func readBrowser(_ table: TOMLTable) {
        guard let text = string("browser", in: table) else { return }
        if text.isEmpty { return }
        guard let words = CommandWords.split(text) else {
            return complain(value: ["browser"], "a quotation mark in the command is not closed")
        }
        settings.browser = words
    }

    private mutating func readTheme(_ table: TOMLTable) {
        guard let name = string("theme", in: table), name != Settings.automatic else { return }
        guard let theme = settings.screen.themes.first(where: { $0.name == name }) else {
            let names = [Settings.automatic] + settings.screen.themes.map(\.name)
            return complain(value: ["theme"], "there is no theme called “\(name)”", named: name, names: names)
        }
        settings.theme = name
        settings.screen.theme = theme
    }

    // MARK: Values

    func table(_ path: [String], _ node: (any TOMLValueConvertible)?) -> TOMLTable? { node?.tomlValue.table }

    private mutating func string(_ key: String, in table: TOMLTable) -> String? {
        guard let node = table[key]?.tomlValue else { return nil }
        guard let text = node.string else {
            complain(value: [key], "\(key) wants a text, in quotation marks")
            return nil
        }
        return text
    }

    private mutating func bool(_ key: String, in table: TOMLTable) -> Bool? {
        guard let node = table[key]?.tomlValue else { return nil }
        guard let value = node.bool else {
            complain(value: [key], "\(key) is true or false, without quotation marks")
            return nil
        }
        return value
    }

    private mutating func choice<Choice: RawRepresentable & CaseIterable>(
        _ key: String, in table: TOMLTable
    ) -> Choice? where Choice.RawValue == String {
        guard let node = table[key]?.tomlValue else { return nil }
        // `colors = 256` says what is meant.
        let text = node.string ?? node.int.map(String.init)
        if let text, let choice = Choice(rawValue: text) { return choice }
        let names = Choice.allCases.map(\.rawValue)
        let found = text.map { "“\($0)”" } ?? "this"
        complain(value: [key], "\(key) cannot be \(found)", named: text ?? "", names: names)
        return nil
    }

    // MARK: Problems

    /// Something is wrong with a key.
    mutating func complain(_ path: [String], _ reason: String, names: [String]) {
        add(offset(of: path), reason, SettingsReader.advice(path.last ?? "", names))
    }

    /// Something is wrong with a value.
    mutating func complain(value path: [String], _ reason: String, named name: String, names: [String]) {
        complain(value: path, reason, advice: SettingsReader.advice(name, names))
    }

    /// Something is wrong with a value, or with a word in it.
    mutating func complain(value path: [String], _ reason: String, word: String = "", advice: String? = nil) {
        guard let place = places.places[path] else { return add(offset(of: path), reason, advice) }
        add(places.offset(of: word, in: place), reason, advice)
    }

    /// Where a key stands; where its table does when it was written in a way that has no place of its own.
    private func offset(of path: [String]) -> Int {
        var path = path
        while !path.isEmpty {
            if let place = places.places[path] { return place.key }
            if let inside = places.order.first(where: { $0.starts(with: path) }) {
                return places.places[inside]?.key ?? 0
            }
            path.removeLast()
        }
        return 0
    }

    private mutating func add(_ offset: Int, _ reason: String, _ advice: String?) {
        let position = places.position(of: offset)
        problems.append(
            Problem(
                line: position.line, column: position.column, reason: reason, advice: advice,
                text: places.line(position.line)))
    }

    private static func advice(_ name: String, _ names: [String]) -> String {
        if let meant = Spelling.nearest(to: name, in: names) { return "perhaps \(meant)" }
        return names.count > 12
            ? "tidings config show --default has them all" : "there are: " + names.joined(separator: ", ")
    }

    /// Changes what is being made.
    mutating func change(_ change: (inout Settings) -> Void) { change(&settings) }
}

extension KeyPlaces {
    /// The lines of a text that may be no TOML.
    static func lines(of text: String) -> [String] {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { String($0.filter { $0 != "\r" }) }
    }
}
