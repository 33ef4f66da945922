import Canvas
import Glibc
import Terminal

// A fixture for TerminalTests: shows the size and the last events; `q` quits, `!` traps in a task, `^z` suspends,
// `c` sets the clipboard, the word `more` leads to an address that changes with every event,
// `e` writes on standard error, `s` lends the screen, `m` posts to the mailbox from a task, `d` waits for a deadline.

Terminal.blockSignals()

func picture(_ terminal: Terminal, rows: [String]) -> Canvas {
    let size = terminal.size
    var canvas = Canvas(size: size)
    let colors = Style(
        foreground: .rgb(0xFF_8700), background: .palette(17), attributes: [.bold, .underline])
    canvas.draw(.thin, along: canvas.bounds, style: .plain, title: "probe 東京 é ❤️ 🇳🇴")
    canvas.draw("size \(size.width)x\(size.height) colors \(terminal.colorCount)", x: 2, y: 1, style: colors)
    let link = canvas.link(to: "https://example.org/\(rows.count)")
    canvas.draw("more", x: 2, y: size.height - 2, style: Style(foreground: .palette(4)).leading(to: link))
    if terminal.hasGraphics,
        let picture = PlacedPicture(
            width: 2, height: 1, colors: [255, 0, 0, 0, 0, 255], columns: 2, rows: 1)
    {
        canvas.draw(row: 0, of: picture, x: 10, y: size.height - 2, width: 2, background: .default)
    }
    for (index, row) in rows.suffix(max(0, size.height - 4)).enumerated() {
        canvas.draw(row, x: 2, y: 2 + index, width: size.width - 4)
    }
    canvas.cursor = Point(x: 2, y: max(0, size.height - 2))
    return canvas
}

func say(_ text: String, on descriptor: Int32) {
    let line = Array((text + "\n").utf8)
    write(descriptor, line, line.count)
}

func trap() {
    let none: [Int] = []
    Task.detached { print(none[CommandLine.arguments.count]) }
}

func run() throws(TerminalError) -> Int32 {
    let mailbox = try Mailbox<String>()
    let terminal = try Terminal()
    terminal.listen(to: mailbox)
    var rows = ["ready"]
    var deadline: ContinuousClock.Instant?
    while true {
        terminal.paint(picture(terminal, rows: rows))
        for event in terminal.wait(until: deadline) {
            deadline = nil
            rows.append("<\("\(event)".replacing("Canvas.", with: ""))>")
            switch event {
            case .input(.key(.character("q"))): return 0
            case .input(.key(.character("!"))): trap()
            case .input(.key(.character("c"))): terminal.send(osc52: "https://example.org/é")
            case .input(.key(.character("m"))): Task.detached { mailbox.post("posted") }
            case .input(.key(.character("e"))): say("talk", on: STDERR_FILENO)
            case .input(.key(.character("s"))): terminal.lend { say("lent", on: STDOUT_FILENO) }
            case .input(.key(.character("d"))): deadline = .now + .milliseconds(5)
            case .input(.key(.control("z"))): terminal.suspend()
            case .input(.key(.control("l"))): terminal.redraw()
            case .wake: rows += mailbox.take()
            case .terminate(let signal): return 128 + signal
            default: break
            }
        }
    }
}

do {
    exit(try run())
} catch {
    say("terminalprobe: \(error)", on: STDERR_FILENO)
    exit(69)
}
