/// Bounds on how often, how long and how much is asked of a server, and on what its answers may do to us.
public enum Limits {
    // MARK: When

    /// Nobody is asked again within 15 minutes: no feed is that urgent, and servers count hasty readers.
    public static let floor: Int64 = 15 * 60
    /// An hour is right for a feed of which nothing is known yet.
    public static let usualInterval: Int64 = 3600
    /// Even a feed that has been silent for years is asked once a week.
    public static let ceiling: Int64 = 7 * 86_400
    /// No header and no element of a feed silences it for longer; a date further off is a broken clock.
    public static let longestWait: Int64 = 8 * 86_400
    /// A feed is asked again after 1/24 of its silence: news comes late by 4 % of the time it took at the
    /// most.
    static let silenceShare: Int64 = 24
    /// The first wait after a failure, doubled by each that follows.
    static let firstBackoff: Int64 = 3600
    /// A failure that reached no server bothered nobody: often it is our own line that is down.
    static let firstBackoffUnreached: Int64 = floor
    /// A feed that heals is found to have healed within a day.
    static let longestBackoff: Int64 = 86_400
    /// A host that says 429 without saying until when.
    static let bareRest: Int64 = 3600
    /// A host that says 503 without saying until when; the feed that met it waits longer.
    static let bareOutage: Int64 = floor
    /// Next dates are spread by a tenth, so that a thousand readers do not meet on the hour.
    static let jitterShare = 0.1
    /// The spread is an hour at the most, so that “daily” stays daily.
    static let longestJitter: Int64 = 3600
    /// After 30 days of 304 the feed is asked once without validators: some servers' are stuck.
    static let longestConditional: Int64 = 30 * 86_400
    /// A record this far ahead of the clock was not written under this clock.
    static let clockTolerance: Int64 = 300

    // MARK: How

    /// To open a connection.
    public static let connectSeconds = 10.0
    /// The whole exchange, with its redirects.
    public static let exchangeSeconds = 30.0
    /// A body as it travels; the largest feeds of the wild are about 10 MiB.
    public static let packedBytes = 16 << 20
    /// A picture: press photographs have five million bytes.
    public static let pictureBytes = 8 << 20
    /// A body unpacked: what a bomb may take of memory.
    public static let unpackedBytes = 32 << 20
    /// All header lines of an answer.
    public static let headerBytes = 64 << 10
    /// Header fields of an answer; servers send thirty.
    static let headerFields = 500
    /// A validator longer than this is not kept, so that requests stay requests.
    static let validatorBytes = 4096
    /// Redirects followed; browsers follow 20, honest chains have two.
    public static let redirects = 10
    /// Connections to one host, and in all.
    public static let perHost = 2
    /// Requests under way in all.
    public static let atOnce = 16
    /// Requests to one host that may follow each other at once; after that they are spaced.
    static let burst = 8
    /// Seconds between later requests to one host.
    static let spacing = 0.2
    /// Connections kept open for the next request: hosts take turns, so a host's next turn may come late.
    static let keptConnections = 256
    /// Seconds without work after which connections are closed and the thread ends.
    static let idleSeconds = 10.0
    /// Links of one `Link` field; a real one names three.
    static let links = 64
}
