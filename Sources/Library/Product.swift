import Fetching

/// How Tidings names itself to servers.
public enum Product {
    /// The version; packages and the manual page have it from here.
    public static let version = "0.1.0"
    /// Where its makers can be reached by those whose servers it bothers.
    public static let address = "https://tidings.example/"

    static var userAgent: String { CurlTransport.userAgent(version: version, address: address) }
}
