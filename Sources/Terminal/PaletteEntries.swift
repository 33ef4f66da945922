import Canvas

/// What ncurses has no place for beside a letter: a true colour, and the address that the letter leads to.
struct Meaning: Sendable, Hashable {
    /// The colour that is written out.
    var color: Color
    /// Where the letters lead (OSC 8): printable ASCII.
    var link: String?

    /// A meaning.
    init(color: Color, link: String? = nil) {
        self.color = color
        self.link = link
    }
}

/// Palette entries that stand for meanings.
///
/// ncurses is told of an entry, and the entry is written out as what it means (`cn_entry`). Each colour has the nearest
/// entry that is free, so that it is shown well enough even where the exchange finds nothing to exchange.
struct PaletteEntries {
    private(set) var entries: [Meaning: UInt8] = [:]
    private var isTaken = [Bool](repeating: false, count: 256)
    /// Whether a colour had to be shown as another because all entries were taken.
    private(set) var hasRunOut = false

    /// So many meanings of one picture of the screen are sure to find entries.
    static let room = 240

    /// The entry for a meaning; where all are taken, one of nearly the same colour, which leads nowhere.
    mutating func entry(for meaning: Meaning, taken: (UInt8, Meaning) -> Void) -> UInt8 {
        if let entry = entries[meaning] { return entry }
        let color = meaning.color.rgb ?? RGB(0)
        let all = (UInt8(16)...255).sorted {
            RGB(palette: $0).distance(to: color) < RGB(palette: $1).distance(to: color)
        }
        guard let entry = all.first(where: { !isTaken[Int($0)] }) else {
            hasRunOut = true
            let links = Set(entries.lazy.filter { $0.key.link != nil }.map(\.value))
            return all.first { !links.contains($0) } ?? all[0]
        }
        isTaken[Int(entry)] = true
        entries[meaning] = entry
        taken(entry, meaning)
        return entry
    }

    /// Lets the entries of addresses go that none of these is.
    mutating func free(linksBut kept: some Sequence<String>, freed: (UInt8) -> Void) {
        let kept = Set(kept)
        for (meaning, entry) in entries {
            guard let link = meaning.link, !kept.contains(link) else { continue }
            entries[meaning] = nil
            isTaken[Int(entry)] = false
            freed(entry)
        }
    }
}
