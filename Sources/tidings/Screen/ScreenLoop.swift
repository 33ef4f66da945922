import Canvas
import Configuration
import Library
import News
import Screen
import Terminal

/// The screen at work: waits, updates, runs effects, paints.
///
/// One thread, one loop, no timer but the clock's minute.
final class ScreenLoop {
    private let surroundings: Surroundings
    private let mailbox: Mailbox<LoopMessage>
    private let runner: EffectRunner
    private let live: LiveSettings
    private var state: ScreenState
    private var isOver = false
    /// What can wait until the first frame is painted; nil from then on.
    private var deferred: [ScreenEffect]? = []
    private var failure: (any Error)?
    /// The library that the screen is to go on in.
    private var next: String?
    /// When a person who does nothing more has rested.
    private var rest: ContinuousClock.Instant?

    /// Whether an article was asked for since the last frame.
    private var isOpening = false

    /// How long the first frame waits for the first rows, so that it is painted once and whole.
    private static let firstPatience = Duration.milliseconds(80)
    /// How long a frame waits for the article that was asked for: most come sooner, and two frames take longer than one.
    private static let patience = Duration.milliseconds(6)

    init(
        surroundings: Surroundings, configuration: ConfigurationFile,
        open: @escaping @Sendable () throws -> Library
    ) throws {
        self.surroundings = surroundings
        live = LiveSettings(configuration)
        mailbox = try Mailbox<LoopMessage>()
        runner = EffectRunner(mailbox: mailbox, open: open)
        let screen = ScreenState.Surroundings(
            settings: live.settings.screen, colors: Surroundings.wantsColor ? 256 : 0,
            localTime: Surroundings.localTime)
        state = ScreenState(
            size: Terminal.sizeOfStandardOutput ?? Size(width: 80, height: 24), now: surroundings.now(),
            surroundings: screen)
    }

    /// Runs until the person leaves.
    ///
    /// - Returns: Another library, if the person went there.
    /// - Throws: `TerminalError` or `ArchiveError`; the terminal has been given back by then.
    func run() throws -> String? {
        // The library opens and answers while the terminal is being set up.
        perform(state.start(), on: nil)
        let terminal = try Terminal(options: live.terminalOptions)
        terminal.listen(to: mailbox)
        takeOver(terminal)
        if let notice = live.notice { perform(state.update(.said(notice)), on: nil) }
        perform(state.update(.input(.resize(terminal.size))), on: terminal)
        wait(ScreenLoop.firstPatience, on: terminal) { $0.isReadyForFirstFrame }
        terminal.paint(state.draw())
        let waiting = deferred ?? []
        deferred = nil
        perform(ScreenLoop.newestOnly(waiting), on: terminal)
        runner.indexInBackground()
        runner.watchInBackground()
        live.watchInBackground(mailbox)
        while !isOver {
            take(terminal.wait(until: nextDeadline()), on: terminal)
            if isOpening { wait(ScreenLoop.patience, on: terminal) { !$0.awaitsArticle } }
            isOpening = false
            terminal.paint(state.draw())
        }
        terminal.close()
        waitFor(runner.finish())
        if let failure { throw failure }
        // A mark that failed while the screen was closing has nobody else to tell it.
        for case .event(.failed(let reason)) in mailbox.take() {
            throw UnfinishedWork(explanation: reason.text)
        }
        return next
    }

    /// What the terminal can show.
    private func takeOver(_ terminal: Terminal) {
        state.use(
            colors: terminal.colorCount, isUTF8: terminal.isUTF8, hasGraphics: terminal.hasGraphics)
    }

    /// Takes what comes until the next frame would be whole, or it has waited long enough.
    private func wait(
        _ patience: Duration, on terminal: Terminal, until isReady: (ScreenState) -> Bool
    ) {
        let deadline = ContinuousClock.now + patience
        while !isOver, !isReady(state) {
            let events = terminal.wait(until: deadline)
            take(events, on: terminal)
            if events.contains(.timeout) { return }
        }
    }

    /// The clock's minute, or sooner when the screen waits for the person to rest.
    private func nextDeadline() -> ContinuousClock.Instant? {
        guard let patience = state.patience else {
            rest = nil
            return surroundings.nextMinute()
        }
        let rest = rest ?? .now + patience
        self.rest = rest
        return surroundings.nextMinute().map { min($0, rest) } ?? rest
    }

    private func take(_ events: [TerminalEvent], on terminal: Terminal) {
        var effects: [ScreenEffect] = []
        defer {
            if let rest, rest <= .now {
                self.rest = nil
                perform(ScreenLoop.newestOnly(state.update(.rested)), on: terminal)
            }
        }
        for event in events {
            switch event {
            case .input(let input):
                rest = nil
                effects += state.update(.input(input))
            case .wake: effects += mailbox.take().flatMap { take($0, on: terminal) }
            case .terminate: isOver = true
            case .timeout, .continued: effects += state.update(.clock(surroundings.now()))
            }
        }
        perform(ScreenLoop.newestOnly(effects), on: terminal)
    }

    private func take(_ message: LoopMessage, on terminal: Terminal) -> [ScreenEffect] {
        switch message {
        case .pipe(let program, let input):
            let outcome = terminal.lend {
                let outcome = program.run(input: input)
                if outcome == .done(status: 0) { OtherProgram.waitForEnter() }
                return outcome
            }
            return state.update(.said(ScreenLoop.sentence(outcome, of: program) ?? "Done"))
        case .event(let event): return state.update(event)
        case .configurationChanged: return takeSettings(on: terminal)
        case .failed(let error):
            failure = error
            isOver = true
            return []
        case .reopen(let path):
            next = path
            isOver = true
            return []
        }
    }

    /// The configuration file was written: what it says holds from now on.
    private func takeSettings(on terminal: Terminal) -> [ScreenEffect] {
        switch live.reread() {
        case .same: return []
        case .refused(let notice): return state.update(.said(notice))
        case .changed:
            terminal.use(live.terminalOptions)
            takeOver(terminal)
            return state.update(.settings(live.settings.screen, notice: "The settings have changed"))
        }
    }

    private func perform(_ effects: [ScreenEffect], on terminal: Terminal?) {
        for effect in effects {
            switch effect {
            case .quit: isOver = true
            case .suspend: terminal?.suspend()
            case .redraw: terminal?.redraw()
            case .keepTheme(let name): perform(state.update(.said(live.keep(theme: name))), on: terminal)
            case .copy(let text): terminal?.send(osc52: text)
            case .browse(let address, let isBehind): browse(address, isBehind: isBehind, on: terminal)
            case .open:
                isOpening = true
                runner.run(effect)
            case .count, .relate, .loadSources:
                if deferred?.append(effect) == nil { runner.run(effect) }
            default: runner.run(effect)
            }
        }
    }

    /// Opens an address in the browser; one that `$BROWSER` names may be made for terminals and gets this one.
    private func browse(_ address: WebAddress, isBehind: Bool, on terminal: Terminal?) {
        let (browser, wantsTerminal) = OtherProgram.browser(
            for: address.encoded, chosen: live.settings.browser)
        let outcome: OtherProgram.Outcome
        if let terminal, wantsTerminal, !isBehind {
            outcome = terminal.lend { browser.run() }
        } else {
            outcome = browser.runBehind()
        }
        let said = ScreenLoop.sentence(outcome, of: browser) ?? Line("Opened \(address.text)")
        perform(state.update(.said(said)), on: terminal)
    }

    private static func sentence(_ outcome: OtherProgram.Outcome, of program: OtherProgram) -> Line? {
        switch outcome {
        case .done(status: 0): nil
        case .done(let status): Line("\(program.words[0]) ended with status \(status)")
        case .notStarted(let reason): Line(reason)
        }
    }

    /// A burst of keys asks for many articles in turn; only the last one is wanted.
    private static func newestOnly(_ effects: [ScreenEffect]) -> [ScreenEffect] {
        var hasOpen = false
        var hasRelate = false
        var hasBeginning = false
        var seen: Set<ScreenEffect> = []
        let kept = effects.reversed().filter { effect in
            switch effect {
            case .open:
                defer { hasOpen = true }
                return !hasOpen
            case .relate:
                defer { hasRelate = true }
                return !hasRelate
            case .load(let request) where request.place == nil:
                defer { hasBeginning = true }
                return !hasBeginning
            case .count, .loadSources: return seen.insert(effect).inserted
            default: return true
            }
        }
        return kept.reversed()
    }
}

/// What failed after the screen was closed.
private struct UnfinishedWork: Explained {
    var explanation: String
    var exitStatus: Int32 { ExitStatus.ioError }
}
