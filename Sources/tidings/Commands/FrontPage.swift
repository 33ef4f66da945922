import ArgumentParser
import Library
import News

/// The newest articles as text, for pipes.
struct FrontPage: LibraryCommand {
    static let makesLibrary = true
    var global: GlobalOptions

    static let rows = 40

    init() { global = GlobalOptions() }

    init(global: GlobalOptions) { self.global = global }

    func run(in library: Library) async throws {
        let unread = try await library.counts(.unread)
        let all = try await library.counts(.all)
        Console.print("Tidings · \(unread.unread) unread of \(all.all)")
        for listing in try await library.listings(.all, limit: FrontPage.rows) {
            Console.print(ListingText.line(listing))
        }
    }
}
