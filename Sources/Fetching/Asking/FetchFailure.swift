import News

/// Why an address did not give what was asked of it.
public struct FetchFailure: Error, Sendable, Hashable {
    /// What was asked; of a chain of redirects the hop that failed.
    public let address: WebAddress
    /// What happened.
    public let kind: Kind

    /// What can happen; the cases are what a caller can do differently.
    public enum Kind: Error, Sendable, Hashable {
        /// libcurl is not there, or too old; which package brings it.
        case unavailable(String)
        /// Whoever asked does not want it any more.
        case cancelled
        /// No connection: no such name, nobody there, no network.
        case unreachable(String)
        /// Too slow.
        case timedOut
        /// The certificate cannot be trusted, or TLS fails.
        case insecure(String)
        /// The answer ended early, is damaged, or is no HTTP.
        case broken(String)
        /// More than is ever taken: a body, its unpacked form, or headers.
        case tooLarge(String, limit: Int)
        /// A 200 with nothing in it.
        case empty
        /// A status that is no success, with the seconds of its `Retry-After`.
        case status(Int, retryAfter: Int64?)
        /// 410: it is gone for good.
        case gone
        /// 304 to a question that was not conditional.
        case notModifiedUnasked
        /// A redirect that is not followed, and why.
        case redirectRefused(String)
        /// A public address that leads into a private network.
        case privateNetwork
        /// What came is no feed; the reader's words.
        case notAFeed(String)

        /// Whether it says nothing about the feed: nobody tried.
        var isOurs: Bool {
            switch self {
            case .unavailable, .cancelled: true
            default: false
            }
        }

        /// Whether a server was bothered.
        var reachedServer: Bool {
            switch self {
            case .unavailable, .cancelled, .unreachable: false
            default: true
            }
        }
    }

    /// A failure at an address.
    public init(_ kind: Kind, at address: WebAddress) {
        self.address = address
        self.kind = kind
    }
}

extension FetchFailure: CustomStringConvertible {
    /// One sentence with the address in it.
    public var description: String { "\(address.withoutFragment): \(Line(reason))" }

    private var reason: String {
        switch kind {
        case .unavailable(let what): what
        case .cancelled: "no longer wanted"
        case .unreachable(let why): why
        case .timedOut: "no complete answer in time"
        case .insecure(let why): "the connection is not secure (\(why))"
        case .broken(let why): "the answer is damaged (\(why))"
        case .tooLarge(let what, let limit): "the \(what) is larger than \(FetchFailure.size(limit))"
        case .empty: "the answer is empty"
        case .status(let status, _): FetchFailure.words(for: status)
        case .gone: "gone for good (410)"
        case .notModifiedUnasked: "answered “not modified” to a first request"
        case .redirectRefused(let why): "redirect not followed: \(why)"
        case .privateNetwork: "leads from the public internet into a private network"
        case .notAFeed(let why): "no feed: \(why)"
        }
    }

    private static func size(_ bytes: Int) -> String {
        bytes >= 1 << 20 ? "\(bytes >> 20) MiB" : "\(bytes >> 10) KiB"
    }

    private static func words(for status: Int) -> String {
        switch status {
        case 401: "wants a password (401)"
        case 403: "forbidden (403)"
        case 404: "not found (404)"
        case 429: "asks to be left alone for a while (429)"
        case 500...599: "the server has a problem (\(status))"
        default: "answered with status \(status)"
        }
    }
}
