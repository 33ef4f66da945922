import News

/// What asking for one address comes to, over all its redirects.
enum Answer: Sendable {
    /// A body to be read.
    case whole(WholeAnswer)
    /// Nothing new; the header fields of the 304.
    case notModified(HeaderFields)
    /// Nothing at all.
    case failed(FetchFailure)
}

/// A body with what is needed to read it, and to remember where it came from.
struct WholeAnswer: Sendable {
    let headers: HeaderFields
    let body: [UInt8]
    /// Where the body stood, in the end: what its references are relative to.
    let address: WebAddress
    /// Where lasting redirects led, to be adopted once a feed was read there.
    let lasting: WebAddress?
    /// Not for a 226, which is a part only.
    let keepsValidators: Bool
}

/// What the answers of a server mean: each response leads to the next request or to the end.
///
/// Pure: it sends nothing, and the clock is an argument.
struct Exchange: Sendable {
    enum Step: Sendable {
        case follow
        case done(Answer)
    }

    private let home: WebAddress
    private let credentials: Credentials?
    private let validators: Validators
    private let options: RequestOptions
    private let accept: FetchRequest.Accept
    private var place: WebAddress
    private var visited: Set<WebAddress>
    private var lasting: WebAddress?
    private var isAllLasting = true
    private var isHomePrivate: Bool
    private let isUsersOwn: Bool

    /// An exchange.
    ///
    /// - Parameters:
    ///   - address: What is asked for.
    ///   - credentials: For this place only.
    ///   - validators: To make it conditional.
    ///   - options: What else is sent; header fields to this place only.
    ///   - accept: What is welcome.
    ///   - isUsersOwn: Whether the user wrote the address. One that a stranger wrote, or a redirect of a
    ///     public one, leads into no private network.
    init(
        _ address: WebAddress, credentials: Credentials? = nil, validators: Validators = Validators(),
        options: RequestOptions = RequestOptions(), accept: FetchRequest.Accept = .feed,
        isUsersOwn: Bool = true
    ) {
        home = address.withoutFragment
        self.credentials = credentials
        self.validators = validators
        self.options = options
        self.accept = accept
        place = home
        visited = [home]
        isHomePrivate = isUsersOwn && home.isOfPrivateNetwork
        self.isUsersOwn = isUsersOwn
    }

    /// Why nothing is to be sent at all.
    var refusal: FetchFailure? {
        !isUsersOwn && home.isOfPrivateNetwork ? FetchFailure(.privateNetwork, at: home) : nil
    }

    /// The request to send now.
    func request(seconds: Double = Limits.exchangeSeconds) -> FetchRequest {
        let isTrusted = place.isTrusted(with: home)
        return FetchRequest(
            place, validators: validators, credentials: isTrusted ? credentials : nil,
            options: isTrusted ? options : RequestOptions(userAgent: options.userAgent), accept: accept,
            allowsPrivateNetwork: isUsersOwn && (place == home || isHomePrivate),
            seconds: seconds)
    }

    /// Takes the answer to that request.
    mutating func receive(_ response: FetchResponse, at now: Timestamp) -> Step {
        if isUsersOwn, place == home, let peer = response.peer, peer.isPrivate { isHomePrivate = true }
        switch response.status {
        case 200, 203, 226: return .done(whole(response))
        case 204, 205: return fail(.empty)
        case 304:
            return validators.isEmpty ? fail(.notModifiedUnasked) : .done(.notModified(response.headers))
        case 301, 308: return follow(response.headers["location"], isLasting: true)
        case 302, 303, 307: return follow(response.headers["location"], isLasting: false)
        case 410 where isAllLasting: return fail(.gone)
        default:
            let pause = Freshness.retryAfter(of: response.headers, now: now)
            return fail(.status(response.status, retryAfter: pause))
        }
    }

    private func whole(_ response: FetchResponse) -> Answer {
        let body: [UInt8]
        do {
            body = try ContentCoding.unpack(response)
        } catch {
            return .failed(FetchFailure(error, at: place))
        }
        if body.isEmpty { return .failed(FetchFailure(.empty, at: place)) }
        return .whole(
            WholeAnswer(
                headers: response.headers, body: body, address: place, lasting: lasting,
                keepsValidators: response.status != 226))
    }

    private mutating func follow(_ location: String?, isLasting: Bool) -> Step {
        guard let location, !location.isEmpty else { return fail(.broken("a redirect to nowhere")) }
        guard let target = WebAddress(location, relativeTo: place)?.withoutFragment else {
            return fail(.redirectRefused("\(Line(location.prefix(100))) is no web address"))
        }
        let hasSecrets = credentials != nil || !options.headers.isEmpty
        if target.scheme == "http", place.scheme == "https", hasSecrets {
            return fail(.redirectRefused("it leads from https to http, and a password is kept for it"))
        }
        if target.isOfPrivateNetwork && !isHomePrivate { return fail(.privateNetwork) }
        guard !visited.contains(target) else { return fail(.redirectRefused("it goes in a circle")) }
        guard visited.count <= Limits.redirects else {
            return fail(.redirectRefused("more than \(Limits.redirects) in a row"))
        }
        visited.insert(target)
        place = target
        // Once temporary, always temporary: what a passing place says of itself does not bind home.
        isAllLasting = isAllLasting && isLasting
        if isAllLasting { lasting = target }
        return .follow
    }

    private func fail(_ kind: FetchFailure.Kind) -> Step { .done(.failed(FetchFailure(kind, at: place))) }
}

extension WebAddress {
    /// Whether its host is by its very letters one of a private network.
    fileprivate var isOfPrivateNetwork: Bool {
        let name = host.last == "." ? String(host.dropLast()) : host
        if name == "localhost" || name.hasSuffix(".localhost") { return true }
        return IPAddress(host: name)?.isPrivate ?? false
    }

    /// Whether a password for `home` may be sent here: the same place, or the same host by https.
    fileprivate func isTrusted(with home: WebAddress) -> Bool {
        origin == home.origin || (origin == "https://" + home.host && home.origin == "http://" + home.host)
    }

    private var origin: String {
        String(text.prefix(scheme.count + 3))
            + text.dropFirst(scheme.count + 3).prefix { !"/?#".contains($0) }
    }
}
