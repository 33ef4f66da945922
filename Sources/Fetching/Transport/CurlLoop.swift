import CCurl
import Glibc
import News

/// The life of libcurl's thread: it takes orders, lets transfers run side by side, and replies.
///
/// Used by that thread only.
final class CurlLoop {
    private let mailbox: CurlMailbox
    private let settings: CurlSettings
    private var queue: RequestQueue<CurlMailbox.Order>
    private var transfers: [UnsafeMutableRawPointer: CurlTransfer] = [:]
    /// Handles that have done their work; used again they are cheaper than new ones.
    private var spare: [UnsafeMutableRawPointer] = []

    init(_ mailbox: CurlMailbox) {
        self.mailbox = mailbox
        settings = mailbox.settings
        let bounds = settings.bounds
        queue = RequestQueue(
            perHost: bounds.perHost, atOnce: bounds.atOnce, spacing: bounds.spacing, burst: bounds.burst)
    }

    func run() {
        guard let multi = cc_multi_new(Limits.keptConnections) else {
            return mailbox.giveUp(.unavailable("libcurl has no memory"))
        }
        mailbox.opened(CurlBell(multi: multi))
        var isOpen = true
        while isOpen {
            obey(multi)
            let pause = startWhatMay(multi)
            var running: Int32 = 0
            _ = cc_multi_perform(multi, &running)
            if collect(multi) { continue }
            // With nothing to do it sleeps until it is woken, or until it is time to close connections.
            let isIdle = transfers.isEmpty && pause == nil
            let patience = isIdle ? settings.bounds.idleSeconds : min(pause ?? 1, 1)
            let before = now()
            _ = cc_multi_poll(multi, Int32((patience * 1000).rounded(.up)))
            if isIdle && now() - before >= patience { isOpen = !mailbox.close() }
        }
        for easy in spare { cc_easy_free(easy) }
        cc_multi_free(multi)
    }

    /// Takes what came in, and drops what is not wanted any more.
    private func obey(_ multi: UnsafeMutableRawPointer) {
        let (orders, cancelled) = mailbox.take()
        for order in orders { queue.add(order, host: order.request.address.host) }
        if !cancelled.isEmpty {
            queue.remove { cancelled.contains($0.id) }
            for (easy, transfer) in transfers where cancelled.contains(transfer.id) {
                end(easy, transfer, multi)
            }
        }
    }

    /// Starts what may start; seconds until more may, if something waits for its host's next turn.
    private func startWhatMay(_ multi: UnsafeMutableRawPointer) -> Double? {
        while true {
            switch queue.next(at: now()) {
            case .start(let order, let host): start(order, host, multi)
            case .pause(let seconds): return seconds
            case .nothing: return nil
            }
        }
    }

    private func start(_ order: CurlMailbox.Order, _ host: String, _ multi: UnsafeMutableRawPointer) {
        guard let easy = spare.popLast() ?? cc_easy_new() else {
            queue.finish(host: host)
            return mailbox.reply(order.id, .failure(.unavailable("libcurl has no memory")))
        }
        let transfer = CurlTransfer(id: order.id, request: order.request, bounds: settings.bounds)
        transfer.prepare(easy, settings)
        transfers[easy] = transfer
        _ = cc_multi_add(multi, easy)
    }

    /// Replies for all transfers that have ended; whether there was one.
    private func collect(_ multi: UnsafeMutableRawPointer) -> Bool {
        var hasEnded = false
        var result = CURLE_OK
        while let easy = cc_multi_ended(multi, &result) {
            guard let transfer = transfers[easy] else { break }
            hasEnded = true
            let outcome = transfer.outcome(
                of: easy, result, isProxied: settings.proxies.covers(transfer.address))
            end(easy, transfer, multi)
            mailbox.reply(transfer.id, outcome)
        }
        return hasEnded
    }

    private func end(
        _ easy: UnsafeMutableRawPointer, _ transfer: CurlTransfer, _ multi: UnsafeMutableRawPointer
    ) {
        _ = cc_multi_remove(multi, easy)
        transfers[easy] = nil
        transfer.release()
        cc_easy_reset(easy)
        spare.append(easy)
        queue.finish(host: transfer.address.host)
    }

    private func now() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
