import Library
import News

extension ScreenState {
    /// Asks what there is to mute like the article that the keys are on.
    func askForRules() -> [ScreenEffect] { target.map { [.suggestRules($0.id)] } ?? [] }

    /// The rules that may be made of an article, with what each would hide.
    mutating func receive(_ suggestions: [RuleSuggestion]) -> [ScreenEffect] {
        guard !suggestions.isEmpty else {
            notice = "This article is not in the library any more"
            return []
        }
        choice = ChoiceOverlay(
            title: "Mute like this",
            choices: suggestions.map { suggestion in
                ChoiceOverlay.Choice(
                    text: "\(suggestion.kind): \(suggestion.name)", note: "hides \(suggestion.count)",
                    action: .rule(.added(suggestion.rule)))
            })
        return []
    }

    /// The rules; taking one ends it.
    mutating func show(_ rules: [Rule]) -> [ScreenEffect] {
        guard !rules.isEmpty else {
            notice = Line("There are no rules; \(key(.mute)) makes one of an article")
            return []
        }
        choice = ChoiceOverlay(
            title: "Rules",
            choices: rules.map { rule in
                ChoiceOverlay.Choice(text: rule.description, note: "", action: .rule(.removed(rule)))
            })
        return []
    }

    /// What came of a change of the rules: nothing where it changed none.
    mutating func receive(_ change: RuleChange, count: Int?) -> [ScreenEffect] {
        switch (change, count) {
        case (.added, nil): notice = "There is such a rule already"
        case (.removed, nil): notice = "This rule has ended already"
        case (.added(let rule), let count?):
            notice = Line("Muted: \(rule.query), \(count) hidden; \(key(.undo)) takes it back")
        case (.removed(let rule), _):
            notice = Line("Ended: \(rule); what it marked stays; \(key(.undo)) takes it back")
        }
        return reloadAll()
    }
}
