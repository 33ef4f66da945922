import Canvas
import Foundation
import Testing

@testable import Screen

@Suite struct KeyReferenceTests {
    @Test func everyCommandStandsInTheTableOnce() {
        #expect(
            CommandEntry.table.map(\.command).sorted { $0.rawValue < $1.rawValue }
                == Command.allCases.sorted { $0.rawValue < $1.rawValue })
    }

    @Test func noKeysMeanTwoThings() {
        let bindings = Keymap.standard.bindings
        for (index, binding) in bindings.enumerated() {
            for other in bindings.dropFirst(index + 1) {
                // In one pane a key may mean something of its own.
                guard CommandEntry.of(binding.command)?.panes == CommandEntry.of(other.command)?.panes else {
                    continue
                }
                #expect(!other.keys.starts(with: binding.keys) && !binding.keys.starts(with: other.keys))
            }
        }
    }

    @Test(arguments: [
        (Key.character("t"), Pane.related, Command.followStory), ("t", .list, .tag), ("t", .reader, .tag),
        (" ", .related, .peek), (" ", .reader, .readOn), ("-", .related, .notRelated),
        ("v", .related, .choose),
    ])
    func aKeyMayMeanSomethingOfItsOwnInAPane(_ key: Key, _ pane: Pane, _ command: Command) {
        guard case .command(command) = Keymap.standard.match([key], in: pane) else {
            Issue.record("\(key) in \(pane)")
            return
        }
    }

    /// `tidings keys --markdown > Documentation/Keys.md` makes it anew.
    @Test func theDocumentationIsFresh() throws {
        let root = SceneTests.folder.appendingPathComponent("../../..").standardized
        let page = root.appendingPathComponent("Documentation/Keys.md")
        if ProcessInfo.processInfo.environment["TIDINGS_RECORD"] != nil {
            try KeyReference.markdown.write(to: page, atomically: true, encoding: .utf8)
        }
        let written = try String(contentsOf: page, encoding: .utf8)
        #expect(written == KeyReference.markdown)
    }

    @Test func thePaletteFindsCommandsByTheBeginningsOfTheirWords() {
        #expect(Palette.commands("gost").first?.command == .goStarred)
        #expect(Palette.commands("undo").first?.command == .undo)
        #expect(Palette.commands("mar").first?.command == .markAllRead)
        #expect(Palette.commands("zzz").isEmpty)
    }
}
