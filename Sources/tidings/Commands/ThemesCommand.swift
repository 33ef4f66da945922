import ArgumentParser
import Canvas
import Configuration
import Glibc
import News
import Screen

/// `tidings themes`.
struct Themes: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "themes", abstract: "List the themes, on a terminal each with a sample of itself.")

    @OptionGroup var global: GlobalOptions
    @Flag(help: "One JSON object a line.") var json = false

    func run() throws {
        let settings =
            try global.configurationFile.read(onLightGround: Surroundings.hasLightGround)?.settings
            ?? Settings(onLightGround: Surroundings.hasLightGround)
        let showsSample = isatty(STDOUT_FILENO) == 1 && Surroundings.wantsColor
        for theme in settings.screen.themes {
            let isChosen = theme.name == settings.screen.theme.name
            if json {
                Console.print(object(theme, isChosen: isChosen).description)
                continue
            }
            let label = Line(theme.name).text
            let name = label + String(repeating: " ", count: max(1, 18 - label.count))
            Console.print("\(isChosen ? "*" : " ") \(name)\(Line(theme.summary).text)")
            if showsSample { Console.print("  " + sample(theme)) }
        }
    }

    private func object(_ theme: Theme, isChosen: Bool) -> JSONText {
        let looks = theme.looks(colors: 256)
        let styles = LookRole.allCases.map { role -> (String, JSONText) in
            let style = looks[role]
            return (
                role.rawValue,
                .object([
                    ("foreground", .text(hex(style.foreground))),
                    ("background", .text(hex(style.background))),
                    ("bold", .bool(style.attributes.contains(.bold))),
                    ("underline", .bool(style.attributes.contains(.underline))),
                    ("reverse", .bool(style.attributes.contains(.reverse))),
                ])
            )
        }
        return .object([
            ("name", .string(theme.name)), ("summary", .string(theme.summary)), ("chosen", .bool(isChosen)),
            ("ground", .string(theme.ground == .painted ? "painted" : "terminal")),
            ("looks", .object(styles)),
        ])
    }

    private func hex(_ color: Color) -> String? {
        guard let value = color.rgb?.value else { return nil }
        let digits = String(value, radix: 16)
        return "#" + String(repeating: "0", count: 6 - digits.count) + digits
    }

    /// A few words in the looks of a theme.
    private func sample(_ theme: Theme) -> String {
        let looks = theme.looks(colors: 256)
        let words: [(LookRole, String)] = [
            (.unread, " unread "), (.read, "read "), (.star, "star "), (.key, "key "), (.link, "link"),
            (.text, " text "), (.code, "code "), (.quote, "quote "), (.selection, " selected "),
            (.status, " status "),
        ]
        return words.map { painted($0.1, looks[$0.0]) }.joined()
    }

    private func painted(_ text: String, _ style: Style) -> String {
        var codes: [String] = []
        let attributes: [(Style.Attributes, String)] = [
            (.bold, "1"), (.dim, "2"), (.italic, "3"), (.underline, "4"), (.reverse, "7"),
        ]
        codes += attributes.filter { style.attributes.contains($0.0) }.map(\.1)
        if let color = style.foreground.rgb { codes.append("38;2;\(color.red);\(color.green);\(color.blue)") }
        if let color = style.background.rgb { codes.append("48;2;\(color.red);\(color.green);\(color.blue)") }
        return "\u{1B}[\(codes.joined(separator: ";"))m\(text)\u{1B}[m"
    }
}
