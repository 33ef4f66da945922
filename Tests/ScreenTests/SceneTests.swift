import Canvas
import Foundation
import Testing

@testable import Screen

/// Whole screens, in `Scenes`: a size, keys, and the picture that has to come, cell by cell.
///
/// `Scenes/Sizes` has what a person sees most at each size: with all signs, in ASCII, and without colours, where a
/// second picture says how each cell looks.
///
/// After a change that is meant, `TIDINGS_RECORD=1 make test` writes the pictures anew; look at the difference.
@Suite struct SceneTests {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
        "Scenes")

    static let scenes: [String] = {
        let files = (try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? []
        return files.filter { $0.hasSuffix(".scene") }.sorted()
    }()

    @Test func thereAreScenes() { #expect(SceneTests.scenes.count >= 10) }

    @Test(arguments: scenes) func showsTheExpectedPicture(_ name: String) throws {
        let url = SceneTests.folder.appendingPathComponent(name)
        let scene = try Scene(String(contentsOf: url, encoding: .utf8))
        var runner = SceneRunner(
            size: scene.size, newsstand: SceneNewsstand(isEmpty: scene.isEmpty), ascii: scene.isASCII,
            colors: scene.isMono ? 0 : nil)
        for step in scene.steps {
            switch step {
            case .key(let key): runner.press(key)
            case .resize(let size): runner.send(.input(.resize(size)))
            case .paste(let text): runner.send(.input(.paste(text)))
            case .pause: runner.send(.rested)
            }
        }
        let canvas = runner.state.draw()
        let picture = canvas.text + (scene.isMono ? "\nlooks\n" + canvas.attributes : "")
        if ProcessInfo.processInfo.environment["TIDINGS_RECORD"] != nil {
            try (scene.head + picture + "\n").write(to: url, atomically: true, encoding: .utf8)
        } else {
            #expect(picture == scene.picture, "\(name)\n\(picture)")
        }
    }
}

extension Canvas {
    /// How each cell looks without colours, a letter a cell: bold, dim, italic, underlined, reverse, a hit (bold and
    /// underlined), emphasis (bold and italic); as capitals those that are reverse as well.
    fileprivate var attributes: String {
        (0..<size.height).map { y in
            var line = row(y).map { Canvas.letter(of: $0.style) }
            while line.last == " " { line.removeLast() }
            return String(line)
        }.joined(separator: "\n")
    }

    private static func letter(of style: Style) -> Character {
        switch style.attributes {
        case []: " "
        case .bold: "b"
        case .dim: "d"
        case .italic: "i"
        case .underline: "u"
        case .reverse: "r"
        case [.bold, .reverse]: "B"
        case [.dim, .reverse]: "D"
        case [.bold, .underline]: "h"
        case [.bold, .underline, .reverse]: "H"
        case [.bold, .italic]: "e"
        default: "?"
        }
    }
}

/// A scene's file: `size 80x24`, `keys j Enter g u`, `resize 40x12`, `ascii`, `mono`, `empty`, then `screen` and the picture.
private struct Scene {
    enum Step {
        case key(Key)
        case resize(Size)
        case paste(String)
        case pause
    }

    var size = Size(width: 80, height: 24)
    var isASCII = false
    var isMono = false
    var isEmpty = false
    var steps: [Step] = []
    var head = ""
    var picture = ""

    struct Unreadable: Error { var line: String }

    init(_ text: String) throws {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard let start = lines.firstIndex(of: "screen") else { throw Unreadable(line: "screen") }
        head = lines[...start].joined(separator: "\n") + "\n"
        picture = lines[(start + 1)...].dropLast().joined(separator: "\n")
        for line in lines[..<start] where !line.isEmpty && !line.hasPrefix("#") { try read(line) }
    }

    private mutating func read(_ line: String) throws {
        let words = line.split(separator: " ").map(String.init)
        switch words[0] {
        case "size": size = try Scene.size(words[1])
        case "resize": steps.append(.resize(try Scene.size(words[1])))
        case "paste": steps.append(.paste(String(line.dropFirst(6))))
        case "type": steps += line.dropFirst(5).map { .key(.character($0)) }
        case "pause": steps.append(.pause)
        case "ascii": isASCII = true
        case "mono": isMono = true
        case "empty": isEmpty = true
        case "keys": steps += try words.dropFirst().map { .key(try Scene.key($0)) }
        default: throw Unreadable(line: line)
        }
    }

    private static func size(_ word: String) throws -> Size {
        let numbers = word.split(separator: "x").compactMap { Int($0) }
        guard numbers.count == 2 else { throw Unreadable(line: word) }
        return Size(width: numbers[0], height: numbers[1])
    }

    private static func key(_ word: String) throws -> Key {
        let named: [String: Key] = [
            "Enter": .enter, "Esc": .escape, "Tab": .tab, "S-Tab": .backTab, "Space": .character(" "),
            "Down": .down,
            "Up": .up, "PgDn": .pageDown, "PgUp": .pageUp, "Home": .home, "End": .end, "Left": .left,
            "Right": .right, "Backspace": .backspace,
            "Del": .delete,
        ]
        if let key = named[word] { return key }
        if word.hasPrefix("^"), let letter = word.dropFirst().first { return .control(letter) }
        guard word.count == 1, let letter = word.first else { throw Unreadable(line: word) }
        return .character(letter)
    }
}
