import Canvas
import Typesetting

/// Text over the panes: reasons, differences.
struct TextOverlay: Sendable {
    /// How a stretch looks.
    enum Look: Sendable {
        case text
        case heading
        case faint
        case added
        case removed
    }

    /// A stretch of a paragraph.
    struct Run: Sendable, Equatable {
        var text: String
        var look: Look

        init(_ text: String, _ look: Look = .text) {
            self.text = text
            self.look = look
        }
    }

    let title: String
    /// Paragraphs, each of stretches.
    let paragraphs: [[Run]]
    private(set) var top = 0

    init(title: String, paragraphs: [[Run]]) {
        self.title = title
        self.paragraphs = paragraphs
    }

    mutating func scroll(by lines: Int, of count: Int, height: Int) {
        top = max(0, min(top + lines, count - height))
    }

    /// The paragraphs as lines of a width, broken between words.
    func lines(width: Int) -> [[Run]] {
        var lines: [[Run]] = []
        for paragraph in paragraphs {
            var line: [Run] = []
            var used = 0
            for run in paragraph {
                for word in run.text.split(separator: " ", omittingEmptySubsequences: true) {
                    let cells = DisplayWidth.of(word)
                    if used > 0, used + 1 + cells > width {
                        lines.append(line)
                        line = []
                        used = 0
                    }
                    let piece = String(DisplayWidth.prefix(of: String(word), fitting: width))
                    if used > 0 { TextOverlay.append(" ", run.look, to: &line) }
                    TextOverlay.append(piece, run.look, to: &line)
                    used += (used > 0 ? 1 : 0) + min(cells, width)
                }
            }
            lines.append(line)
        }
        return lines
    }

    private static func append(_ text: String, _ look: Look, to line: inout [Run]) {
        if let last = line.last, last.look == look {
            line[line.count - 1].text += text
        } else {
            line.append(Run(text, look))
        }
    }
}
