import ArgumentParser
import Dispatch
import Glibc
import Library
import Synchronization

/// A command that fetches: a signal that asks it to end cancels its work, and what was kept by then stays.
protocol FetchingCommand: LibraryCommand {}

extension FetchingCommand {
    func run() throws {
        let work = try start()
        let interruption = Interruption { work.cancel() }
        let outcome = waitFor { await work.value }
        if case .failure(is CancellationError) = outcome, let status = interruption.exitStatus {
            Console.say("interrupted; what had come by then is kept")
            throw ExitCode(status)
        }
        try outcome.get()
    }
}

/// Listens for SIGINT, SIGTERM and SIGHUP while work is under way.
private final class Interruption {
    private let received = Signal()
    private var sources: [any DispatchSourceSignal] = []

    /// How long work may take to end by itself.
    private static let patience = 2.0

    /// The signal that came, if one did.
    private final class Signal: Sendable {
        let number = Atomic<Int32>(0)
    }

    init(_ cancel: @escaping @Sendable () -> Void) {
        for number in [SIGINT, SIGTERM, SIGHUP] {
            // The source sees it all the same; by default it would end the program at once.
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler { [received] in
                received.number.store(number, ordering: .relaxed)
                cancel()
                DispatchQueue.global().asyncAfter(deadline: .now() + Interruption.patience) {
                    _exit(128 + number)
                }
            }
            source.resume()
            sources.append(source)
        }
    }

    /// 128 and the signal, as shells tell it.
    var exitStatus: Int32? {
        let number = received.number.load(ordering: .relaxed)
        return number == 0 ? nil : 128 + number
    }
}

extension SourceProblem: Explained {
    var explanation: String { description }
    var exitStatus: Int32 { isUnknownSource ? ExitStatus.noInput : ExitStatus.usage }
}
