import Configuration

extension Target {
    /// The configuration: what cannot be obeyed has a place in the text, and what is obeyed reads as itself.
    static let settings = Target(name: "settings") { bytes in
        let text = String(decoding: bytes, as: UTF8.self)
        let reader = SettingsReader(text)
        let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }.count
        for problem in reader.problems {
            promise((1...lines + 1).contains(problem.line), "line \(problem.line) of \(lines)")
            promise(problem.column >= 1, "column \(problem.column)")
            Promises.isCalm(problem.explanation(in: "config.toml"), mayBreak: true)
        }
        let obeyed = reader.settings.toml
        // Most bytes are no settings, and what comes without any need not be read a million times.
        guard obeyed != standard else { return }
        let again = SettingsReader(obeyed)
        promise(again.problems.isEmpty, "\(again.problems)")
        promise(again.settings.toml == obeyed, "settings change when they are read again")
    }

    private static let standard = Settings().toml
}
