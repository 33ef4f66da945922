/// Parts a mailbox (mbox, RFC 4155) into its letters, line by line.
///
/// A letter begins with a line `From ` at the start or behind an empty line; `>From ` inside of one is `From `.
public struct Mailbox: Sendable {
    /// One letter as it stands in the box.
    public struct Letter: Sendable, Equatable {
        /// The line it begins in, from 1.
        public var line: Int
        /// Its lines behind the `From ` line.
        public var lines: [[UInt8]]
        /// Whether it was longer than is kept; its lines are those that were.
        public var isCut = false

        /// The letter as it stood, with a `From ` line.
        public var raw: [UInt8] {
            var bytes = Array("From tidings@localhost Thu Jan  1 00:00:00 1970\n".utf8)
            for line in lines {
                if Mailbox.isQuotedFrom(line) || line.starts(with: Mailbox.from) {
                    bytes.append(UInt8(ascii: ">"))
                }
                bytes += line
                bytes.append(0x0A)
            }
            return bytes
        }
    }

    private var number = 0
    private var letter: Letter?
    private var size = 0
    private var isBehindEmptyLine = true

    /// A box of which nothing was read yet.
    public init() {}

    private static let from = Array("From ".utf8)

    /// Takes the next line, without its line feed.
    ///
    /// - Returns: The letter that ended before it.
    public mutating func take(_ line: [UInt8]) -> Letter? {
        number += 1
        let begins = isBehindEmptyLine && line.starts(with: Mailbox.from)
        isBehindEmptyLine = line.isEmpty
        if begins {
            let done = finish()
            letter = Letter(line: number, lines: [])
            return done
        }
        guard letter != nil else { return nil }
        size += line.count + 1
        if size > Limits.letter {
            letter?.isCut = true
        } else {
            letter?.lines.append(Mailbox.isQuotedFrom(line) ? Array(line.dropFirst()) : line)
        }
        return nil
    }

    /// The last letter, when there are no more lines.
    public mutating func finish() -> Letter? {
        defer {
            letter = nil
            size = 0
        }
        return letter
    }

    /// Whether a line is `>From ` or `>>From `, however often.
    private static func isQuotedFrom(_ line: [UInt8]) -> Bool {
        line.first == UInt8(ascii: ">") && line.drop { $0 == UInt8(ascii: ">") }.starts(with: from)
    }
}
