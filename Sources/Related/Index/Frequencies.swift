/// In how many articles each term occurs, kept in pages of a thousand terms and read as needed.
///
/// Numbers are given in the order of first occurrence, so common terms share the first pages.
struct Frequencies {
    static let termsPerPage: UInt32 = 1000

    /// By page number; nil where a page was not needed yet.
    private var pages: [[UInt32]?] = []
    private var changed: Set<Int> = []

    /// The count of a term.
    mutating func count(of term: UInt32, in store: some RelatedStore) throws -> UInt32 {
        let (page, place) = Self.place(of: term)
        try load(page, from: store)
        return pages[page]?[place] ?? 0
    }

    /// So many articles more, or fewer, have the term.
    mutating func add(_ difference: Int, to term: UInt32, in store: some RelatedStore) throws {
        let (page, place) = Self.place(of: term)
        try load(page, from: store)
        let count = Int(pages[page]?[place] ?? 0) + difference
        pages[page]?[place] = UInt32(clamping: count)
        changed.insert(page)
    }

    @inline(__always)
    private static func place(of term: UInt32) -> (page: Int, place: Int) {
        (Int(term / termsPerPage), Int(term % termsPerPage))
    }

    @inline(__always)
    private mutating func load(_ page: Int, from store: some RelatedStore) throws {
        if page < pages.count, pages[page] != nil { return }
        try read(page, from: store)
    }

    private mutating func read(_ page: Int, from store: some RelatedStore) throws {
        if page >= pages.count {
            pages += [[UInt32]?](repeating: nil, count: page + 1 - pages.count)
        }
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
