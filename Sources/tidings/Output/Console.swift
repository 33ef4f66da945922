import Glibc
import News

/// The two ways out: data on standard output, talk on standard error.
enum Console {
    /// A line for a person, on standard error.
    ///
    /// Controls in it never reach the terminal.
    static func say(_ text: String) {
        write("tidings: " + Prose(text).text + "\n", to: STDERR_FILENO)
    }

    /// A line of progress or a summary, on standard error.
    static func note(_ text: String) {
        write(Prose(text).text + "\n", to: STDERR_FILENO)
    }

    /// Whether a person watches standard error.
    static let isWatched = isatty(STDERR_FILENO) == 1

    /// A line that the next one replaces; only for a terminal.
    @Sendable static func progress(_ text: String) {
        if isWatched { write("\r" + Line(text).text + "\u{1B}[K", to: STDERR_FILENO) }
    }

    /// Takes that line away.
    static func endProgress() {
        if isWatched { write("\r\u{1B}[K", to: STDERR_FILENO) }
    }

    /// A line of data.
    ///
    /// A reader that has gone away ends the program quietly, as it does every filter.
    static func print(_ text: String) {
        write(text + "\n", to: STDOUT_FILENO)
    }

    /// Data as it is.
    @Sendable static func data(_ bytes: [UInt8]) { write(bytes, to: STDOUT_FILENO) }

    private static func write(_ text: String, to descriptor: Int32) {
        write(Array(text.utf8), to: descriptor)
    }

    private static func write(_ bytes: [UInt8], to descriptor: Int32) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if written < 0 {
                if errno == EINTR || errno == EAGAIN { continue }
                exit(descriptor == STDOUT_FILENO && errno == EPIPE ? 0 : 74)
            }
            rest = rest.dropFirst(written)
        }
    }
}
