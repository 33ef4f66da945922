import Canvas
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
    private var state: ScreenState
    private var isOver = false
    /// What can wait until the first frame is painted; nil from then on.
    private var deferred: [ScreenEffect]? = []
    private var failure: (any Error)?

    /// How long the first frame waits for the first rows, so that it is painted once and whole.
    private static let patience = Duration.milliseconds(80)

    init(surroundings: Surroundings, open: @escaping @Sendable () throws -> Library) throws {
        self.surroundings = surroundings
        mailbox = try Mailbox<LoopMessage>()
        runner = EffectRunner(mailbox: mailbox, open: open)
        let screen = ScreenState.Surroundings(
            theme: Surroundings.wantsColor ? .dark : .mono, localTime: Surroundings.localTime)
        state = ScreenState(
            size: Terminal.sizeOfStandardOutput ?? Size(width: 80, height: 24), now: surroundings.now(),
            surroundings: screen)
    }

    /// Runs until the person leaves.
    ///
    /// - Throws: `TerminalError` or `ArchiveError`; the terminal has been given back by then.
    func run() throws {
        // The library opens and answers while the terminal is being set up.
        perform(state.start(), on: nil)
        let terminal = try Terminal(
            options: Terminal.Options(colors: Surroundings.wantsColor ? nil : ColorDepth.none))
        terminal.listen(to: mailbox)
        if !terminal.isUTF8 { state.useASCII() }
        state.use(colors: terminal.colorCount)
        perform(state.update(.input(.resize(terminal.size))), on: terminal)
        waitForFirstFrame(on: terminal)
        terminal.paint(state.draw())
        let waiting = deferred ?? []
        deferred = nil
        perform(ScreenLoop.newestOnly(waiting), on: terminal)
        runner.indexInBackground()
        runner.watchInBackground()
        while !isOver {
            take(terminal.wait(until: surroundings.nextMinute()), on: terminal)
            terminal.paint(state.draw())
        }
        terminal.close()
        waitFor(runner.finish())
        if let failure { throw failure }
        // A mark that failed while the screen was closing has nobody else to tell it.
        for case .event(.failed(let reason)) in mailbox.take() {
            throw UnfinishedWork(explanation: reason.text)
        }
    }

    private func waitForFirstFrame(on terminal: Terminal) {
        let deadline = ContinuousClock.now + ScreenLoop.patience
        while !isOver, !state.isReadyForFirstFrame {
            let events = terminal.wait(until: deadline)
            take(events, on: terminal)
            if events.contains(.timeout) { return }
        }
    }

    private func take(_ events: [TerminalEvent], on terminal: Terminal) {
        var effects: [ScreenEffect] = []
        for event in events {
            switch event {
            case .input(let input): effects += state.update(.input(input))
            case .wake: effects += mailbox.take().flatMap(take)
            case .terminate: isOver = true
            case .timeout, .continued: effects += state.update(.clock(surroundings.now()))
            }
        }
        perform(ScreenLoop.newestOnly(effects), on: terminal)
    }

    private func take(_ message: LoopMessage) -> [ScreenEffect] {
        switch message {
        case .event(let event): return state.update(event)
        case .failed(let error):
            failure = error
            isOver = true
            return []
        }
    }

    private func perform(_ effects: [ScreenEffect], on terminal: Terminal?) {
        for effect in effects {
            switch effect {
            case .quit: isOver = true
            case .suspend: terminal?.suspend()
            case .redraw: terminal?.redraw()
            case .copy(let text): terminal?.send(osc52: text)
            case .load, .reload, .open, .mark, .refresh, .cancelRefresh, .loadHealth: runner.run(effect)
            case .count, .relate, .loadSources:
                if deferred?.append(effect) == nil { runner.run(effect) }
            }
        }
    }

    /// A burst of keys asks for many articles in turn; only the last one is wanted.
    private static func newestOnly(_ effects: [ScreenEffect]) -> [ScreenEffect] {
        var hasOpen = false
        var hasRelate = false
        var seen: Set<ScreenEffect> = []
        let kept = effects.reversed().filter { effect in
            switch effect {
            case .open:
                defer { hasOpen = true }
                return !hasOpen
            case .relate:
                defer { hasRelate = true }
                return !hasRelate
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
