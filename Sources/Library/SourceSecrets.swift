import Fetching
import Glibc
import News
import Processes

/// Names and passwords of sources: from a command or a private file, never from the library itself.
enum SourceSecrets {
    /// Why there is none; a sentence without any part of the secret.
    struct Missing: Error, CustomStringConvertible {
        let description: String
    }

    /// A password's length at most; what is longer is no password.
    private static let longest = 64 << 10
    /// How long a command may take: long enough to type the passphrase of a key.
    private static let patience = 60.0

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
        return try text(from: descriptor)
    }

    private static func text(from descriptor: Int32) throws(Missing) -> String {
        guard let bytes = Pipe.bytes(from: descriptor, limit: longest, seconds: patience) else {
            throw Missing(description: "the password command takes too long")
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
        guard let pipe = Pipe() else { throw because("pipe") }
        let child = Result { () throws(ChildProcess.NotStarted) in
            try ChildProcess(name, words, streams: (.none, .descriptor(pipe.input), .inherited))
        }
        close(pipe.input)
        let text = Result { () throws(Missing) in try self.text(from: pipe.output) }
        // One that writes more than was asked for ends at its next word.
        close(pipe.output)
        switch child {
        case .failure(let failure): throw Missing(description: "the password command \(failure.reason)")
        case .success(let child):
            if case .failure = text { child.send(SIGTERM) }
            let status = child.waitForEnd()
            let text = try text.get()
            guard status == 0 || status == 128 + SIGPIPE else {
                throw Missing(description: "the password command \(name) failed")
            }
            return text
        }
    }
}
