import CCurl
import Glibc
import News

/// One transfer of libcurl: its options, what its callbacks gather, and what its end means.
final class CurlTransfer {
    let id: Int
    var address: WebAddress { request.address }
    private var mostBytes: Int { min(bounds.packedBytes, request.mostBytes) }
    private let request: FetchRequest
    private let bounds: CurlTransport.Bounds
    private var lines: UnsafeMutablePointer<curl_slist>?
    private var headers = HeaderFields()
    private var headerBytes = 0
    private var body: [UInt8] = []
    private var excess: FetchFailure.Kind?
    private var hasMetPrivateNetwork = false

    init(id: Int, request: FetchRequest, bounds: CurlTransport.Bounds) {
        self.id = id
        self.request = request
        self.bounds = bounds
    }

    /// Sets every option; the handle must be new or reset.
    func prepare(_ easy: UnsafeMutableRawPointer, _ settings: CurlSettings) {
        cc_set_text(easy, CURLOPT_URL, address.withoutFragment.encoded)
        cc_set_text(easy, CURLOPT_PROTOCOLS_STR, "http,https")
        cc_set_text(easy, CURLOPT_USERAGENT, request.options.userAgent ?? settings.userAgent)
        // The address is asked for as it stands, dots and all: servers sign them.
        cc_set_long(easy, CURLOPT_PATH_AS_IS, 1)
        cc_set_long(easy, CURLOPT_FOLLOWLOCATION, 0)
        cc_set_long(easy, CURLOPT_NOSIGNAL, 1)
        // Else the end of a transfer would wait for the resolver.
        cc_set_long(easy, CURLOPT_QUICK_EXIT, 1)
        cc_set_long(easy, CURLOPT_SUPPRESS_CONNECT_HEADERS, 1)
        let version = cc_version() < 0x08_0000 ? CURL_HTTP_VERSION_1_1 : CURL_HTTP_VERSION_2TLS
        cc_set_long(easy, CURLOPT_HTTP_VERSION, version)
        cc_set_long(easy, CURLOPT_TIMEOUT_MS, max(1, Int(request.seconds * 1000)))
        cc_set_long(easy, CURLOPT_CONNECTTIMEOUT_MS, max(1, Int(bounds.connectSeconds * 1000)))
        cc_set_large(easy, CURLOPT_MAXFILESIZE_LARGE, Int(mostBytes))
        if let credentials = request.credentials {
            cc_set_long(easy, CURLOPT_HTTPAUTH, 1)
            cc_set_text(easy, CURLOPT_USERNAME, credentials.user)
            cc_set_text(easy, CURLOPT_PASSWORD, credentials.password)
        }
        prepareLines(easy)
        prepareCallbacks(easy, isProxied: settings.proxies.covers(address))
    }

    /// Gives back what libcurl does not own.
    func release() {
        cc_list_free(lines)
        lines = nil
    }

    /// What the end of the transfer means.
    func outcome(of easy: UnsafeMutableRawPointer, _ code: CURLcode, isProxied: Bool) -> CurlMailbox.Outcome {
        if let excess { return .failure(excess) }
        guard code == CURLE_OK else { return .failure(meaning(of: code)) }
        var status = 0
        cc_get_long(easy, CURLINFO_RESPONSE_CODE, &status)
        var peer: IPAddress?
        var text: UnsafePointer<CChar>?
        if !isProxied, cc_get_text(easy, CURLINFO_PRIMARY_IP, &text) == CURLE_OK, let text {
            let number = String(cString: text)
            peer = IPAddress(host: number.contains(":") ? "[\(number)]" : number)
        }
        return .success(FetchResponse(status: status, headers: headers, body: body, peer: peer))
    }

    // MARK: What callbacks bring

    /// A header line; a new status line (after 100, 103 or a proxy's answer) begins anew.
    ///
    /// False ends the transfer.
    fileprivate func take(line: UnsafeBufferPointer<UInt8>) -> Bool {
        headerBytes += line.count
        guard headerBytes <= bounds.headerBytes else {
            excess = .tooLarge("header", limit: bounds.headerBytes)
            return false
        }
        if line.starts(with: "HTTP/".utf8) {
            headers = HeaderFields()
        } else {
            headers.add(line: Array(line))
        }
        return true
    }

    fileprivate func take(part: UnsafeBufferPointer<UInt8>) -> Bool {
        guard body.count + part.count <= mostBytes else {
            excess = .tooLarge("body", limit: mostBytes)
            return false
        }
        body.append(contentsOf: part)
        return true
    }

    /// Whether a connection may be opened: after the name was resolved, so that no name can lie about its
    /// place.
    fileprivate func allows(_ address: IPAddress?) -> Bool {
        if let address, !address.isPrivate { return true }
        hasMetPrivateNetwork = true
        return false
    }

    // MARK: -

    private func prepareLines(_ easy: UnsafeMutableRawPointer) {
        let fields = [
            ("Accept", Array(request.accept.value.utf8)),
            ("Accept-Encoding", Array(ContentCoding.offered.utf8)),
        ]
        let written = (fields + request.validators.fields).map { Array("\($0): ".utf8) + $1 }
        for field in written + request.options.headers.map({ Array($0.utf8) }) {
            let line = (field + [0]).map { CChar(bitPattern: $0) }
            if let longer = cc_list_append(lines, line) { lines = longer }
        }
        cc_set_list(easy, CURLOPT_HTTPHEADER, lines)
    }

    private func prepareCallbacks(_ easy: UnsafeMutableRawPointer, isProxied: Bool) {
        cc_set_taker(easy, CURLOPT_HEADERFUNCTION) { bytes, size, count, context in
            CurlTransfer.feed(bytes, size * count, context) { $0.take(line: $1) }
        }
        cc_set_taker(easy, CURLOPT_WRITEFUNCTION) { bytes, size, count, context in
            CurlTransfer.feed(bytes, size * count, context) { $0.take(part: $1) }
        }
        cc_set_context(easy, Unmanaged.passUnretained(self).toOpaque())
        guard !request.allowsPrivateNetwork, !isProxied else { return }
        // A kept connection has been opened for somebody else, under other rules.
        cc_set_long(easy, CURLOPT_FRESH_CONNECT, 1)
        cc_set_opener(easy) { context, _, target in
            guard let target, let transfer = CurlTransfer.at(context),
                transfer.allows(CurlTransfer.number(of: target))
            else { return -1 }
            let kind = target.pointee.socktype | Int32(SOCK_CLOEXEC.rawValue)
            return socket(target.pointee.family, kind, target.pointee.`protocol`)
        }
    }

    private static func at(_ context: UnsafeMutableRawPointer?) -> CurlTransfer? {
        context.map { Unmanaged<CurlTransfer>.fromOpaque($0).takeUnretainedValue() }
    }

    /// Hands bytes to the transfer; fewer bytes taken than given tell libcurl to stop.
    private static func feed(
        _ bytes: UnsafeMutablePointer<CChar>?, _ count: Int, _ context: UnsafeMutableRawPointer?,
        _ take: (CurlTransfer, UnsafeBufferPointer<UInt8>) -> Bool
    ) -> Int {
        guard count > 0, let bytes, let transfer = at(context) else { return 0 }
        return bytes.withMemoryRebound(to: UInt8.self, capacity: count) {
            take(transfer, UnsafeBufferPointer(start: $0, count: count)) ? count : 0
        }
    }

    private static func number(of target: UnsafePointer<curl_sockaddr>) -> IPAddress? {
        var bytes = [UInt8](repeating: 0, count: 16)
        let count = Int(cc_number(target, &bytes))
        return IPAddress(bytes: Array(bytes.prefix(count)))
    }

    private func meaning(of code: CURLcode) -> FetchFailure.Kind {
        let words = String(cString: cc_words(code))
        switch code {
        case CURLE_COULDNT_CONNECT where hasMetPrivateNetwork: return .privateNetwork
        case CURLE_COULDNT_RESOLVE_HOST: return .unreachable("no host of this name was found")
        case CURLE_COULDNT_RESOLVE_PROXY: return .unreachable("the proxy was not found")
        case CURLE_COULDNT_CONNECT: return .unreachable("nobody answers there")
        case CURLE_OPERATION_TIMEDOUT: return .timedOut
        case CURLE_FILESIZE_EXCEEDED: return .tooLarge("body", limit: mostBytes)
        case CURLE_PEER_FAILED_VERIFICATION: return .insecure("its certificate cannot be trusted")
        case CURLE_SSL_CONNECT_ERROR, CURLE_SSL_CERTPROBLEM,
            CURLE_SSL_CIPHER, CURLE_SSL_ENGINE_NOTFOUND, CURLE_SSL_CACERT_BADFILE, CURLE_SSL_ISSUER_ERROR,
            CURLE_SSL_INVALIDCERTSTATUS, CURLE_SSL_PINNEDPUBKEYNOTMATCH:
            return .insecure(words)
        case CURLE_PARTIAL_FILE: return .broken("it ended early")
        case CURLE_GOT_NOTHING: return .broken("the server closed the connection")
        case CURLE_RECV_ERROR, CURLE_SEND_ERROR: return .broken("the connection was lost")
        case CURLE_UNSUPPORTED_PROTOCOL, CURLE_WEIRD_SERVER_REPLY: return .broken("it is no HTTP")
        default: return .broken(words)
        }
    }
}
