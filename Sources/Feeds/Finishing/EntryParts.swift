import Markup
import News

/// The smaller parts of an entry, made safe.
enum EntryParts {
    /// Each subject once, in order.
    static func categories(_ found: [String]) -> [Line] {
        var kept: [Line] = []
        for category in found {
            if let line = Line(nonEmpty: category), !kept.contains(line) { kept.append(line) }
        }
        return kept
    }

    /// A person's name, else what else is known of them.
    static func author(_ person: PersonDraft) -> Author? {
        let page = WebAddress(person.page)
        for candidate in [person.name, nameOnly(person.text), person.email, person.page] {
            if let name = Line(nonEmpty: candidate) {
                return Author(name: name, page: page)
            }
        }
        return nil
    }

    /// `a@b.c (Name)`, as RSS has it, is Name.
    private static func nameOnly(_ text: String) -> String {
        let line = Line(text).text
        if line.hasSuffix(")"), let open = line.firstIndex(of: "("), line[..<open].contains("@") {
            let name = line[line.index(after: open)...].dropLast()
            return name.isEmpty ? line : String(name)
        }
        return line
    }
}

/// Chooses the link to a page among several.
enum LinkChoice {
    /// The first alternate, pages before others; else the first link that leads anywhere a reader may want to
    /// go.
    static func page(among links: [LinkDraft]) -> LinkDraft? {
        let alternates = links.filter { $0.relation == "alternate" }
        let page = alternates.first { pages.contains($0.type.lowercased()) }
        return page ?? alternates.first ?? links.first { related.contains($0.relation) }
    }

    /// The page with the replies to an entry (RFC 4685 §4).
    static func replies(among links: [LinkDraft]) -> LinkDraft? {
        links.first { $0.relation == "replies" && pages.contains($0.type.lowercased()) }
    }

    /// Relations that lead to older entries (RFC 5005 §3–4).
    static let older: Set<String> = ["next", "prev-archive"]

    private static let pages: Set<String> = ["", "text/html", "application/xhtml+xml", "html", "text/xhtml"]
    private static let related: Set<String> = ["related", "via", "canonical"]
}

/// A short digest of texts, for entries that have no name of their own.
enum Digest {
    /// 32 hexadecimal digits (128-bit FNV-1a); the same texts in the same order give the same digits for
    /// ever.
    static func hexadecimal(of texts: [String]) -> String {
        var hash: UInt128 = 0x6C62_272E_07BB_0142_62B8_2175_6295_C58D
        for text in texts {
            for byte in text.utf8 { hash = (hash ^ UInt128(byte)) &* prime }
            hash = (hash ^ 0xFF) &* prime
        }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 32 - digits.count) + digits
    }

    private static let prime: UInt128 = 0x0000_0000_0100_0000_0000_0000_0000_013B
}
