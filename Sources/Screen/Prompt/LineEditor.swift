import Canvas
import News

/// A line of text that is being typed, with the keys that shells have for it.
struct LineEditor: Sendable, Equatable {
    private(set) var letters: [Character]
    /// Before which letter the next one goes.
    private(set) var cursor: Int

    /// More than anybody types; a paste is cut there.
    private static let capacity = 2_000

    init(_ text: String = "") {
        letters = Array(text.prefix(LineEditor.capacity))
        cursor = letters.count
    }

    var text: String { String(letters) }
    var isEmpty: Bool { letters.isEmpty }

    /// Puts text in at the cursor, as one line and without controls.
    mutating func insert(_ text: String) {
        let isSpaced = text.first?.isWhitespace ?? false
        let clean = (isSpaced && !text.allSatisfy(\.isWhitespace) ? " " : "") + Line(text).text
        let added = (text == " " ? " " : clean).prefix(LineEditor.capacity - letters.count)
        letters.insert(contentsOf: added, at: cursor)
        cursor += added.count
    }

    /// Takes a key.
    ///
    /// - Returns: Whether it was one that edits.
    mutating func take(_ key: Key) -> Bool {
        switch key {
        case .character(let letter): insert(String(letter))
        case .left, .control("b"): cursor = max(0, cursor - 1)
        case .right, .control("f"): cursor = min(letters.count, cursor + 1)
        case .home, .control("a"): cursor = 0
        case .end, .control("e"): cursor = letters.count
        case .backspace, .control("h"): remove(from: cursor - 1, to: cursor)
        case .delete, .control("d"): remove(from: cursor, to: cursor + 1)
        case .control("w"): remove(from: startOfWord, to: cursor)
        case .control("u"): remove(from: 0, to: cursor)
        case .control("k"): remove(from: cursor, to: letters.count)
        default: return false
        }
        return true
    }

    private var startOfWord: Int {
        var place = cursor
        while place > 0, letters[place - 1].isWhitespace { place -= 1 }
        while place > 0, !letters[place - 1].isWhitespace { place -= 1 }
        return place
    }

    private mutating func remove(from start: Int, to end: Int) {
        guard start >= 0, start < end, end <= letters.count else { return }
        letters.removeSubrange(start..<end)
        cursor = start
    }

    /// The part that fits a width, and the column of the cursor in it.
    func window(width: Int) -> (text: String, cursor: Int) {
        var start = 0
        var before = DisplayWidth.of(String(letters[..<cursor]))
        while before >= max(1, width), start < cursor {
            before -= DisplayWidth.of(String(letters[start]))
            start += 1
        }
        return (String(letters[start...]), before)
    }
}
