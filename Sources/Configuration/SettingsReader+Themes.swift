import Screen
import TOMLKit

extension SettingsReader {
    /// `[themes.NAME]`: a base and the roles that are other in it.
    mutating func read(themes table: TOMLTable) {
        for name in names(in: table, at: ["themes"]) {
            let path = ["themes", name]
            guard let entries = table[name]?.tomlValue.table else {
                complain(
                    value: path, "a theme is a table", advice: "[themes.\(name)] and below it base = \"dark\""
                )
                continue
            }
            guard Theme.named(name) == nil, name != Settings.automatic else {
                complain(
                    path, "\(name) comes with Tidings and stays what it is; choose another name", names: [])
                continue
            }
            read(theme: name, entries)
        }
    }

    private mutating func read(theme name: String, _ table: TOMLTable) {
        let path = ["themes", name]
        let base = base(of: path, table)
        var changes: [LookRole: Theme.Change] = [:]
        for key in names(in: table, at: path) where key != "base" {
            guard let role = LookRole(rawValue: key) else {
                complain(
                    path + [key], "nothing on the screen is called \(key)",
                    names: ["base"] + LookRole.allCases.map(\.rawValue))
                continue
            }
            changes[role] = change(at: path + [key], table[key]?.tomlValue)
        }
        let theme = Theme(name: name, base: base, changes: changes)
        change {
            $0.ownThemes.append(Settings.OwnTheme(name: name, base: base.name, changes: changes))
            $0.screen.themes.append(theme)
        }
    }

    private mutating func base(of path: [String], _ table: TOMLTable) -> Theme {
        guard let node = table["base"]?.tomlValue else { return .dark }
        let themes = settings.screen.themes
        if let name = node.string, let theme = themes.first(where: { $0.name == name }) { return theme }
        complain(
            value: path + ["base"],
            "there is no theme called \(node.string.map { "“\($0)”" } ?? "this") before this one",
            named: node.string ?? "", names: themes.map(\.name))
        return .dark
    }

    private mutating func change(at path: [String], _ node: TOMLValue?) -> Theme.Change? {
        guard let text = node?.string ?? node?.int.map(String.init) else {
            complain(
                value: path, "a look is a text, or a number of the palette", advice: SettingsReader.lookAdvice
            )
            return nil
        }
        do throws(StyleText.Fault) {
            return try StyleText.change(text)
        } catch {
            complain(error, at: path)
            return nil
        }
    }

    private mutating func complain(_ fault: StyleText.Fault, at path: [String]) {
        switch fault {
        case .unknown(let word):
            let names = StyleText.names + StyleText.attributes.keys.sorted()
            let meant = Spelling.nearest(to: word, in: names).map { "perhaps \($0)" }
            complain(
                value: path, "\(word) is no colour and no attribute", word: word,
                advice: meant ?? SettingsReader.lookAdvice)
        case .misplaced(let word):
            complain(
                value: path, "\(word) stands where it means nothing", word: word,
                advice: SettingsReader.lookAdvice)
        }
    }

    private static let lookAdvice =
        "for example \"#87d7ff on 236 bold\"; colours are #rrggbb, 0 to 255, red, bright-blue, default"

    /// The keys of a table in the order of the file.
    private func names(in table: TOMLTable, at path: [String]) -> [String] {
        var names: [String] = []
        for place in places.order where place.count > path.count && place.starts(with: path) {
            let name = place[path.count]
            if !names.contains(name) { names.append(name) }
        }
        return names + table.keys.filter { !names.contains($0) }
    }
}
