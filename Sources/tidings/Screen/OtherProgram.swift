import Glibc
import Terminal

/// Another program that the screen starts: a browser, a pager.
///
/// Its arguments are a list; no shell reads them.
struct OtherProgram {
    let words: [String]

    /// How it ended.
    enum Outcome: Equatable {
        case done(status: Int32)
        case notStarted(reason: String)
    }

    /// The browser for an address: the one that was chosen, else `$BROWSER`, else `xdg-open`.
    ///
    /// - Returns: The program, and whether it may want the terminal.
    static func browser(
        for address: String, chosen: [String]? = nil
    ) -> (program: OtherProgram, wantsTerminal: Bool) {
        // Several may be named, with colons between them, each with %s where the address goes.
        let named = Surroundings.variable("BROWSER")?.split(separator: ":").first.map(String.init) ?? ""
        var words = chosen ?? named.split(separator: " ").map(String.init)
        guard !words.isEmpty else { return (OtherProgram(words: ["xdg-open", address]), false) }
        if let place = words.firstIndex(where: { $0.contains("%s") }) {
            words[place] = words[place].replacing("%s", with: address)
        } else {
            words.append(address)
        }
        return (OtherProgram(words: words), true)
    }

    /// Runs it on the terminal, with a text as its input if there is one, until it ends.
    func run(input: String? = nil) -> Outcome {
        guard let input else { return wait(start(input: nil, isDetached: false)) }
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { return .notStarted(reason: String(cString: strerror(errno))) }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        let started = start(input: ends[0], isDetached: false)
        Glibc.close(ends[0])
        if case .success = started { OtherProgram.write(Array(input.utf8), to: ends[1]) }
        Glibc.close(ends[1])
        return wait(started)
    }

    /// Starts it behind the screen, without input or output.
    func runBehind() -> Outcome {
        switch start(input: nil, isDetached: true) {
        case .success: .done(status: 0)
        case .failure(let failure): .notStarted(reason: failure.reason)
        }
    }

    private struct Failure: Error { var reason: String }

    private func start(input: Int32?, isDetached: Bool) -> Result<pid_t, Failure> {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        if let input { posix_spawn_file_actions_adddup2(&actions, input, 0) }
        if isDetached {
            for descriptor: Int32 in 0...2 {
                posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_RDWR, 0)
            }
        }
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var mask = sigset_t()
        sigemptyset(&mask)
        posix_spawnattr_setsigmask(&attributes, &mask)
        var defaults = sigset_t()
        sigemptyset(&defaults)
        sigaddset(&defaults, SIGPIPE)
        posix_spawnattr_setsigdefault(&attributes, &defaults)
        var flags = Int32(POSIX_SPAWN_SETSIGMASK) | Int32(POSIX_SPAWN_SETSIGDEF)
        // A session of its own: what the terminal sends to the screen is not for it.
        if isDetached { flags |= 0x80 }
        posix_spawnattr_setflags(&attributes, Int16(flags))
        var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
        defer { for argument in arguments { free(argument) } }
        var process: pid_t = 0
        let result = posix_spawnp(&process, words[0], &actions, &attributes, &arguments, environ)
        guard result == 0 else {
            return .failure(Failure(reason: "\(words[0]): \(String(cString: strerror(result)))"))
        }
        return .success(process)
    }

    private func wait(_ started: Result<pid_t, Failure>) -> Outcome {
        switch started {
        case .failure(let failure): return .notStarted(reason: failure.reason)
        case .success(let process):
            var status: Int32 = 0
            while waitpid(process, &status, 0) < 0, errno == EINTR {}
            return .done(status: status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + status & 0x7F)
        }
    }

    /// Writes all; a program that has read enough closes its end, which is no failure.
    private static func write(_ bytes: [UInt8], to descriptor: Int32) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if written < 0, errno == EINTR { continue }
            guard written > 0 else { return }
            rest = rest.dropFirst(written)
        }
    }

    /// Waits for Enter, so that what a program wrote can be read before the screen comes back.
    static func waitForEnter() {
        let message = "\n[Enter comes back to Tidings]"
        OtherProgram.write(Array(message.utf8), to: 1)
        var byte: UInt8 = 0
        while read(0, &byte, 1) == 1, byte != 0x0A, byte != 0x0D {}
    }
}
