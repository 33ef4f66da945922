import Fetching
import Library
import News
import Synchronization

/// A web that is a function; it counts what it is asked and never reaches out.
final class FakeWeb: Transport {
    typealias Answer = Result<FetchResponse, FetchFailure.Kind>

    private let requests = Mutex<[FetchRequest]>([])
    private let answer: Mutex<@Sendable (FetchRequest) async -> Answer>

    init(_ answer: @escaping @Sendable (FetchRequest) async -> Answer) { self.answer = Mutex(answer) }

    /// What was asked, in order.
    var asked: [FetchRequest] { requests.withLock { $0 } }

    /// From now on it answers so.
    func change(_ answer: @escaping @Sendable (FetchRequest) async -> Answer) {
        self.answer.withLock { $0 = answer }
    }

    func fetch(_ request: FetchRequest) async -> Result<FetchResponse, FetchFailure> {
        requests.withLock { $0.append(request) }
        let answer = answer.withLock { $0 }
        return await answer(request).mapError { FetchFailure($0, at: request.address) }
    }

    /// A web of one feed, wherever it is asked for.
    static func feed(_ items: String...) -> FakeWeb {
        let body = rss(items)
        return FakeWeb { _ in body }
    }

    static func rss(
        _ items: [String], title: String = "The Post", channel: String = "", headers: HeaderFields = [:]
    ) -> Answer {
        let entries = items.map {
            "<item><guid>\($0)</guid><title>\($0)</title><description>About \($0).</description></item>"
        }
        return .ok(
            "<rss version='2.0'><channel><title>\(title)</title>\(channel)\(entries.joined())</channel></rss>",
            headers)
    }
}

extension HeaderFields: ExpressibleByDictionaryLiteral {
    /// Fields by name and value.
    public init(dictionaryLiteral elements: (String, String)...) {
        self.init()
        for (name, value) in elements { add(line: Array("\(name): \(value)".utf8)) }
    }
}

extension Result where Success == FetchResponse, Failure == FetchFailure.Kind {
    static func ok(_ body: String, _ headers: HeaderFields = [:]) -> Self {
        .success(FetchResponse(status: 200, headers: headers, body: Array(body.utf8)))
    }

    static func status(_ status: Int, _ headers: HeaderFields = [:]) -> Self {
        .success(FetchResponse(status: status, headers: headers))
    }
}

extension TemporaryLibrary {
    /// A library on a web of its own.
    static func on(_ web: FakeWeb) async throws -> TemporaryLibrary {
        let temporary = try TemporaryLibrary()
        await temporary.library.use(web)
        return temporary
    }

    /// The headlines of all articles, the newest first.
    func headlines() async throws -> [String] {
        try await library.listings(.all, limit: 1_000).map(\.headline.text)
    }

    /// The only source.
    func onlySource() async throws -> Source {
        let sources = try await library.sources()
        guard let source = sources.first, sources.count == 1 else { throw WrongCount(count: sources.count) }
        return source
    }

    struct WrongCount: Error { let count: Int }
}
