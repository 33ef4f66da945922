import Archive
import Feeds
import Library
import Terminal

/// An error with its sentence for a person and its exit status (sysexits.h).
protocol Explained: Error {
    var explanation: String { get }
    var exitStatus: Int32 { get }
}

/// The exit statuses that Tidings uses.
enum ExitStatus {
    static let nothingMatched: Int32 = 1
    static let usage: Int32 = 64
    static let badData: Int32 = 65
    static let noInput: Int32 = 66
    static let unavailable: Int32 = 69
    static let cannotCreate: Int32 = 73
    static let ioError: Int32 = 74
    static let tryAgain: Int32 = 75
}

extension ArchiveError: Explained {
    var explanation: String { description }

    var exitStatus: Int32 {
        switch self {
        case .unavailable: ExitStatus.cannotCreate
        case .notALibrary, .newer, .damaged, .full, .readOnly: ExitStatus.ioError
        case .foreign: ExitStatus.badData
        case .busy: ExitStatus.tryAgain
        case .query: ExitStatus.usage
        }
    }
}

extension FileReplacement.Failure: Explained {
    var explanation: String { description }
    var exitStatus: Int32 { ExitStatus.cannotCreate }
}

extension BookFailure: Explained {
    var explanation: String { description }
    var exitStatus: Int32 { ExitStatus.usage }
}

extension DocumentProblem: Explained {
    var explanation: String { description }
    var exitStatus: Int32 { isMissing ? ExitStatus.noInput : ExitStatus.badData }
}

extension TerminalError: Explained {
    var explanation: String { description }
    var exitStatus: Int32 { ExitStatus.unavailable }
}
