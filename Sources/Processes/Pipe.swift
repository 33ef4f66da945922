import Glibc

/// A pipe to or from a child; no other child inherits its ends.
public struct Pipe: Sendable {
    /// Where it is read.
    public let output: Int32
    /// Where it is written.
    public let input: Int32

    /// A new one; nothing when the system has none left, and `errno` says why.
    public init?() {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { return nil }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        (output, input) = (ends[0], ends[1])
    }

    /// What a descriptor gives up to its end, or until there is enough of it.
    ///
    /// - Parameters:
    ///   - descriptor: Of a pipe or a file.
    ///   - limit: Bytes that are enough; some more may come.
    ///   - seconds: How long to wait for the last of them.
    /// - Returns: The bytes; nothing when they did not come in time.
    public static func bytes(from descriptor: Int32, limit: Int, seconds: Double) -> [UInt8]? {
        let deadline = ContinuousClock.now + .seconds(seconds)
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 64 << 10)
        while bytes.count < limit {
            let left = (deadline - ContinuousClock.now) / .milliseconds(1)
            guard left > 0 else { return nil }
            var wish = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            let ready = poll(&wish, 1, Int32(left.rounded(.up)))
            if ready < 0, errno == EINTR { continue }
            guard ready > 0 else { return nil }
            let count = read(descriptor, &piece, piece.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return count == 0 ? bytes : nil }
            bytes += piece.prefix(count)
        }
        return bytes
    }
}
