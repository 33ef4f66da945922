import Archive
import Fetching
import News

/// Why a source could not be changed; a sentence for a person.
public struct SourceProblem: Error, Sendable, Hashable, CustomStringConvertible {
    /// The sentence.
    public let description: String
    /// Whether the command named a source that is not there, rather than a value that cannot be.
    public let isUnknownSource: Bool

    init(_ description: String, isUnknownSource: Bool = false) {
        self.description = description
        self.isUnknownSource = isUnknownSource
    }
}

extension Library {
    /// All sources with how they are, by folder and name.
    ///
    /// - Throws: `ArchiveError`.
    public func sourceReports() async throws -> [SourceReport] {
        let kept = try await archive.keptSources()
        let unread = try await archive.sources()
        let counts = Dictionary(uniqueKeysWithValues: unread.map { ($0.id, $0.unread) })
        let hosts = try await archive.hosts()
        return kept.map { source in
            var shown = source.source
            shown.unread = counts[shown.id] ?? 0
            return SourceReport(
                source: shown, isSubscribed: source.isSubscribed, status: source.status,
                since: source.feed?.since, lastAsked: source.feed?.lastAsked,
                lastSuccess: source.feed?.lastSuccess, trouble: source.feed?.trouble,
                wait: wait(of: source, hosts), settings: source.settings)
        }
    }

    /// The sources that fail, the longest failing first: what `doctor` and the screen's list of them show.
    ///
    /// - Throws: `ArchiveError`.
    public func health() async throws -> [SourceReport] {
        try await sourceReports().filter { $0.isSubscribed && $0.status.isFailing }
            .sorted {
                ($0.since?.seconds ?? 0, $0.source.id.number) < ($1.since?.seconds ?? 0, $1.source.id.number)
            }
    }

    private func wait(of source: KeptSource, _ hosts: [String: [UInt8]]) -> SourceWait? {
        guard source.isSubscribed, let address = source.source.address else { return nil }
        let host = hosts[address.host].flatMap { try? Kept.decoded(HostSchedule.self, from: $0) }
        let decision = PollingPolicy.decide(
            feed: source.schedule, host: (address.host, host ?? HostSchedule()), now: now())
        guard case .wait(let end, let reason) = decision else { return nil }
        return SourceWait(until: end, reason: reason)
    }

    /// The source that a command names: by number, by address, by its name or a part of it that no other has.
    ///
    /// - Throws: `SourceProblem` when none or several are meant; `ArchiveError`.
    public func source(named name: String) async throws -> Source {
        let sources = try await archive.sources()
        let folded = name.lowercased()
        let address = WebAddress(name)
        let ways: [(Source) -> Bool] = [
            { Int64(name) == $0.id.number },
            // Sources of files have no address, and what is no address names none of them.
            { $0.address != nil && ($0.address?.text == name || $0.address == address) },
            { $0.title.text.lowercased() == folded }, { $0.title.text.lowercased().contains(folded) },
            { $0.address?.text.contains(folded) ?? false },
        ]
        for isMeant in ways {
            let found = sources.filter(isMeant)
            if let only = found.first, found.count == 1 { return only }
            if found.count > 1 {
                let some = found.prefix(5).map { "\($0.id) \($0.title)" }.joined(separator: ", ")
                throw SourceProblem(
                    "“\(Line(name))” may mean \(some); name one by its number", isUnknownSource: true)
            }
        }
        throw SourceProblem("no source “\(Line(name))” in this library", isUnknownSource: true)
    }

    /// Ends a subscription; its articles stay.
    ///
    /// - Throws: `ArchiveError`; then nothing changed.
    public func remove(_ source: SourceID) async throws {
        try await archive.unsubscribe([source])
        SourceSecrets.forget(passwordFile(of: source))
    }

    /// Gives a source another name.
    ///
    /// - Throws: `SourceProblem` for a blank name; `ArchiveError`; then nothing changed.
    public func rename(_ source: SourceID, to title: String) async throws {
        guard let title = Line(nonEmpty: title) else { throw SourceProblem("a source needs a name") }
        try await archive.change(source, title: title)
    }

    /// Puts a source into a folder, parts joined by `/`; an empty one is the top.
    ///
    /// - Throws: `ArchiveError`; then nothing changed.
    public func move(_ source: SourceID, to folder: String) async throws {
        try await archive.change(source, folder: Library.folderPath(folder))
    }

    private static func folderPath(_ text: String) -> String {
        text.split(separator: "/").map { Line($0).text }.filter { !$0.isEmpty }.joined(separator: "/")
    }

    /// Gives a folder another name or place, with all that is in it; an empty one puts its sources at the top.
    ///
    /// - Returns: How many sources moved.
    /// - Throws: `ArchiveError`; then nothing changed.
    public func renameFolder(_ path: String, to name: String) async throws -> Int {
        try await archive.renameFolder(path, to: Library.folderPath(name))
    }

    /// Sets what the user wishes for a source; nil takes a setting away.
    ///
    /// - Throws: `SourceProblem` for a value that cannot be; `ArchiveError`; then nothing changed.
    public func set(_ setting: SourceSetting, _ value: String?, of source: SourceID) async throws {
        let value = try value.map { try Library.checked($0, for: setting) }
        try await archive.set([setting.rawValue: value], of: source)
        guard setting == .interval,
            let kept = try await archive.keptSources().first(where: { $0.source.id == source }),
            var feed = kept.feed
        else { return }
        feed.schedule = try Kept.encoded(kept.schedule.asked(every: value.flatMap { Int64($0) }))
        try await archive.keep(feed, of: source)
    }

    private static func checked(_ value: String, for setting: SourceSetting) throws -> String {
        switch setting {
        case .interval:
            guard let seconds = Int64(value), seconds >= Fetching.Limits.floor,
                seconds <= Fetching.Limits.ceiling
            else { throw SourceProblem("an interval lies between 15 minutes and 7 days") }
        case .headers:
            if let line = value.split(separator: "\n").first(where: { !RequestOptions.isField(String($0)) }) {
                throw SourceProblem("“\(Line(line))” is no header field that can be set; write Name: Value")
            }
        case .userAgent:
            guard RequestOptions(userAgent: value).userAgent != nil else {
                throw SourceProblem("a user agent is one line of text")
            }
        case .fullText:
            guard FullTextChoice(rawValue: value) != nil else {
                let known = FullTextChoice.allCases.map(\.rawValue).joined(separator: ", ")
                throw SourceProblem("full texts are fetched of \(known); not of “\(Line(value))”")
            }
        case .user, .passwordCommand, .passwordFile:
            guard !Line(value).isEmpty else {
                throw SourceProblem("an empty value; use --unset to take it away")
            }
        }
        return value
    }

    /// Where the password lies that came with an address.
    func passwordFile(of source: SourceID) -> String { archive.path + "-passwords/\(source)" }

    /// The name of a feed that has not yet said its own.
    static func provisionalTitle(_ address: WebAddress) -> Line { Line(address.shownHost) }
}
