import Glibc

/// What is known of the terminal by what it puts into the environment, as terminals cannot be asked for it.
struct TerminalKind {
    private let variable: (String) -> String?

    /// The kind that an environment tells of.
    init(_ variable: @escaping (String) -> String?) { self.variable = variable }

    /// The terminal of this process.
    static var this: TerminalKind { TerminalKind { name in getenv(name).map { String(cString: $0) } } }

    /// Whether it turns right-to-left text round, as those by GNOME (VTE), KDE and Apple, mlterm and mintty do.
    ///
    /// Elsewhere the marks against it would do no good, and old terminals show them.
    var isReordering: Bool {
        has("VTE_VERSION", "KONSOLE_VERSION", "MLTERM") || ["Apple_Terminal", "mintty"].contains(program)
    }

    /// Whether it knows hyperlinks (OSC 8).
    ///
    /// Others should ignore them, and a few old ones print them; VTE before 0.50 crashed on them.
    var hasLinks: Bool {
        let type = variable("TERM") ?? ""
        // A multiplexer has to know them itself; the rest of its environment is that of the terminal it began in.
        if type.hasPrefix("screen") || type.hasPrefix("tmux") {
            return program == "tmux" && version >= (3, 4)
        }
        if let version = variable("VTE_VERSION") { return Int(version).map { $0 >= 5000 } ?? false }
        if has("KITTY_WINDOW_ID", "WT_SESSION", "KONSOLE_VERSION", "DOMTERM", "ALACRITTY_WINDOW_ID") {
            return true
        }
        let types = ["xterm-kitty", "xterm-ghostty", "foot", "alacritty", "wezterm", "contour"]
        let programs = ["iTerm.app", "WezTerm", "vscode", "ghostty", "mintty", "rio", "Tabby", "Hyper"]
        return types.contains(where: type.hasPrefix) || programs.contains(program)
    }

    /// Whether it knows kitty's graphics protocol with letters that a picture is drawn over, as kitty and Ghostty do.
    var hasGraphics: Bool {
        let type = variable("TERM") ?? ""
        return type.hasPrefix("xterm-kitty") || type.hasPrefix("xterm-ghostty")
    }

    private var program: String { variable("TERM_PROGRAM") ?? "" }

    /// The program's major and minor number: `3.4`, `3.3a`.
    private var version: (Int, Int) {
        let parts = (variable("TERM_PROGRAM_VERSION") ?? "").split(separator: ".")
        func number(_ index: Int) -> Int {
            parts.indices.contains(index) ? Int(parts[index].prefix { $0.isWholeNumber }) ?? 0 : 0
        }
        return (number(0), number(1))
    }

    private func has(_ names: String...) -> Bool { names.contains { variable($0) != nil } }
}
