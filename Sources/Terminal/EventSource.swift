import CNcurses
import Canvas
import Glibc

/// The one place that sleeps: keys, signals and the mailbox in one `poll(2)`.
struct EventSource {
    /// What came of a wait: an event, or a signal that the terminal answers first.
    enum Occurrence: Equatable {
        case event(TerminalEvent)
        case resized
        case stop
        case resumed
    }

    private let signals: Int32
    private var mailbox: (descriptor: Int32, owner: AnyObject)?
    private var decoder = InputDecoder()
    private var clicks = ClickTimer()
    private var giveUpAt: ContinuousClock.Instant?
    private var hasEnded = false
    private var added: [Occurrence] = []
    private var buffer = [UInt8](repeating: 0, count: Limits.read)

    init() throws(TerminalError) {
        signals = cn_signal_descriptor()
        guard signals >= 0 else { throw .system("signalfd", code: errno) }
    }

    func close() { _ = Glibc.close(signals) }

    mutating func listen<Message>(to mailbox: Mailbox<Message>) {
        self.mailbox = (mailbox.descriptor, mailbox)
    }

    /// Has an event told at the next wait.
    mutating func add(_ event: TerminalEvent) { added.append(.event(event)) }

    /// Sleeps until something happens or the deadline comes.
    mutating func next(until deadline: ContinuousClock.Instant?) -> [Occurrence] {
        while true {
            var found = added
            added = []
            var polled = [
                pollfd(fd: hasEnded ? -1 : STDIN_FILENO, events: Int16(POLLIN), revents: 0),
                pollfd(fd: signals, events: Int16(POLLIN), revents: 0),
                pollfd(fd: mailbox?.descriptor ?? -1, events: Int16(POLLIN), revents: 0),
            ]
            let limit = [deadline, giveUpAt].compactMap { $0 }.min()
            poll(&polled, 3, found.isEmpty ? Self.milliseconds(from: .now, until: limit) : 0)
            if polled[0].revents != 0 { found += readInput() } else { found += giveUpIfDue() }
            if polled[2].revents != 0 { found.append(.event(.wake)) }
            if polled[1].revents != 0 { found += readSignals() }
            if !found.isEmpty { return found }
            if let deadline, deadline <= .now { return [.event(.timeout)] }
        }
    }

    /// Rounded up, so that nobody wakes a moment too early and spins.
    static func milliseconds(
        from now: ContinuousClock.Instant, until deadline: ContinuousClock.Instant?
    ) -> Int32 {
        guard let deadline else { return -1 }
        let left = now.duration(to: deadline)
        guard left > .zero else { return 0 }
        let (seconds, attoseconds) = left.components
        guard seconds < 1_000_000 else { return 1_000_000_000 }
        return Int32(seconds) * 1000 + Int32((attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000)
    }

    private mutating func readInput() -> [Occurrence] {
        var inputs: [Input] = []
        for _ in 0..<Limits.reads {
            let count = read(STDIN_FILENO, &buffer, buffer.count)
            if count < 0, errno == EINTR || errno == EAGAIN { break }
            guard count > 0 else {
                hasEnded = true
                return occurrences(of: inputs) + [.event(.terminate(signal: SIGHUP))]
            }
            inputs += decoder.decode(buffer[..<count])
            // A full buffer has more behind it; asking again otherwise would block.
            if count < buffer.count { break }
            var more = [pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)]
            if poll(&more, 1, 0) <= 0 { break }
        }
        giveUpAt = decoder.isUnfinished ? .now + Limits.escapeDelay : nil
        return occurrences(of: inputs)
    }

    private mutating func giveUpIfDue() -> [Occurrence] {
        guard let due = giveUpAt, due <= .now else { return [] }
        giveUpAt = nil
        return occurrences(of: decoder.giveUp())
    }

    private mutating func occurrences(of inputs: [Input]) -> [Occurrence] {
        var found: [Occurrence] = []
        for input in inputs {
            if case .mouse(let mouse) = input {
                found.append(.event(.input(.mouse(clicks.settle(mouse, at: .now)))))
            } else {
                found.append(.event(.input(input)))
            }
        }
        return found
    }

    private func readSignals() -> [Occurrence] {
        var found: [Occurrence] = []
        while case let signal = cn_next_signal(signals), signal != 0 {
            switch signal {
            case SIGWINCH: found.append(.resized)
            case SIGTSTP: found.append(.stop)
            case SIGCONT: found.append(.resumed)
            default: found.append(.event(.terminate(signal: signal)))
            }
        }
        return found
    }
}
