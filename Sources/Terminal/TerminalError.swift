import CNcurses
import Glibc

/// Why the screen cannot be opened, and what to do about it.
public enum TerminalError: Error, Sendable, Equatable, CustomStringConvertible {
    /// Standard output is a file or a pipe.
    case notATerminal
    /// The environment does not say which terminal this is.
    case noType
    /// Neither this terminal nor xterm is in the terminfo database.
    case unknownType(String)
    /// This terminal can only print line after line.
    case cannotMove(String)
    /// A terminal is open already.
    case alreadyOpen
    /// The system refused a call.
    case system(String, code: Int32)

    /// One sentence.
    public var description: String {
        switch self {
        case .notATerminal: "standard output is not a terminal, so there is nothing to draw on"
        case .noType: "TERM is not set; try TERM=xterm-256color"
        case .unknownType(let name):
            "the terminal “\(name)” is not in the terminfo database; install ncurses-base or try TERM=xterm-256color"
        case .cannotMove(let name): "the terminal “\(name)” cannot move its cursor; try TERM=xterm-256color"
        case .alreadyOpen: "the terminal is open already"
        case .system(let call, let code): "\(call) failed: \(String(cString: strerror(code)))"
        }
    }

    init?(result: Int32) {
        switch Int(result) {
        case CN_OK: return nil
        case CN_NOT_A_TERMINAL: self = .notATerminal
        case CN_NO_TYPE: self = .noType
        case CN_CANNOT_MOVE: self = .cannotMove(Self.type)
        default: self = .unknownType(Self.type)
        }
    }

    /// TERM without control characters, which must not reach the terminal in a message.
    private static var type: String {
        guard let name = getenv("TERM") else { return "" }
        return String(
            String.UnicodeScalarView(
                String(cString: name).unicodeScalars.filter { $0.value >= 0x20 && $0.value < 0x7F }))
    }
}
