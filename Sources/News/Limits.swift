/// Bounds on what a stranger may put into a value.
enum Limits {
    /// Combining marks on one letter; Vietnamese, Hebrew and Tibetan need four at the most.
    static let marksPerCluster = 8
    /// Bytes of an address; longer ones are refused (browsers stop at about the same length).
    static let addressLength = 8192
    /// Letters of one label of a host name, which has 63 bytes at the most (RFC 1035 §2.3.4).
    static let labelLength = 63
}
