import Fetching
import Glibc
import News

/// Names and passwords of sources: from a command or a private file, never from the library itself.
enum SourceSecrets {
    /// Why there is none; a sentence without any part of the secret.
    struct Missing: Error, CustomStringConvertible {
        let description: String
    }

    /// A password's length at most; what is longer is no password.
    private static let longest = 64 << 10
    /// How long a command may take: long enough to type the passphrase of a key.
    private static let patience: Int64 = 60

    /// The name and password that the settings lead to.
    ///
    /// - Throws: `Missing`.
    static func credentials(_ settings: [String: String]) async throws(Missing) -> Credentials? {
        let text: String
        if let command = settings[.passwordCommand] {
            text = try output(of: command)
        } else if let file = settings[.passwordFile] {
            text = try contents(of: file)
        } else {
            return nil
        }
        let line = text.prefix { $0 != "\n" && $0 != "\r\n" }
        if let user = settings[.user] { return Credentials(user: user, password: String(line)) }
        guard let colon = line.firstIndex(of: ":"), colon > line.startIndex else {
            throw Missing(description: "the password comes without a user name; set one with --user")
        }
        return Credentials(
            user: String(line[..<colon]), password: String(line[line.index(after: colon)...]))
    }

    /// Writes `name:password` into a new private file.
    ///
    /// - Throws: `Missing` when it cannot be written.
    static func write(_ credentials: Credentials, to path: String) throws(Missing) {
        let folder = String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)])
        if !folder.isEmpty, mkdir(folder, 0o700) != 0, errno != EEXIST { throw because(folder) }
        unlink(path)
        let descriptor = open(path, O_CREAT | O_EXCL | O_WRONLY | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw because(path) }
        defer { close(descriptor) }
        let bytes = Array("\(credentials.user):\(credentials.password)\n".utf8)
        guard Glibc.write(descriptor, bytes, bytes.count) == bytes.count, fsync(descriptor) == 0 else {
            throw because(path)
        }
    }

    /// Takes such a file away, if there is one.
    static func forget(_ path: String) { unlink(path) }

    private static func because(_ path: String) -> Missing {
        Missing(description: "\(path): \(String(cString: strerror(errno)))")
    }

    // MARK: Files

    private static func contents(of path: String) throws(Missing) -> String {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw because(path) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw Missing(description: "\(path) is no file")
        }
        guard status.st_mode & 0o077 == 0 else {
            throw Missing(
                description: "others may read \(path), so the password in it is not used; chmod 600")
        }
        return try text(from: descriptor, until: time(nil) + Int(patience))
    }

    /// What a descriptor gives up to its end.
    private static func text(from descriptor: Int32, until end: Int) throws(Missing) -> String {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 4096)
        while bytes.count < longest {
            var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            let milliseconds = max(0, (end - time(nil)) * 1000)
            guard poll(&waiting, 1, Int32(clamping: milliseconds)) > 0 else {
                if errno == EINTR { continue }
                throw Missing(description: "the password command takes too long")
            }
            let count = read(descriptor, &chunk, chunk.count)
            if count <= 0 { break }
            bytes += chunk.prefix(count)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    // MARK: Commands

    /// What a command prints; it is split into words by us, so that no shell ever sees it.
    private static func output(of command: String) throws(Missing) -> String {
        guard let words = CommandWords.split(command), let name = words.first else {
            throw Missing(
                description: "the password command is empty, or a quotation mark in it is not closed")
        }
        var ends: (Int32, Int32) = (-1, -1)
        let isOpen = withUnsafeMutablePointer(to: &ends) {
            $0.withMemoryRebound(to: Int32.self, capacity: 2) { pipe($0) == 0 }
        }
        guard isOpen else { throw because("pipe") }
        defer { close(ends.0) }
        for end in [ends.0, ends.1] { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        var child = pid_t()
        let status = spawn(words, output: ends.1, &child)
        close(ends.1)
        guard status == 0 else {
            throw Missing(description: "the password command \(name): \(String(cString: strerror(status)))")
        }
        let text: Result<String, Missing> = Result { () throws(Missing) in
            try self.text(from: ends.0, until: time(nil) + Int(patience))
        }
        if case .failure = text { kill(child, SIGTERM) }
        var code: Int32 = 0
        while waitpid(child, &code, 0) < 0, errno == EINTR {}
        guard code == 0 else { throw Missing(description: "the password command \(name) failed") }
        return try text.get()
    }

    private static func spawn(_ words: [String], output: Int32, _ child: inout pid_t) -> Int32 {
        var actions = posix_spawn_file_actions_t()
        var attributes = posix_spawnattr_t()
        posix_spawn_file_actions_init(&actions)
        posix_spawnattr_init(&attributes)
        defer {
            posix_spawn_file_actions_destroy(&actions)
            posix_spawnattr_destroy(&attributes)
        }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, output, 1)
        // The program's own signal mask and dispositions are not the command's.
        var none = sigset_t()
        var all = sigset_t()
        sigemptyset(&none)
        sigfillset(&all)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setsigdefault(&attributes, &all)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
        var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
        defer { for argument in arguments { free(argument) } }
        return posix_spawnp(&child, words[0], &actions, &attributes, &arguments, environ)
    }
}
