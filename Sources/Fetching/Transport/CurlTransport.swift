import CCurl
import Glibc
import News

/// HTTP by libcurl: one thread of its own, connections kept and reused, everything bounded.
///
/// libcurl is opened on the first request (`CCurl`). Cookies, referers and redirects of its own are off, TLS
/// is verified, proxies come from the environment. HTTP/1.1 is pinned below libcurl 8: over HTTP/2 the 7.88
/// of Debian 12 leaves the last compressed answers of a busy connection unfinished. The thread ends, and
/// connections close, after some seconds without work.
public final class CurlTransport: Transport {
    /// What a transfer may cost.
    public struct Bounds: Sendable {
        /// Seconds to open a connection.
        public var connectSeconds = Limits.connectSeconds
        /// Bytes of a body as it travels.
        public var packedBytes = Limits.packedBytes
        /// Bytes of all headers.
        public var headerBytes = Limits.headerBytes
        /// Requests to one host at a time.
        public var perHost = Limits.perHost
        /// Requests at a time.
        public var atOnce = Limits.atOnce
        /// Requests to a host that may follow each other at once.
        public var burst = Limits.burst
        /// Seconds between later ones.
        public var spacing = Limits.spacing
        /// Seconds without work after which the thread ends.
        public var idleSeconds = Limits.idleSeconds

        /// The bounds of `Limits`.
        public init() {}
    }

    /// How we name ourselves: `Tidings/1.0 (+https://tidings.example/)`.
    public static func userAgent(version: String, address: String) -> String {
        "Tidings/\(version) (+\(address))"
    }

    private let mailbox: CurlMailbox

    /// A transport that names itself so.
    public init(userAgent: String, bounds: Bounds = Bounds()) {
        let proxies = ProxyEnvironment { name in getenv(name).map { String(cString: $0) } }
        mailbox = CurlMailbox(CurlSettings(userAgent: userAgent, bounds: bounds, proxies: proxies))
    }

    /// Asks once; the cancelled get their answer at once, and the connection is closed behind them.
    public func fetch(_ request: FetchRequest) async -> Result<FetchResponse, FetchFailure> {
        if let trouble = CurlTransport.trouble {
            return .failure(FetchFailure(.unavailable(trouble), at: request.address))
        }
        let id = mailbox.newID()
        let outcome = await withTaskCancellationHandler {
            await withCheckedContinuation { mailbox.submit(id, request, $0) }
        } onCancel: {
            mailbox.cancel(id)
        }
        return outcome.mapError { FetchFailure($0, at: request.address) }
    }

    /// Why there is no libcurl, if there is none.
    private static var trouble: String? {
        switch cc_open() {
        case Int32(CC_OK): nil
        case Int32(CC_TOO_OLD): "libcurl is too old; Tidings needs 7.68 or newer (package libcurl4)"
        default: "libcurl is not installed; fetching needs it (package libcurl4)"
        }
    }
}

/// What all transfers of a transport have in common.
struct CurlSettings: Sendable {
    let userAgent: String
    let bounds: CurlTransport.Bounds
    let proxies: ProxyEnvironment
}
