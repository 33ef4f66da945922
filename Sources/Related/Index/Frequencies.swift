/// In how many articles each term occurs, kept in pages of a thousand terms and read as needed.
///
/// Numbers are given in the order of first occurrence, so common terms share the first pages.
struct Frequencies {
    static let termsPerPage: UInt32 = 1000

    private var pages: [UInt32: [UInt32]] = [:]
    private var changed: Set<UInt32> = []

    /// The count of a term.
    mutating func count(of term: UInt32, in store: some RelatedStore) throws -> UInt32 {
        let page = term / Self.termsPerPage
        if pages[page] == nil { try load(page, from: store) }
        return pages[page]?[Int(term % Self.termsPerPage)] ?? 0
    }

    /// So many articles more, or fewer, have the term.
    mutating func add(_ difference: Int, to term: UInt32, in store: some RelatedStore) throws {
        let page = term / Self.termsPerPage
        if pages[page] == nil { try load(page, from: store) }
        let place = Int(term % Self.termsPerPage)
        let count = Int(pages[page]?[place] ?? 0) + difference
        pages[page]?[place] = UInt32(clamping: count)
        changed.insert(page)
    }

    private mutating func load(_ page: UInt32, from store: some RelatedStore) throws {
        let bytes = try store.value(for: RelatedKey(.frequencies, Int64(page))) ?? []
        var reader = ByteReader(bytes)
        pages[page] = (0..<Self.termsPerPage).map { _ in reader.fixed32() }
    }

    /// Adds the changed pages to a change.
    func write(to change: inout RelatedChange) {
        for page in changed {
            var writer = ByteWriter()
            for count in Self.withoutTrailingZeros(pages[page] ?? []) { writer.fixed32(count) }
            change.writes[RelatedKey(.frequencies, Int64(page))] = writer.bytes
        }
    }

    private static func withoutTrailingZeros(_ counts: [UInt32]) -> ArraySlice<UInt32> {
        counts.prefix((counts.lastIndex { $0 != 0 } ?? -1) + 1)
    }
}
