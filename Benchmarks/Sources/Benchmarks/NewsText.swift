/// News that nobody wrote, the same on every machine: words as frequent as Zipf's law has them, and events that several
/// sources tell with the same names.
///
/// An article follows from its number alone, so that an archive of any size needs no memory.
struct NewsText: Sendable {
    /// One article.
    struct Article: Sendable {
        var title: String
        /// Paragraphs of plain text.
        var paragraphs: [String]
        /// Seconds since 1970.
        var published: Int64
        var source: Int

        var text: String { paragraphs.joined(separator: "\n\n") }
        var html: String { paragraphs.map { "<p>\($0)</p>" }.joined(separator: "\n") }
    }

    /// Articles of one day: what two hundred busy sources print.
    static let perDay = 500
    /// Events a day, each told for two days.
    private static let eventsPerDay = 60
    private static let sources = 200
    private static let vocabulary = 60_000
    /// Words of one article: 3.3 kB, of which 250 are different; real news of this length has 280.
    private static let words = 430...600
    /// 1 January 2024.
    private static let firstDay: Int64 = 1_704_067_200

    /// The word of each quantile, so that drawing one is a look into a table.
    private let quantiles: [UInt32]
    private let vocabulary: [[UInt8]]

    init() {
        var letters = Dice(seed: 1)
        vocabulary = (0..<Self.vocabulary).map { Self.word(rank: $0, &letters) }
        let harmonic = (1...Self.vocabulary).reduce(0.0) { $0 + 1 / Double($1) }
        let steps = 1 << 18
        var quantiles: [UInt32] = []
        quantiles.reserveCapacity(steps)
        var rank = 1
        var sum = 1 / harmonic
        for step in 0..<steps {
            while sum < (Double(step) + 0.5) / Double(steps), rank < Self.vocabulary {
                rank += 1
                sum += 1 / Double(rank) / harmonic
            }
            quantiles.append(UInt32(rank - 1))
        }
        self.quantiles = quantiles
    }

    /// An article by its number; later ones have higher numbers.
    func article(_ number: Int) -> Article {
        var dice = Dice(seed: UInt64(number) &+ 77)
        let day = number / Self.perDay
        let second = number % Self.perDay * 86_400 / Self.perDay
        // Half of the news is about something that others tell too.
        let event = dice.next() % 2 == 0 ? Self.event(day: day, &dice) : 1 << 40 | number
        var topic = Dice(seed: UInt64(event) &* 31 &+ 5)
        let names = (0..<6).map { _ in name(&topic) }
        let subjects = (0..<40).map { _ in subject(&topic) }
        var used: [UInt32] = []
        let title = sentence(words: 9, &dice, names: names, subjects: subjects, used: &used, share: 6)
        var paragraphs: [String] = []
        var left = Self.words.lowerBound + dice.below(Self.words.count)
        while left > 0 {
            var sentences: [String] = []
            for _ in 0..<4 {
                let length = 10 + dice.below(16)
                left -= length
                sentences.append(
                    sentence(words: length, &dice, names: names, subjects: subjects, used: &used, share: 3)
                        + ".")
            }
            paragraphs.append(sentences.joined(separator: " "))
        }
        return Article(
            title: title, paragraphs: paragraphs, published: Self.firstDay + Int64(day * 86_400 + second),
            source: dice.below(Self.sources))
    }

    // MARK: Events

    private static func event(day: Int, _ dice: inout Dice) -> Int {
        max(0, day - dice.below(2)) * eventsPerDay + dice.below(eventsPerDay)
    }

    private func name(_ dice: inout Dice) -> [UInt8] {
        var word = vocabulary[5000 + dice.below(Self.vocabulary - 5000)]
        word[0] &= 0xDF
        return word
    }

    private func subject(_ dice: inout Dice) -> [UInt8] { vocabulary[300 + dice.below(12_000)] }

    // MARK: Words

    /// A sentence without its full stop, of which so many tenths are the event's.
    private func sentence(
        words: Int, _ dice: inout Dice, names: [[UInt8]], subjects: [[UInt8]], used: inout [UInt32],
        share: Int
    ) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(words * 8)
        for place in 0..<words {
            if place > 0 { bytes.append(0x20) }
            let start = bytes.count
            switch dice.below(20) {
            case ..<(share / 2): bytes += names[dice.below(names.count)]
            case ..<(share * 2): bytes += subjects[dice.below(subjects.count)]
            default:
                // Every fifth word is one that the article has already, as people write.
                let known = dice.below(5) == 0 && !used.isEmpty
                let rank = known ? used[dice.below(used.count)] : quantiles[dice.below(quantiles.count)]
                used.append(rank)
                bytes += vocabulary[Int(rank)]
            }
            if place == 0 { bytes[start] &= 0xDF }
            if place % 9 == 8, place + 1 < words { bytes.append(0x2C) }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// A word of syllables, the shorter the more frequent.
    private static func word(rank: Int, _ dice: inout Dice) -> [UInt8] {
        let consonants = Array("bcdfghklmnprstvw".utf8)
        let vowels = Array("aeiou".utf8)
        var word: [UInt8] = []
        for _ in 0..<(rank < 60 ? 1 : rank < 3000 ? 2 : 3) {
            word.append(consonants[dice.below(consonants.count)])
            word.append(vowels[dice.below(vowels.count)])
        }
        if dice.below(2) == 0 { word.append(consonants[dice.below(consonants.count)]) }
        return word
    }
}

/// Numbers that look random and are the same in every run (SplitMix64).
struct Dice: Sendable {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var bits = state
        bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
        return bits ^ (bits >> 31)
    }

    mutating func below(_ bound: Int) -> Int { Int(next() >> 33) % bound }
}
