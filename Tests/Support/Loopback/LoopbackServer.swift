import Glibc
import News
import Synchronization

/// An HTTP server on 127.0.0.1 and a port of its own, for one test: a thread a connection, and a log of what
/// was asked.
final class LoopbackServer: Sendable {
    struct Request: Sendable {
        let path: String
        let head: String
        let connection: Int

        func field(_ name: String) -> String? {
            let start = "\r\n" + name.lowercased() + ": "
            guard let range = head.lowercased().firstRange(of: start) else { return nil }
            let offset = head.lowercased().distance(from: head.lowercased().startIndex, to: range.upperBound)
            return String(head.dropFirst(offset).prefix { $0 != "\r\n" && $0 != "\r" && $0 != "\n" })
        }
    }

    enum Reply: Sendable {
        /// These bytes; the connection stays.
        case bytes([UInt8])
        /// These bytes after so many milliseconds.
        case late([UInt8], milliseconds: UInt32)
        /// These bytes, then the connection closes.
        case last([UInt8])
        /// These bytes, then others again and again, with so many milliseconds between.
        case forever([UInt8], then: [UInt8], milliseconds: UInt32)
        /// The connection is reset.
        case reset

        static func ok(_ body: [UInt8], headers: [String] = []) -> Reply {
            .bytes(answer("200 OK", headers + ["Content-Length: \(body.count)"]) + body)
        }

        static func ok(_ body: String, headers: [String] = []) -> Reply {
            ok(Array(body.utf8), headers: headers)
        }

        static func empty(_ status: String, headers: [String] = []) -> Reply {
            .bytes(answer(status, headers + (status.hasPrefix("304") ? [] : ["Content-Length: 0"])))
        }

        static func answer(_ status: String, _ headers: [String]) -> [UInt8] {
            Array((["HTTP/1.1 \(status)"] + headers).joined(separator: "\r\n").utf8) + Array("\r\n\r\n".utf8)
        }
    }

    struct Log: Sendable {
        var requests: [Request] = []
        var connections = 0
        var live = 0
        var mostLive = 0
        var isStopped = false
    }

    let port: UInt16
    private let listener: Int32
    private let log = Mutex(Log())
    private let respond: @Sendable (Request) -> Reply

    init(_ respond: @escaping @Sendable (Request) -> Reply) throws {
        self.respond = respond
        listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        var place = sockaddr_in()
        place.sin_family = sa_family_t(AF_INET)
        place.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let descriptor = listener
        let status = withUnsafeMutablePointer(to: &place) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, size) | listen(descriptor, 64) | getsockname(descriptor, $0, &size)
            }
        }
        guard status == 0 else { throw ServerError() }
        port = UInt16(bigEndian: place.sin_port)
        detach { [self] in accepting() }
    }

    struct ServerError: Error {}

    func address(_ path: String = "/feed.xml") throws -> WebAddress {
        guard let address = WebAddress("http://127.0.0.1:\(port)\(path)") else { throw ServerError() }
        return address
    }

    var seen: Log { log.withLock { $0 } }

    func stop() {
        log.withLock { $0.isStopped = true }
        // The accepting thread closes it: closed here, its number could be another test's socket by then.
        shutdown(listener, Int32(SHUT_RDWR))
    }

    private func accepting() {
        while true {
            let connection = accept(listener, nil, nil)
            guard connection >= 0 else {
                close(listener)
                return
            }
            let number = log.withLock { log in
                log.connections += 1
                return log.connections
            }
            detach { [self] in
                talk(connection, number)
                close(connection)
            }
        }
    }

    private func talk(_ connection: Int32, _ number: Int) {
        var buffer: [UInt8] = []
        while let head = nextHead(connection, &buffer) {
            let words = head.split(separator: " ")
            let request = Request(
                path: words.count > 1 ? String(words[1]) : "", head: head, connection: number)
            log.withLock { log in
                log.requests.append(request)
                log.live += 1
                log.mostLive = max(log.mostLive, log.live)
            }
            let stays = play(respond(request), connection)
            log.withLock { $0.live -= 1 }
            guard stays else { return }
        }
    }

    private func nextHead(_ connection: Int32, _ buffer: inout [UInt8]) -> String? {
        while true {
            if let end = buffer.firstRange(of: Array("\r\n\r\n".utf8)) {
                let head = String(decoding: buffer[..<end.lowerBound], as: UTF8.self)
                buffer.removeSubrange(..<end.upperBound)
                return head + "\r\n"
            }
            var chunk = [UInt8](repeating: 0, count: 4096)
            let count = recv(connection, &chunk, chunk.count, 0)
            guard count > 0 else { return nil }
            buffer += chunk.prefix(count)
        }
    }

    private func play(_ reply: Reply, _ connection: Int32) -> Bool {
        switch reply {
        case .bytes(let bytes): return push(bytes, connection)
        case .late(let bytes, let milliseconds):
            usleep(milliseconds * 1000)
            return push(bytes, connection)
        case .last(let bytes):
            _ = push(bytes, connection)
            return false
        case .forever(let first, let next, let milliseconds):
            var goesOn = push(first, connection)
            while goesOn && !log.withLock({ $0.isStopped }) {
                goesOn = push(next, connection)
                if milliseconds > 0 { usleep(milliseconds * 1000) }
            }
            return false
        case .reset:
            var now = linger(l_onoff: 1, l_linger: 0)
            setsockopt(connection, SOL_SOCKET, SO_LINGER, &now, socklen_t(MemoryLayout<linger>.size))
            return false
        }
    }

    private func push(_ bytes: [UInt8], _ connection: Int32) -> Bool {
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes {
                send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { return false }
            sent += count
        }
        return true
    }

    private func detach(_ work: @escaping @Sendable () -> Void) {
        final class Box: Sendable {
            let work: @Sendable () -> Void
            init(_ work: @escaping @Sendable () -> Void) { self.work = work }
        }
        var thread = pthread_t()
        let box = Unmanaged.passRetained(Box(work)).toOpaque()
        pthread_create(
            &thread, nil,
            { argument in
                if let argument { Unmanaged<Box>.fromOpaque(argument).takeRetainedValue().work() }
                return nil
            }, box)
        pthread_detach(thread)
    }
}
