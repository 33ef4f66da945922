import Glibc

/// A program on a terminal of its own, and when what it wrote arrived.
final class TimedTerminal {
    /// What a program wrote until it was quiet.
    struct Burst {
        /// Seconds from the start or the key to the end of the frame.
        var seconds: Double
        /// CPU seconds of the program until then, of all its threads.
        var cpu: Double
        /// CPU seconds until it was quiet: what a program does after the frame is a cost too.
        var cpuInAll: Double
        var bytes: Int
    }

    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    private static let patience = 60.0
    private let process: pid_t
    private let master: Int32
    private var since: Double
    private var cpuBefore = 0.0

    init(_ arguments: [String], environment: [String], columns: UInt16 = 160, rows: UInt16 = 50) throws {
        var ends: (master: Int32, slave: Int32) = (-1, -1)
        var name = [CChar](repeating: 0, count: 256)
        var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
        guard openpty(&ends.master, &ends.slave, &name, nil, &size) == 0 else {
            throw Failure(description: "no pseudo terminal")
        }
        master = ends.master
        for descriptor in [ends.master, ends.slave] { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
        since = Self.now()
        process = try Child.spawn(
            arguments, environment: environment + ["TERM=xterm-256color"],
            terminal: String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self))
        Glibc.close(ends.slave)
    }

    deinit {
        kill(process, SIGKILL)
        var status: Int32 = 0
        waitpid(process, &status, 0)
        Glibc.close(master)
    }

    /// Types; the time counts from here.
    func send(_ text: String) {
        cpuBefore = cpu
        since = Self.now()
        _ = write(master, text, text.utf8.count)
    }

    /// Waits for the frame: until nothing came for so many milliseconds after all the texts were seen.
    ///
    /// The frame ends with its last byte before a pause of so many seconds.
    func frame(with texts: [String] = [], pause: Double = 0.003, quiet: Int32 = 60) throws -> Burst {
        var bytes: [UInt8] = []
        var last: Double?
        var cpuThen = cpuBefore
        var isSettled = false
        var wanted = texts.map { Array($0.utf8) }
        let start = since
        while Self.now() - start < Self.patience {
            var polled = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
            guard poll(&polled, 1, quiet) > 0 else {
                guard let last, wanted.isEmpty else { continue }
                return Burst(
                    seconds: last - start, cpu: cpuThen - cpuBefore, cpuInAll: cpu - cpuBefore,
                    bytes: bytes.count)
            }
            var buffer = [UInt8](repeating: 0, count: 65_536)
            let count = read(master, &buffer, buffer.count)
            guard count > 0 else { throw Failure(description: "it ended: \(Self.tail(bytes))") }
            let moment = Self.now()
            let from = max(0, bytes.count - 200)
            bytes += buffer[..<count]
            let hadAll = wanted.isEmpty
            wanted.removeAll { text in Self.contains(text, in: bytes[from...]) }
            if let before = last, hadAll, moment - before > pause { isSettled = true }
            if !isSettled { (last, cpuThen) = (moment, cpu) }
        }
        throw Failure(description: "no frame: \(Self.tail(bytes))")
    }

    /// Reads away what comes until nothing came for half a second.
    func rest() {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        var polled = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
        while poll(&polled, 1, 500) > 0, read(master, &buffer, buffer.count) > 0 {}
    }

    /// CPU seconds of the program so far.
    var cpu: Double {
        var clock = clockid_t()
        var time = timespec()
        guard clock_getcpuclockid(process, &clock) == 0, clock_gettime(clock, &time) == 0 else { return 0 }
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    /// Megabytes of memory the program has now.
    var megabytes: Double { Child.megabytes(of: process, "VmRSS:") }

    private static func now() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    private static func contains(_ wanted: [UInt8], in bytes: ArraySlice<UInt8>) -> Bool {
        guard bytes.count >= wanted.count, let first = wanted.first else { return wanted.isEmpty }
        return bytes.indices.dropLast(wanted.count - 1).contains {
            bytes[$0] == first && bytes[$0..<$0 + wanted.count].elementsEqual(wanted)
        }
    }

    private static func tail(_ bytes: [UInt8]) -> String {
        String(decoding: bytes.suffix(600), as: UTF8.self).debugDescription
    }
}
