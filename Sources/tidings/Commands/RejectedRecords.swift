import Glibc
import Library
import Synchronization

/// Records that an import could not read, written into a file as they stood, so that they can be mended and imported.
///
/// The file is made with the first of them.
final class RejectedRecords: Sendable {
    private struct State {
        var descriptor: Int32 = -1
        var problem: String?
    }

    private let path: String
    private let state = Mutex(State())

    /// Keeps records in a file.
    ///
    /// - Throws: `FileReplacement.Failure` where there is something already: what was kept aside is not overwritten.
    init(path: String) throws {
        self.path = path
        if LocalFile.exists(path) {
            throw FileReplacement.Failure(path: path, reason: "there is such a file already")
        }
    }

    func add(_ record: [UInt8]) {
        state.withLock { state in
            if state.descriptor < 0, state.problem == nil {
                state.descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
            }
            var rest = record[...]
            while !rest.isEmpty, state.problem == nil {
                let written = rest.withUnsafeBytes { write(state.descriptor, $0.baseAddress, $0.count) }
                if written < 0, errno != EINTR { state.problem = String(cString: strerror(errno)) }
                rest = rest.dropFirst(max(0, written))
            }
        }
    }

    /// Ends the file.
    ///
    /// - Throws: `FileReplacement.Failure` when a record could not be written.
    func close() throws {
        try state.withLock { state in
            if state.descriptor >= 0, Glibc.close(state.descriptor) != 0, state.problem == nil {
                state.problem = String(cString: strerror(errno))
            }
            state.descriptor = -1
            if let problem = state.problem { throw FileReplacement.Failure(path: path, reason: problem) }
        }
    }
}
