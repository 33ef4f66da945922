import News
import Related

/// Articles of an invented newsroom, for all tests of the target.
enum Newsroom {
    static let day: Int64 = 86_400
    /// Noon of 4 May 2026.
    static let noon = Timestamp(CivilTime(year: 2026, month: 5, day: 4, hour: 12))

    static func article(
        _ id: Int64, _ title: String, _ text: String = "", hours: Int64? = 0
    ) -> RelatedDocument {
        RelatedDocument(
            id: ArticleID(id), title: title, text: text, published: hours.map { noon.advanced(by: $0 * 3600) }
        )
    }

    static let bridge = article(
        1, "Harbour bridge at Kestrel Bay closed after cracks are found",
        """
        Engineers closed the harbour bridge at Kestrel Bay on Monday after Ingrid Solheim, the chief inspector, found \
        cracks in two of its northern pylons. Ferries will carry commuters across the bay until the pylons are \
        repaired, the mayor said.
        """)
    static let bridgeRetold = article(
        2, "Cracks in pylons shut Kestrel Bay bridge",
        """
        The harbour bridge in Kestrel Bay was shut on Monday. Inspector Ingrid Solheim said cracks in its pylons had \
        grown since winter. Commuters will have to use ferries.
        """, hours: 5)
    static let bridgeBefore = article(
        3, "Kestrel Bay puts off repairs of harbour bridge",
        """
        The council of Kestrel Bay again put off repairs of the harbour bridge, though Ingrid Solheim, its inspector, \
        warned that the pylons needed work before the ferries were retired.
        """, hours: -24 * 40)
    static let bridgeAfter = article(
        4, "Harbour bridge in Kestrel Bay opens again",
        """
        Three weeks after cracks were found in its pylons, the harbour bridge at Kestrel Bay opened to commuters \
        again, and the ferries went back to the islands, inspector Ingrid Solheim said.
        """, hours: 24 * 21)

    static let strange = article(
        90, "A new sourdough method from Lyon",
        "Bakers in Lyon let their dough rest in clay bowls overnight, and praise the crust that it gives.",
        hours: 2)

    /// Everyday news on other subjects, so that words have frequencies.
    static func others(_ count: Int, from first: Int64 = 100) -> [RelatedDocument] {
        var random = SplitMix(state: UInt64(first))
        return (0..<count).map { index in
            article(
                first + Int64(index), "Report \(word(&random)) on \(word(&random))",
                (0..<60).map { _ in word(&random) }.joined(separator: " "),
                hours: Int64.random(in: -2000...2000, using: &random))
        }
    }

    private static let everyday = [
        "the", "a", "of", "on", "and", "was", "in", "its", "said", "after", "again", "will", "two", "had",
        "be", "Monday",
    ]

    private static func word(_ random: inout SplitMix) -> String {
        if Int.random(in: 0..<3, using: &random) == 0 {
            return everyday.randomElement(using: &random) ?? "the"
        }
        let number = Int.random(in: 0..<40, using: &random) * Int.random(in: 1..<40, using: &random)
        return "subject" + String(number, radix: 16)
    }

    /// An index of these articles.
    static func index(
        _ documents: [RelatedDocument], batch: Int = 1000
    ) throws -> (engine: RelatedEngine, store: InMemoryStore) {
        var engine = RelatedEngine()
        var store = InMemoryStore()
        for first in stride(from: 0, to: documents.count, by: batch) {
            try engine.index(Array(documents[first..<min(documents.count, first + batch)]), into: &store)
        }
        return (engine, store)
    }
}

/// A generator with a fixed beginning (SplitMix64), so that a failure can be seen again.
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var bits = state
        bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
        return bits ^ (bits >> 31)
    }
}
