import Glibc
import Processes
import Terminal

/// Another program that the screen starts: a browser, a pager.
///
/// Its arguments are a list; no shell reads them.
struct OtherProgram {
    let words: [String]

    /// How it ended.
    enum Outcome: Equatable {
        case done(status: Int32)
        case notStarted(reason: String)
    }

    /// The browser for an address: the one that was chosen, else `$BROWSER`, else `xdg-open`.
    ///
    /// - Returns: The program, and whether it may want the terminal.
    static func browser(
        for address: String, chosen: [String]? = nil
    ) -> (program: OtherProgram, wantsTerminal: Bool) {
        // Several may be named, with colons between them, each with %s where the address goes.
        let named = Surroundings.variable("BROWSER")?.split(separator: ":").first.map(String.init) ?? ""
        var words = chosen ?? named.split(separator: " ").map(String.init)
        guard !words.isEmpty else { return (OtherProgram(words: ["xdg-open", address]), false) }
        if let place = words.firstIndex(where: { $0.contains("%s") }) {
            words[place] = words[place].replacing("%s", with: address)
        } else {
            words.append(address)
        }
        return (OtherProgram(words: words), true)
    }

    /// Runs it on the terminal, with a text as its input if there is one, until it ends.
    func run(input: String? = nil) -> Outcome {
        do {
            guard let input else { return .done(status: try ChildProcess(words[0], words).waitForEnd()) }
            guard let pipe = Pipe() else { return .notStarted(reason: String(cString: strerror(errno))) }
            let child = Result { () throws(ChildProcess.NotStarted) in
                try ChildProcess(
                    words[0], words, streams: (.descriptor(pipe.output), .inherited, .inherited))
            }
            close(pipe.output)
            if case .success = child { OtherProgram.write(Array(input.utf8), to: pipe.input) }
            close(pipe.input)
            return .done(status: try child.get().waitForEnd())
        } catch {
            return .notStarted(reason: error.reason)
        }
    }

    /// Starts it behind the screen, without input or output.
    func runBehind() -> Outcome {
        do {
            _ = try ChildProcess(words[0], words, streams: (.none, .none, .none), isApart: true)
            return .done(status: 0)
        } catch {
            return .notStarted(reason: error.reason)
        }
    }

    /// Writes all; a program that has read enough closes its end, which is no failure.
    private static func write(_ bytes: [UInt8], to descriptor: Int32) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if written < 0, errno == EINTR { continue }
            guard written > 0 else { return }
            rest = rest.dropFirst(written)
        }
    }

    /// Waits for Enter, so that what a program wrote can be read before the screen comes back.
    static func waitForEnter() {
        let message = "\n[Enter comes back to Tidings]"
        OtherProgram.write(Array(message.utf8), to: 1)
        var byte: UInt8 = 0
        while read(0, &byte, 1) == 1, byte != 0x0A, byte != 0x0D {}
    }
}
