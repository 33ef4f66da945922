/// Where an export goes.
public enum ExportPlace: Sendable {
    /// A file, replaced as a whole or not at all.
    case file(String)
    /// A stream that takes what it is given, such as standard output.
    case stream(@Sendable ([UInt8]) -> Void)
}

/// An export being written.
struct ExportOutput {
    private let file: FileReplacement?
    private let stream: (@Sendable ([UInt8]) -> Void)?

    init(_ place: ExportPlace) throws(FileReplacement.Failure) {
        switch place {
        case .file(let path):
            file = try FileReplacement(path: path)
            stream = nil
        case .stream(let write):
            file = nil
            stream = write
        }
    }

    func write(_ bytes: [UInt8]) throws(FileReplacement.Failure) {
        try file?.write(bytes)
        stream?(bytes)
    }

    func commit() throws(FileReplacement.Failure) { try file?.commit() }
}
