import CCurl
import Glibc
import Synchronization

/// Where tasks and the thread of libcurl meet: requests go in, answers come out, and nobody waits for the
/// other.
final class CurlMailbox: Sendable {
    typealias Outcome = Result<FetchResponse, FetchFailure.Kind>
    typealias Reply = CheckedContinuation<Outcome, Never>

    /// A request with the number its reply is known by.
    struct Order: Sendable {
        let id: Int
        let request: FetchRequest
    }

    let settings: CurlSettings
    private let state = Mutex(State())
    private let counter = Atomic(0)

    private struct State {
        var orders: [Order] = []
        var cancelled: Set<Int> = []
        var replies: [Int: Reply] = [:]
        var isRunning = false
        /// Wakes the thread; none before it sleeps for the first time and after it ended.
        var bell: CurlBell?
    }

    init(_ settings: CurlSettings) { self.settings = settings }

    func newID() -> Int { counter.add(1, ordering: .relaxed).newValue }

    // MARK: From tasks

    func submit(_ id: Int, _ request: FetchRequest, _ reply: Reply) {
        let refusal: FetchFailure.Kind? = state.withLock { state in
            // Cancellation before this point found nobody to tell.
            if Task.isCancelled { return .cancelled }
            if !state.isRunning { state.isRunning = startThread() }
            guard state.isRunning else { return .unavailable("the system gives no thread to fetch with") }
            state.replies[id] = reply
            state.orders.append(Order(id: id, request: request))
            state.bell?.ring()
            return nil
        }
        if let refusal { reply.resume(returning: .failure(refusal)) }
    }

    func cancel(_ id: Int) {
        let reply = state.withLock { state in
            let reply = state.replies.removeValue(forKey: id)
            if reply != nil {
                state.cancelled.insert(id)
                state.bell?.ring()
            }
            return reply
        }
        reply?.resume(returning: .failure(.cancelled))
    }

    // MARK: From the thread

    /// Says how to wake the thread.
    func opened(_ bell: CurlBell) {
        state.withLock { $0.bell = bell }
    }

    /// What came in since the last time.
    func take() -> (orders: [Order], cancelled: Set<Int>) {
        state.withLock { state in
            defer { (state.orders, state.cancelled) = ([], []) }
            return (state.orders, state.cancelled)
        }
    }

    func reply(_ id: Int, _ outcome: Outcome) {
        state.withLock { $0.replies.removeValue(forKey: id) }?.resume(returning: outcome)
    }

    /// Whether the thread may end: nothing came in.
    ///
    /// After that its handle is not touched any more.
    func close() -> Bool {
        state.withLock { state in
            guard state.orders.isEmpty else { return false }
            state.bell = nil
            state.isRunning = false
            return true
        }
    }

    /// The thread cannot work: everybody is told.
    func giveUp(_ why: FetchFailure.Kind) {
        let replies = state.withLock { state in
            defer { (state.replies, state.orders, state.bell, state.isRunning) = ([:], [], nil, false) }
            return state.replies.values.map { $0 }
        }
        for reply in replies { reply.resume(returning: .failure(why)) }
    }

    private func startThread() -> Bool {
        var thread = pthread_t()
        let me = Unmanaged.passRetained(self)
        let status = pthread_create(
            &thread, nil,
            { argument in
                guard let argument else { return nil }
                let mailbox = Unmanaged<CurlMailbox>.fromOpaque(argument).takeRetainedValue()
                // Signals belong to the main thread; SIGPIPE of a closed connection belongs to nobody.
                var all = sigset_t()
                sigfillset(&all)
                pthread_sigmask(SIG_BLOCK, &all, nil)
                CurlLoop(mailbox).run()
                return nil
            }, me.toOpaque())
        if status == 0 { pthread_detach(thread) } else { me.release() }
        return status == 0
    }
}

/// The one function of a multi handle that any thread may call: it ends the sleep of the thread that owns it.
///
/// Unchecked, because a pointer cannot say so; the mailbox rings it under its lock and only while the handle
/// lives.
struct CurlBell: @unchecked Sendable {
    let multi: UnsafeMutableRawPointer

    func ring() { _ = cc_multi_wakeup(multi) }
}
