/// What is fuzzed: one way from outside into the program, with what has to be true of whatever comes in.
struct Target: Sendable {
    /// As it is called on the command line; its seeds are in the folder of the same name.
    let name: String
    /// Takes any bytes; a promise that is broken ends the process.
    let take: @Sendable (_ bytes: [UInt8]) -> Void

    static let all: [Target] = [.xml, .html, .page, .json, .dates, .opml, .query, .dump, .gate, .settings]
}

/// Ends the process if a promise is broken, so that libFuzzer keeps the bytes that broke it.
func promise(_ isKept: Bool, _ what: @autoclosure () -> String) {
    if !isKept { fatalError("broken promise: " + what()) }
}
