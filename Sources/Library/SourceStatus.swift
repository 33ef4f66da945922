import Fetching
import News

/// How a source is: well, or what is wrong with it.
public enum SourceStatus: String, Sendable, CaseIterable {
    /// It was never asked.
    case new
    /// The last answer was good.
    case well
    /// Its server said that it is gone for good (410).
    case gone
    /// No such name, nobody there, or no network.
    case unreachable
    /// No whole answer in time.
    case slow
    /// Its certificate cannot be trusted.
    case insecure
    /// The answer was damaged or empty.
    case damaged
    /// The answer was larger than any that is taken.
    case tooLarge = "too-large"
    /// A redirect that is not followed.
    case misdirected
    /// What came is no feed.
    case noFeed = "no-feed"
    /// It wants a password (401).
    case locked
    /// It refuses us (403).
    case forbidden
    /// It is not there (404).
    case missing
    /// It asks to be left alone (429).
    case resting
    /// Its server has a problem (5xx).
    case broken
    /// Any other status.
    case refused
    /// The password cannot be had.
    case noPassword = "no-password"
    /// Nothing can be fetched on this machine.
    case noTransport = "no-transport"

    /// What a failure makes of a source.
    init(_ failure: FetchFailure) {
        self =
            switch failure.kind {
            case .unavailable, .cancelled: .noTransport
            case .unreachable: .unreachable
            case .timedOut: .slow
            case .insecure: .insecure
            case .broken, .empty, .notModifiedUnasked: .damaged
            case .tooLarge: .tooLarge
            case .status(let status, _): SourceStatus(httpStatus: status)
            case .gone: .gone
            case .redirectRefused, .privateNetwork: .misdirected
            case .notAFeed: .noFeed
            }
    }

    private init(httpStatus: Int) {
        self =
            switch httpStatus {
            case 401: .locked
            case 403: .forbidden
            case 404: .missing
            case 429: .resting
            case 500...599: .broken
            default: .refused
            }
    }

    /// Whether something is wrong.
    public var isFailing: Bool { self != .new && self != .well }

    /// What a person can do about it.
    public var remedy: Line? {
        switch self {
        case .new, .well: nil
        case .gone: "it will not be asked again; remove it, its articles stay"
        case .unreachable: "check the address, and whether this machine is on line"
        case .slow: "nothing to do, it is asked again by itself; if it stays so, remove it"
        case .insecure: "look at the site in a browser; its owner has to renew the certificate"
        case .damaged, .broken, .refused: "nothing to do, it is asked again by itself"
        case .tooLarge: "look for a shorter feed of this site"
        case .misdirected: "add the place it leads to, if you trust it"
        case .noFeed: "the feed may have moved: add the site's page, which finds it again"
        case .locked: "set SOURCE --user NAME --password-command COMMAND"
        case .forbidden: "it may refuse programs: set SOURCE --user-agent NAME, or remove it"
        case .missing: "the feed may have moved: add the site's page, which finds it again"
        case .resting: "nothing to do, its server's wish is kept; a longer interval helps: set SOURCE --every"
        case .noPassword: "mend the command or the file that gives the password"
        case .noTransport: "install libcurl (package libcurl4)"
        }
    }
}
