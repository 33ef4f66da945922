import Glibc

/// Another program while it runs; its arguments are a list that no shell reads.
public struct ChildProcess: Sendable {
    /// Where one of its standard streams leads.
    public enum Stream: Sendable {
        /// Where this program's leads.
        case inherited
        /// To a file descriptor of this program's.
        case descriptor(Int32)
        /// Nowhere.
        case none
    }

    /// Why it was not started: the program's name and the system's reason.
    public struct NotStarted: Error, Sendable {
        /// For people.
        public var reason: String
    }

    private let id: pid_t

    /// Starts a program, with the signals as they are by default.
    ///
    /// - Parameters:
    ///   - program: A path, or a name that is looked for as shells do.
    ///   - words: Its arguments, the name that it is called by first.
    ///   - streams: Its input, output and errors.
    ///   - isApart: Whether it gets a session of its own; keys that stop or interrupt this program are not for it then.
    /// - Throws: `NotStarted`.
    public init(
        _ program: String, _ words: [String],
        streams: (input: Stream, output: Stream, errors: Stream) = (.inherited, .inherited, .inherited),
        isApart: Bool = false
    ) throws(NotStarted) {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for (number, stream) in [streams.input, streams.output, streams.errors].enumerated() {
            switch stream {
            case .inherited: break
            case .descriptor(let descriptor):
                posix_spawn_file_actions_adddup2(&actions, descriptor, Int32(number))
            case .none: posix_spawn_file_actions_addopen(&actions, Int32(number), "/dev/null", O_RDWR, 0)
            }
        }
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // The screen's signals are blocked, and a child inherits that.
        var mask = sigset_t()
        sigemptyset(&mask)
        posix_spawnattr_setsigmask(&attributes, &mask)
        var defaults = sigset_t()
        sigfillset(&defaults)
        posix_spawnattr_setsigdefault(&attributes, &defaults)
        // POSIX_SPAWN_SETSID, which Glibc's module does not show.
        let session: Int32 = isApart ? 0x80 : 0
        posix_spawnattr_setflags(
            &attributes, Int16(Int32(POSIX_SPAWN_SETSIGMASK) | Int32(POSIX_SPAWN_SETSIGDEF) | session))
        var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
        defer { for argument in arguments { free(argument) } }
        var process: pid_t = 0
        let result = posix_spawnp(&process, program, &actions, &attributes, &arguments, environ)
        guard result == 0 else {
            throw NotStarted(reason: "\(program): \(String(cString: strerror(result)))")
        }
        id = process
    }

    /// Waits until it ends.
    ///
    /// - Returns: Its exit status; 128 and the signal's number for one that a signal ended, as shells have it.
    public func waitForEnd() -> Int32 {
        var status: Int32 = 0
        while waitpid(id, &status, 0) < 0, errno == EINTR {}
        return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + status & 0x7F
    }

    /// Sends it a signal; it has to be waited for all the same.
    public func send(_ signal: Int32) { kill(id, signal) }
}
