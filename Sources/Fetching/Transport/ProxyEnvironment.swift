import News

/// Whether a proxy stands between us and an address, by the variables that libcurl itself obeys.
///
/// Behind a proxy the address that a socket connects to says nothing about the server.
struct ProxyEnvironment: Sendable {
    private let http: Bool
    private let https: Bool
    private let exceptions: [String]

    /// Reads the variables by the function that gives one.
    init(_ variable: (String) -> String?) {
        func isSet(_ names: [String]) -> Bool { names.contains { variable($0)?.isEmpty == false } }
        // HTTP_PROXY in capitals could be a request's `Proxy:` header in CGI; libcurl does not read it
        // either.
        http = isSet(["http_proxy", "all_proxy", "ALL_PROXY"])
        https = isSet(["https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"])
        let list = variable("no_proxy") ?? variable("NO_PROXY") ?? ""
        exceptions = list.lowercased().split(whereSeparator: { $0 == "," || $0 == " " }).map(String.init)
    }

    /// Whether requests to an address go through a proxy.
    func covers(_ address: WebAddress) -> Bool {
        guard address.scheme == "https" ? https : http else { return false }
        let host = address.host
        return !exceptions.contains { entry in
            let name = entry.first == "." ? String(entry.dropFirst()) : entry
            return entry == "*" || host == name || host.hasSuffix("." + name)
        }
    }
}
