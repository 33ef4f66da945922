import Canvas
import News
import Typesetting

/// Letters over the links that show, while one is to be chosen.
struct LinkHints: Sendable {
    /// One link with its letters.
    struct Hint: Sendable, Equatable {
        var letters: String
        var number: Int
        var target: LinkTarget
    }

    let hints: [Hint]
    private(set) var typed = ""

    /// The home row first.
    private static let alphabet = Array("asdfghjklqwertyuiopzxcvbnm")

    init(_ links: [(number: Int, target: LinkTarget)]) {
        let alphabet = LinkHints.alphabet
        let isLong = links.count > alphabet.count
        hints = links.prefix(alphabet.count * alphabet.count).enumerated().map { index, link in
            let last = String(alphabet[index % alphabet.count])
            let letters = isLong ? String(alphabet[index / alphabet.count]) + last : last
            return Hint(letters: letters, number: link.number, target: link.target)
        }
    }

    /// Takes a letter.
    ///
    /// - Returns: The chosen link; nothing while more letters have to come or where none begins so.
    mutating func take(_ letter: Character) -> Hint? {
        typed.append(letter)
        return hints.first { $0.letters == typed }
    }

    /// Whether what was typed may still become a link's letters.
    var isOpen: Bool { hints.contains { $0.letters.hasPrefix(typed) } }

    /// What is left to type for a link.
    func label(of number: Int) -> String? {
        guard let hint = hints.first(where: { $0.number == number }), hint.letters.hasPrefix(typed) else {
            return nil
        }
        return String(hint.letters.dropFirst(typed.count))
    }
}

extension ScreenState {
    /// Puts letters over the links that show.
    mutating func showLinkHints() -> [ScreenEffect] {
        let links = reader.visibleLinks
        guard !links.isEmpty else {
            notice = "No link shows here"
            return []
        }
        if focus != .reader { _ = focus(on: .reader) }
        linkHints = LinkHints(links)
        return []
    }

    mutating func pressInLinks(_ key: Key) -> [ScreenEffect] {
        guard case .character(let letter) = key, let chosen = linkHints?.take(letter) else {
            if case .character = key, linkHints?.isOpen ?? false { return [] }
            if case .character = key { notice = "No link has this letter" }
            linkHints = nil
            return []
        }
        linkHints = nil
        switch chosen.target {
        case .web(let address): return [.follow(address)]
        case .mail(let address):
            notice = Line("Copied \(address.text)")
            return [.copy(address.text)]
        }
    }

    /// Where a link leads: to an article here, or out.
    mutating func receive(followed address: WebAddress, _ listing: Listing?) -> [ScreenEffect] {
        guard let listing else { return [.browse(address, inBackground: false)] }
        return open(listing, isDetached: true)
    }
}
