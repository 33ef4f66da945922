import Canvas
import Foundation
import News
import Testing

@testable import Library
@testable import Screen

/// What a person may do in any order, while a refresh brings articles and other programs change the library.
///
/// `TIDINGS_RANDOM_EVENTS=125000 swift test --filter RandomEventsTests` plays a million events.
@Suite struct RandomEventsTests {
    private static let count =
        ProcessInfo.processInfo.environment["TIDINGS_RANDOM_EVENTS"].flatMap { Int($0) } ?? 500

    private static let keys: [Key] = [
        .enter, .escape, .tab, .backTab, .pageDown, .pageUp, .home, .end, .control("d"), .control("u"),
        .control("w"),
        .control("p"), .control("r"), .backspace, .delete, .left, .right, .up, .down, "é", "東",
    ]

    private static let commonKeys = Array("jknN rs1234HLgu/:?c+_fxvtq").map(Key.character)

    /// All letters that commands have, so that a new command is played without being named here.
    private static let letters: [Key] = CommandEntry.table.flatMap { $0.keys.split(separator: " ") }
        .filter { $0.count <= 2 && !$0.hasPrefix("^") }.flatMap { $0 }.map { Key.character($0) }

    @Test(arguments: 0..<8) func nothingTrapsAndNothingIsMarkedButWhatWasActedOn(_ seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var runner = SceneRunner(size: Size(width: 120, height: 40))
        for _ in 0..<Self.count {
            let targets = Self.targets(of: runner.state)
            let count = runner.marks.count
            let played = Self.play(&runner, &random)
            // Not each time: a picture costs as much as ten events.
            if Int.random(in: 0..<4, using: &random) == 0 {
                #expect(runner.state.draw().size == runner.state.size)
            }
            guard runner.marks.count > count else { continue }
            let opened = [runner.state.reader.wanted].compactMap { $0 }
            for mark in runner.marks.dropFirst(count) where !Set(mark.ids).isSubset(of: targets.union(opened))
            {
                Issue.record("seed \(seed): \(played) marked \(mark)")
            }
        }
    }

    /// The articles that a key may mark: those that the keys are on, and those that a question is about.
    private static func targets(of state: ScreenState) -> Set<ArticleID> {
        var targets = Set(state.targets.map(\.id))
        if case .tag(let ids, _)? = state.prompt?.purpose { targets.formUnion(ids) }
        targets.formUnion([state.reader.wanted, state.list.selection?.id].compactMap { $0 })
        return targets
    }

    private static func play(_ runner: inout SceneRunner, _ random: inout SeededGenerator) -> String {
        switch Int.random(in: 0..<100, using: &random) {
        case 0..<4:
            let size = Size(
                width: Int.random(in: 0..<220, using: &random), height: Int.random(in: 0..<70, using: &random)
            )
            runner.send(.input(.resize(size)))
            return "resize"
        case 4..<10:
            let actions: [Mouse.Action] = [.press, .doubleClick, .drag, .release, .wheelUp, .wheelDown]
            let at = Point(
                x: Int.random(in: -2..<230, using: &random), y: Int.random(in: -2..<80, using: &random))
            runner.send(.input(.mouse(Mouse(actions.randomElement(using: &random) ?? .press, at: at))))
            return "mouse"
        case 10..<12: runner.send(.libraryChanged)
        case 12..<14: runner.send(.rested)
        case 14..<16:
            let progress = RefreshProgress(
                done: Int.random(in: 0..<9, using: &random), total: 9,
                failing: Int.random(in: 0..<3, using: &random))
            if let address = WebAddress("https://post.example/feed") {
                runner.send(
                    .refreshing(
                        RefreshEvent(
                            source: SourceID(1), title: "The Harbour Post", address: address,
                            outcome: .read(added: 1, updated: 0), progress: progress)))
            }
        case 16: runner.send(.refreshed(nil))
        case 17: runner.send(.input(.paste("a paste\u{1B}[31m of 東京 letters")))
        case 18: runner.send(.failed("something did not work"))
        case 19..<50: runner.press(commonKeys.randomElement(using: &random) ?? .enter)
        case 50..<75: runner.press(letters.randomElement(using: &random) ?? .enter)
        default: runner.press(keys.randomElement(using: &random) ?? .escape)
        }
        return "\(runner.state.focus)"
    }
}

/// The same numbers for the same seed (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed &+ 0x9E37_79B9_7F4A_7C15 }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}
