import Archive
import Canvas
import News

extension Target {
    /// The query language: an error points into the query.
    static let query = Target(name: "query") { bytes in
        let text = String(decoding: bytes, as: UTF8.self)
        let now = Timestamp(seconds: 1_795_000_000)
        do throws(QueryError) {
            _ = try QueryParser.parse(text, now: now)
        } catch {
            promise((1...error.query.count + 1).contains(error.column), "column \(error.column) of “\(text)”")
        }
        _ = try? Archive.terms(of: text, now: now)
    }

    /// The gate between text from outside and cells: nothing that comes through is a command to a terminal.
    static let gate = Target(name: "gate") { bytes in
        let raw = String(decoding: bytes, as: UTF8.self)
        let line = Line(raw)
        Promises.isCalm(line.text)
        promise(Line(line.text) == line, "a line changes when it passes the gate again")
        let prose = Prose(utf8: bytes)
        Promises.isCalm(prose.text, mayBreak: true)
        promise(Prose(prose.text) == prose, "prose changes when it passes the gate again")

        // The last line of defence: a canvas is given the raw text.
        var canvas = Canvas(size: Size(width: 20, height: 2))
        canvas.draw(raw, x: Int(bytes.first ?? 0) % 24 - 2, y: 0)
        canvas.draw(line.text, x: 0, y: 1)
        for row in canvas.text.split(separator: "\n") { Promises.isCommandless(row) }
        let fitting = DisplayWidth.truncated(line.text, to: 12)
        promise(DisplayWidth.of(fitting) <= 12, "“\(fitting)” is wider than it may be")
    }
}

extension Promises {
    /// No controls; what turns text around is the gate's business, not the canvas's.
    static func isCommandless(_ text: Substring) {
        for scalar in text.unicodeScalars {
            promise(
                scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value),
                "control U+\(String(scalar.value, radix: 16)) on a canvas")
        }
    }
}
