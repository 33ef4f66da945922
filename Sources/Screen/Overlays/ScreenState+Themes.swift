import Canvas
import News

extension ScreenState {
    /// The themes, each tried on as soon as the selection stands on it.
    mutating func showThemes() -> [ScreenEffect] {
        let themes = settings.themes
        let width = 2 + (themes.map { DisplayWidth.of($0.name) }.max() ?? 0)
        choice = ChoiceOverlay(
            title: "Themes",
            choices: themes.map {
                let gap = String(repeating: " ", count: width - DisplayWidth.of($0.name))
                return ChoiceOverlay.Choice(
                    text: $0.name + gap + $0.summary, note: "", action: .theme($0.name))
            }, selected: themes.firstIndex { $0.name == settings.theme.name } ?? 0)
        return []
    }

    /// Shows the screen in the theme under the selection, if it is themes that are chosen from.
    mutating func tryTheme() {
        guard case .theme(let name)? = choice?.selection?.action, let theme = theme(named: name) else {
            return
        }
        self.theme = theme.looks(colors: surroundings.colors)
    }

    /// Takes a theme, and lets the configuration keep it.
    mutating func wear(_ name: String) -> [ScreenEffect] {
        guard let theme = theme(named: name) else { return [] }
        surroundings.settings.theme = theme
        refreshLooks()
        return [.keepTheme(name)]
    }

    private func theme(named name: String) -> Theme? { settings.themes.first { $0.name == name } }
}
