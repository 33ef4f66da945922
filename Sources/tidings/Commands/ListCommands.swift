import ArgumentParser
import Library
import News

/// `tidings list [QUERY]`.
struct List: LibraryCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List articles, newest first.")

    @OptionGroup var global: GlobalOptions
    @Flag(help: "One JSON object a line.") var json = false
    @Option(help: "At most so many.") var limit: Int?
    @Argument(help: "A query, as in is:unread source:post storm.") var query: [String] = []

    func validate() throws {
        if let limit, limit < 0 { throw ValidationError("--limit wants a number from 0") }
    }

    func run(in library: Library) async throws {
        let scope: ListScope = query.isEmpty ? .all : .query(query.joined(separator: " "))
        if !query.isEmpty { try await complete(.text, in: library) }
        var left = limit ?? .max
        var last: ListPosition?
        while left > 0 {
            let rows = try await library.listings(scope, from: last, limit: min(left, 1_000))
            for row in rows {
                Console.print(
                    json ? JSONText.object(ListingText.json(row)).description : ListingText.line(row))
            }
            left -= rows.count
            last = rows.last?.position
            if rows.count < 1_000 { break }
        }
        if last == nil { throw ExitCode(ExitStatus.nothingMatched) }
    }
}

/// `tidings search QUERY`.
struct Search: LibraryCommand {
    static let configuration = CommandConfiguration(
        commandName: "search", abstract: "Search the archive, the best first.")

    @OptionGroup var global: GlobalOptions
    @Flag(help: "One JSON object a line.") var json = false
    @Option(help: "At most so many.") var limit = 20
    @Argument(help: "Words, phrases and fields.") var query: [String]

    func validate() throws {
        if limit < 0 { throw ValidationError("--limit wants a number from 0") }
    }

    func run(in library: Library) async throws {
        try await complete(.text, in: library)
        let results = try await library.search(query.joined(separator: " "), limit: limit)
        for result in results {
            guard json else {
                Console.print(ListingText.line(result.listing) + "\n    " + result.snippet.text.text)
                continue
            }
            let listing = result.listing
            let object: [(String, JSONText)] = [
                ("id", .string(listing.id.description)), ("url", .text(listing.address)),
                ("title", .string(listing.headline.text)), ("feed", .string(listing.sourceTitle.text)),
                ("published", .time(listing.published)), ("snippet", .string(result.snippet.text.text)),
                ("score", .decimal(result.score)),
            ]
            Console.print(JSONText.object(object).description)
        }
        if results.isEmpty { throw ExitCode(ExitStatus.nothingMatched) }
    }
}
