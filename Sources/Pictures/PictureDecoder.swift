import CPixbuf
import Glibc
import News
import Processes

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
        guard let pipe = Pipe() else { return .refused }
        defer { close(pipe.output) }
        // What decoders say would stand on the screen.
        let child = try? ChildProcess(
            program, ["tidings", PictureDecoder.command],
            streams: (.descriptor(input), .descriptor(pipe.input), .none), isApart: true)
        close(pipe.input)
        guard let child else { return .refused }
        let answer = Pipe.bytes(from: pipe.output, limit: Limits.answerBytes + 1, seconds: Limits.seconds)
        // It has answered or will not: what it does from here on is of no use.
        if answer.map({ $0.count > Limits.answerBytes }) ?? true { child.send(SIGKILL) }
        let status = child.waitForEnd()
        if status == PictureService.Status.missing { return .noDecoder }
        guard status == PictureService.Status.done, let answer,
            let thumbnail = ThumbnailFile.thumbnail(in: answer)
        else { return .refused }
        return .thumbnail(thumbnail)
    }
}
