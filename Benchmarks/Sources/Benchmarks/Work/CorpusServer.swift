import Foundation
import Glibc
import Synchronization

/// Serves a folder of feeds on all addresses of this machine's loopback, with validators; a thread a connection.
final class CorpusServer: Sendable {
    struct Failure: Error {}

    let port: UInt16
    private let listener: Int32
    private let files: [String: Data]
    private let isOver = Mutex(false)

    init(folder: String) throws {
        var files: [String: Data] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
            files["/" + name] = try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name))
        }
        self.files = files
        listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        var place = sockaddr_in()
        place.sin_family = sa_family_t(AF_INET)
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let descriptor = listener
        let status = withUnsafeMutablePointer(to: &place) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, size) | listen(descriptor, 512) | getsockname(descriptor, $0, &size)
            }
        }
        guard status == 0 else { throw Failure() }
        port = UInt16(bigEndian: place.sin_port)
        Thread.detachNewThread { [self] in
            while case let connection = accept(listener, nil, nil), connection >= 0, !isOver.withLock({ $0 })
            {
                Thread.detachNewThread { [self] in serve(connection) }
            }
        }
    }

    /// Takes no more connections.
    func stop() {
        isOver.withLock { $0 = true }
        shutdown(listener, Int32(SHUT_RDWR))
        close(listener)
    }

    private func serve(_ connection: Int32) {
        defer { close(connection) }
        var on: Int32 = 1
        setsockopt(connection, Int32(IPPROTO_TCP), TCP_NODELAY, &on, socklen_t(MemoryLayout<Int32>.size))
        var text = ""
        var buffer = [UInt8](repeating: 0, count: 8192)
        while true {
            guard let end = text.range(of: "\r\n\r\n") else {
                let count = read(connection, &buffer, buffer.count)
                guard count > 0 else { return }
                text += String(decoding: buffer[..<count], as: UTF8.self)
                continue
            }
            let head = text[..<end.lowerBound]
            text = String(text[end.upperBound...])
            guard send(answer(to: head), to: connection) else { return }
        }
    }

    private func answer(to head: Substring) -> Data {
        let path = head.split(separator: " ", maxSplits: 2).dropFirst().first.map(String.init) ?? ""
        guard let body = files[path] else {
            return Data("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n".utf8)
        }
        let tag = "\"\(body.count)\""
        if head.contains(tag) { return Data("HTTP/1.1 304 Not Modified\r\nETag: \(tag)\r\n\r\n".utf8) }
        return Data(
            """
            HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\nETag: \(tag)\r\n\
            Content-Length: \(body.count)\r\n\r\n
            """.utf8) + body
    }

    private func send(_ data: Data, to connection: Int32) -> Bool {
        data.withUnsafeBytes { bytes in
            var sent = 0
            while sent < bytes.count, let start = bytes.baseAddress {
                let count = Glibc.send(
                    connection, start + sent, bytes.count - sent, Int32(MSG_NOSIGNAL))
                guard count > 0 else { return false }
                sent += count
            }
            return true
        }
    }
}
