import CNcurses
import Canvas
import Glibc

/// The terminal this process runs in: paints canvases, tells what the user does, and is left as it was found.
///
/// Lives on the main thread only; the loop is synchronous and sleeps in one `poll(2)`, so an idle screen costs nothing.
/// `blockSignals()` must have been called before any other thread exists.
public final class Terminal {
    /// How to open it.
    public struct Options: Sendable {
        /// Whether clicks and the wheel are told.
        public var mouse = true
        /// How many colours to use; nothing means as many as the terminal has.
        public var colors: ColorDepth?
        /// Whether letters are sent with the addresses they lead to (OSC 8), which takes 256 colours.
        ///
        /// Nothing means where the terminal is known to have that.
        public var links: Bool?

        /// The usual: mouse on, all colours, links where they are known.
        public init(mouse: Bool = true, colors: ColorDepth? = nil, links: Bool? = nil) {
            self.mouse = mouse
            self.colors = colors
            self.links = links
        }
    }

    private var depth: ColorDepth
    private var hasLinks: Bool
    private var painter: Painter
    private var source: EventSource
    private var isOpen = true

    /// Opens the screen; one at a time in a process.
    public init(options: Options = Options()) throws(TerminalError) {
        guard cn_is_armed() == 0 else { throw .alreadyOpen }
        source = try EventSource()
        if let error = TerminalError(
            result: cn_start(options.colors == ColorDepth.none ? 0 : 1, options.mouse ? 1 : 0))
        {
            source.close()
            throw error
        }
        depth = Terminal.depth(wanted: options.colors)
        hasLinks = Terminal.hasLinks(wanted: options.links)
        painter = Terminal.painter(depth: depth, hasLinks: hasLinks)
    }

    deinit { close() }

    /// What the terminal has, or what was asked for where it has more.
    ///
    /// Terminfo tells of true colours for few terminals that have them; the terminals themselves say so by `COLORTERM`.
    private static func depth(wanted: ColorDepth?) -> ColorDepth {
        let has = ColorDepth(count: Int(cn_colors()))
        if has == .palette, cn_can_send_entries() != 0 {
            if wanted == .truecolor { return .truecolor }
            let says = getenv("COLORTERM").map { String(cString: $0) }
            if wanted == nil, says == "truecolor" || says == "24bit" { return .truecolor }
        }
        return wanted.map { $0.count < has.count ? $0 : has } ?? has
    }

    private static func painter(depth: ColorDepth, hasLinks: Bool) -> Painter {
        Painter(depth: depth, isReordering: TerminalKind.this.isReordering, hasLinks: hasLinks)
    }

    private static func hasLinks(wanted: Bool?) -> Bool {
        cn_can_send_entries() != 0 && wanted ?? TerminalKind.this.hasLinks
    }

    /// Columns and rows.
    public var size: Size { Size(width: Int(cn_columns()), height: Int(cn_rows())) }

    /// Colours in use: 0, 8, 16, 256 or all.
    public var colorCount: Int { depth.count }

    /// Whether it draws pictures itself, over letters that stand for their parts (kitty's graphics protocol).
    public var hasGraphics: Bool { depth == .truecolor && isUTF8 && TerminalKind.this.hasGraphics }

    /// Whether letters beyond ASCII can be shown.
    public var isUTF8: Bool { cn_is_utf8() != 0 }

    /// Takes other options over while it is open; colours only where it was opened with them.
    public func use(_ options: Options) {
        guard isOpen else { return }
        cn_set_mouse(options.mouse ? 1 : 0)
        let wanted = Terminal.depth(wanted: options.colors)
        let wantsLinks = Terminal.hasLinks(wanted: options.links)
        guard wanted != depth || wantsLinks != hasLinks else { return }
        depth = wanted
        hasLinks = wantsLinks
        painter.forgetPictures()
        painter = Terminal.painter(depth: depth, hasLinks: hasLinks)
        cn_forget()
    }

    /// Wakes for a mailbox from now on.
    public func listen(to mailbox: Mailbox<some Sendable>) { source.listen(to: mailbox) }

    /// Shows a canvas; only rows that changed since the last are looked at.
    public func paint(_ canvas: Canvas) { painter.paint(canvas) }

    /// Clears the terminal and paints all anew, for when something else wrote on it.
    public func redraw() { painter.repaint() }

    /// Sleeps until something happens; tells all that did, and `.timeout` alone.
    ///
    /// What came together is told together: draw once for all of it. After `.wake`, take the mailbox's messages, or the
    /// next wait returns at once.
    public func wait(until deadline: ContinuousClock.Instant? = nil) -> [TerminalEvent] {
        while true {
            let events = source.next(until: deadline).flatMap(settle)
            if !events.isEmpty { return events }
        }
    }

    /// Leaves the screen and stops the process group, as ^Z does; returns when the user is back.
    public func suspend() {
        guard isOpen else { return }
        cn_leave()
        cn_stop_group()
        resume()
    }

    /// Leaves the screen to another program for as long as it runs.
    public func lend<Value>(to work: () -> Value) -> Value {
        guard isOpen else { return work() }
        cn_leave()
        defer { resume() }
        return work()
    }

    /// Gives the terminal back as it was found; a second time does nothing.
    public func close() {
        guard isOpen else { return }
        isOpen = false
        painter.forgetPictures()
        cn_leave()
        source.close()
    }

    /// Rings, or flashes, as the terminal is set.
    public func bell() { cn_bell() }

    /// Puts a text on the user's clipboard, also through ssh; false where it is too long for terminals to take.
    @discardableResult
    public func send(osc52 text: String) -> Bool {
        guard isOpen, let bytes = Clipboard.sequence(for: text) else { return false }
        cn_write(bytes, Int32(bytes.count))
        return true
    }

    /// Blocks the signals that `wait` tells; call it first in `main`, as every later thread inherits this.
    ///
    /// Programs started later inherit it too: spawn them with an empty mask (`POSIX_SPAWN_SETSIGMASK`), or they cannot
    /// be interrupted.
    public static func blockSignals() { cn_block_signals() }

    private func resume() {
        cn_enter()
        if cn_take_size() != 0 { source.add(.input(.resize(size))) }
        painter.repaint()
    }

    private func settle(_ occurrence: EventSource.Occurrence) -> [TerminalEvent] {
        switch occurrence {
        case .event(let event): return [event]
        case .resized: return cn_take_size() == 0 ? [] : [.input(.resize(size))]
        case .stop:
            suspend()
            return [.continued]
        case .resumed:
            // Whoever stopped the process may have changed the terminal since.
            cn_leave()
            resume()
            return [.continued]
        }
    }
}

@available(*, unavailable)
extension Terminal: Sendable {}
