import Glibc
import Synchronization

/// A program on a terminal of its own: what it writes is gathered, what a person would type is sent.
///
/// Waits are for something to appear, with a deadline that only a broken program meets.
public final class PseudoTerminal {
    /// What did not happen, with the end of what was written.
    public struct Failure: Error, CustomStringConvertible {
        /// One sentence.
        public let description: String
    }

    /// The program.
    public let process: pid_t
    private let master: Int32
    private let slave: Int32
    private let life: Int32
    private let before: termios
    private var seen = 0
    private var bytes: [UInt8] = []
    private static let patience: Int32 = 30_000

    /// Starts a program in a new session whose terminal this is.
    public init(
        _ arguments: [String], columns: UInt16 = 60, rows: UInt16 = 16, environment: [String] = [],
        input: String? = nil, output: String? = nil
    ) throws {
        let opened = try Self.starting.withLock { _ in
            let ends = try Self.openDescriptors(columns: columns, rows: rows)
            let files = [(0, input ?? ends.path), (1, output ?? ends.path), (2, ends.path)]
            let process = try Self.spawn(
                arguments, files: files, life: ends.lifeOfProgram,
                environment: Self.usual.merging(environment))
            Glibc.close(ends.lifeOfProgram)
            return (ends, process)
        }
        (master, slave, life, before) = (opened.0.master, opened.0.slave, opened.0.life, opened.0.settings)
        process = opened.1
    }

    deinit {
        kill(process, SIGKILL)
        for descriptor in [master, slave, life] { Glibc.close(descriptor) }
    }

    private struct Descriptors {
        var master: Int32 = -1
        var slave: Int32 = -1
        var life: Int32 = -1
        var lifeOfProgram: Int32 = -1
        var path = ""
        var settings = termios()
    }

    /// One program starts at a time, or it would inherit another's descriptors before they are marked.
    private static let starting = Mutex(())

    /// A terminal, and a pipe that closes when the program has ended.
    private static func openDescriptors(columns: UInt16, rows: UInt16) throws -> Descriptors {
        var made = Descriptors()
        var name = [CChar](repeating: 0, count: 256)
        var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
        guard openpty(&made.master, &made.slave, &name, nil, &size) == 0 else {
            throw Failure(description: "no pseudo terminal")
        }
        made.path = String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
        tcgetattr(made.slave, &made.settings)
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { throw Failure(description: "no pipe") }
        (made.life, made.lifeOfProgram) = (ends[0], ends[1])
        for descriptor in [made.master, made.slave] + ends { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
        return made
    }

    /// The fixture, found next to the tests.
    public static var probe: String {
        var path = [CChar](repeating: 0, count: Int(PATH_MAX))
        let length = readlink("/proc/self/exe", &path, path.count - 1)
        let own = String(decoding: path.prefix(max(0, length)).map(UInt8.init(bitPattern:)), as: UTF8.self)
        let arguments = [own] + CommandLine.arguments
        let folders = arguments.filter { $0.hasSuffix(".xctest") }.map { $0.split(separator: "/").dropLast() }
        return "/" + (folders.first ?? []).joined(separator: "/") + "/terminalprobe"
    }

    /// Types.
    ///
    /// Types a text.
    public func send(_ text: String) { send(bytes: Array(text.utf8)) }

    /// Types bytes.
    public func send(bytes: [UInt8]) { _ = write(master, bytes, bytes.count) }

    /// Gives the terminal another size.
    public func resize(columns: UInt16, rows: UInt16) {
        var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
        _ = ioctl(master, UInt(TIOCSWINSZ), &size)
    }

    /// Waits until something is written after what was waited for last.
    public func expect(_ text: String) throws {
        let wanted = Array(text.utf8)
        while true {
            if let end = Self.end(of: wanted, in: bytes, from: seen) {
                seen = end
                return
            }
            guard readMore() else {
                throw Failure(description: "“\(text)” did not come; got: \(tail)")
            }
        }
    }

    /// Waits for a text and the number behind it, which a dot ends.
    public func number(after text: String) throws -> Int32 {
        try expect(text)
        let start = seen
        try expect(".")
        guard let number = Int32(String(decoding: bytes[start..<seen - 1], as: UTF8.self)) else {
            throw Failure(description: "no number; got: \(tail)")
        }
        return number
    }

    /// Waits for the program's end; its exit code, or the negative signal that killed it.
    public func end() throws -> Int32 {
        while true {
            var polled = [
                pollfd(fd: life, events: Int16(POLLIN), revents: 0),
                pollfd(fd: master, events: Int16(POLLIN), revents: 0),
            ]
            guard poll(&polled, 2, Self.patience) > 0 else {
                throw Failure(description: "did not end; got: \(tail)")
            }
            if polled[1].revents & Int16(POLLIN) != 0 {
                _ = readMore()
            } else if polled[0].revents != 0 {
                break
            }
        }
        var status: Int32 = 0
        waitpid(process, &status, 0)
        return status & 0x7F == 0 ? status >> 8 & 0xFF : -(status & 0x7F)
    }

    /// Whether the settings are those from before the program started.
    public var hasOldSettings: Bool {
        var now = termios()
        tcgetattr(slave, &now)
        return now.c_iflag == before.c_iflag && now.c_oflag == before.c_oflag && now.c_cflag == before.c_cflag
            && now.c_lflag == before.c_lflag
    }

    /// Everything written, for looking at.
    public var tail: String { String(decoding: bytes.suffix(1500), as: UTF8.self).debugDescription }

    /// Whether a text was written at any time.
    public func wrote(_ text: String) -> Bool { Self.end(of: Array(text.utf8), in: bytes, from: 0) != nil }

    private func readMore() -> Bool {
        var polled = [pollfd(fd: master, events: Int16(POLLIN), revents: 0)]
        guard poll(&polled, 1, Self.patience) > 0 else { return false }
        var buffer = [UInt8](repeating: 0, count: 65_536)
        let count = read(master, &buffer, buffer.count)
        guard count > 0 else { return false }
        bytes += buffer[..<count]
        return true
    }

    private static func end(of wanted: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
        guard bytes.count >= start + wanted.count else { return nil }
        let starts = start...(bytes.count - wanted.count)
        return starts.first { bytes[$0..<$0 + wanted.count].elementsEqual(wanted) }.map { $0 + wanted.count }
    }

    /// What the tests themselves were told by who watches them: for coverage and sanitizers.
    public static let inherited = ["LLVM_PROFILE_FILE", "ASAN_OPTIONS", "TSAN_OPTIONS"].compactMap { name in
        getenv(name).map { name + "=" + String(cString: $0) }
    }

    private static let usual =
        [
            "PATH=/usr/bin:/bin", "TERM=xterm-256color", "LANG=C.UTF-8", "PS1=prompt ",
            "SWIFT_BACKTRACE=enable=no",
        ] + inherited

    /// `POSIX_SPAWN_SETSID` of spawn.h, which the Glibc module leaves out.
    private static let setSession: Int16 = 0x80

    private static func spawn(
        _ arguments: [String], files: [(Int, String)], life: Int32, environment: [String]
    ) throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for (descriptor, path) in files {
            posix_spawn_file_actions_addopen(&actions, Int32(descriptor), path, O_RDWR, 0)
        }
        posix_spawn_file_actions_adddup2(&actions, life, 3)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var none = sigset_t()
        sigemptyset(&none)
        var all = sigset_t()
        sigfillset(&all)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setsigdefault(&attributes, &all)
        posix_spawnattr_setflags(
            &attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF) | setSession)
        guard let program = arguments.first else { throw Failure(description: "no program") }
        let strings = { (list: [String]) in list.map { strdup($0) } + [nil] }
        let (arguments, environment) = (strings(arguments), strings(environment))
        defer { for string in arguments + environment { free(string) } }
        var process: pid_t = 0
        let result = posix_spawn(&process, program, &actions, &attributes, arguments, environment)
        guard result == 0 else {
            throw Failure(description: "posix_spawn: \(String(cString: strerror(result)))")
        }
        return process
    }
}

extension [String] {
    /// The environment with some names set otherwise; `NAME=` alone takes one away.
    fileprivate func merging(_ changes: [String]) -> [String] {
        let name = { (entry: String) in entry.prefix { $0 != "=" } }
        let kept = filter { entry in !changes.contains { name($0) == name(entry) } }
        return kept + changes.filter { !$0.hasSuffix("=") }
    }
}
