import CPixbuf
import Glibc
import News

/// Makes thumbnails of pictures by another process, which this program is started as once more.
public struct PictureDecoder: Sendable {
    /// What came of a picture.
    public enum Outcome: Sendable, Hashable {
        /// It can be shown.
        case thumbnail(Thumbnail)
        /// It cannot: no picture, too large, too small, broken.
        case refused
        /// No picture can: there is no library that decodes them.
        case noDecoder
    }

    /// The hidden command that runs `PictureService`.
    public static let command = "decode-picture"

    private let program: String

    /// A decoder; `program` is one that knows the command.
    public init(program: String) { self.program = program }

    /// Decodes; waits until it is done, some 20 ms, and 8 s at the most.
    public func thumbnail(of bytes: [UInt8]) -> Outcome {
        guard bytes.count <= Limits.fileBytes, let header = PictureHeader(bytes), header.isWithinBounds,
            header.isWorthShowing
        else { return .refused }
        let input = cp_memory_file(bytes, bytes.count)
        guard input >= 0 else { return .refused }
        defer { close(input) }
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { return .refused }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        let process = start(input: input, output: ends[1])
        close(ends[1])
        defer { close(ends[0]) }
        guard let process else { return .refused }
        let answer = answer(from: ends[0])
        // It has answered or will not: what it does from here on is of no use.
        if answer == nil { kill(process, SIGKILL) }
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        if status == PictureService.Status.missing << 8 { return .noDecoder }
        guard status == PictureService.Status.done << 8, let answer,
            let thumbnail = ThumbnailFile.thumbnail(in: answer)
        else { return .refused }
        return .thumbnail(thumbnail)
    }

    private func start(input: Int32, output: Int32) -> pid_t? {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, input, 0)
        posix_spawn_file_actions_adddup2(&actions, output, 1)
        // What decoders say would stand on the screen.
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // The screen's signals are blocked, and a child inherits that.
        var mask = sigset_t()
        sigemptyset(&mask)
        posix_spawnattr_setsigmask(&attributes, &mask)
        var defaults = sigset_t()
        sigemptyset(&defaults)
        for signal in [SIGPIPE, SIGINT, SIGTERM] { sigaddset(&defaults, signal) }
        posix_spawnattr_setsigdefault(&attributes, &defaults)
        // A session of its own: keys that stop or interrupt the screen are not for it.
        let session: Int32 = 0x80
        posix_spawnattr_setflags(
            &attributes, Int16(Int32(POSIX_SPAWN_SETSIGMASK) | Int32(POSIX_SPAWN_SETSIGDEF) | session))
        let words = ["tidings", PictureDecoder.command]
        var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
        defer { for argument in arguments { free(argument) } }
        var process: pid_t = 0
        let result = posix_spawn(&process, program, &actions, &attributes, &arguments, environ)
        return result == 0 ? process : nil
    }

    /// All that the process writes until it ends; nothing if that takes too long or is too much.
    private func answer(from end: Int32) -> [UInt8]? {
        let deadline = ContinuousClock.now + .seconds(Limits.seconds)
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 64 << 10)
        while bytes.count <= Limits.answerBytes {
            let left = (deadline - ContinuousClock.now) / .milliseconds(1)
            guard left > 0 else { return nil }
            var wish = pollfd(fd: end, events: Int16(POLLIN), revents: 0)
            let ready = poll(&wish, 1, Int32(left.rounded(.up)))
            if ready < 0, errno == EINTR { continue }
            guard ready > 0 else { return nil }
            let count = read(end, &piece, piece.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return count == 0 ? bytes : nil }
            bytes += piece.prefix(count)
        }
        return nil
    }
}
