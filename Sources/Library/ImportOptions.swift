/// What an import does beside keeping what it reads.
public struct ImportOptions: Sendable {
    /// How far an import is.
    public struct Progress: Sendable, Hashable {
        /// The file being read.
        public var file: String
        /// Records read of all files so far.
        public var records: Int
    }

    /// Takes each record that could not be read, as it stood; nothing where nobody wants them.
    public var keepAside: (@Sendable ([UInt8]) -> Void)?
    /// Is told now and then how far the import is.
    public var showProgress: (@Sendable (Progress) -> Void)?

    /// Bad records are only named, progress is not shown.
    public init(
        keepAside: (@Sendable ([UInt8]) -> Void)? = nil, showProgress: (@Sendable (Progress) -> Void)? = nil
    ) {
        self.keepAside = keepAside
        self.showProgress = showProgress
    }
}
