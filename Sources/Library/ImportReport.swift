import Archive
import News

/// What an import kept, and what it could not read.
public struct ImportReport: Sendable, Hashable {
    /// A record or a file that could not be read; everything else of the same call was kept.
    public struct Failure: Sendable, Hashable, CustomStringConvertible {
        /// The file.
        public var file: String
        /// The line in it, from 1.
        public var line: Int?
        /// What is wrong.
        public var reason: String
        /// Whether there was no such file.
        public var isMissing = false

        /// One sentence: `feeds.jsonl:12: …`.
        public var description: String { file + (line.map { ":\($0)" } ?? "") + ": " + reason }
    }

    /// Articles that are new.
    public var added = 0
    /// Articles that had changed.
    public var updated = 0
    /// Articles that were there already.
    public var skipped = 0
    /// Sources subscribed to.
    public var subscribed: [Reference] = []
    /// What could not be read, as far as it is listed.
    public var failures: [Failure] = []
    /// How many more could not be read.
    public var unlistedFailures = 0
    /// What was mended while reading, or left out on purpose, as far as it is listed.
    public var warnings: [Failure] = []

    /// How many could not be read.
    public var failedCount: Int { failures.count + unlistedFailures }

    /// Failures, and warnings, that are listed; nobody reads more, and a file of millions of bad lines has to fit.
    private static let listed = 10_000

    /// Nothing yet.
    public init() {}

    /// Both together.
    public static func += (left: inout ImportReport, right: ImportReport) {
        left.added += right.added
        left.updated += right.updated
        left.skipped += right.skipped
        left.subscribed += right.subscribed
        left.failures += right.failures
        left.unlistedFailures += right.unlistedFailures
        left.warnings += right.warnings
    }

    mutating func count(_ result: StoringResult) {
        added += result.added
        updated += result.updated
        skipped += result.unchanged
    }

    mutating func fail(_ file: String, line: Int? = nil, _ reason: String, isMissing: Bool = false) {
        guard failures.count < ImportReport.listed else {
            unlistedFailures += 1
            return
        }
        failures.append(Failure(file: file, line: line, reason: reason, isMissing: isMissing))
    }

    mutating func warn(_ file: String, line: Int? = nil, _ reason: String) {
        guard warnings.count < ImportReport.listed else { return }
        warnings.append(Failure(file: file, line: line, reason: reason))
    }
}
