/// Superscripts and subscripts, as Unicode has them.
enum Script {
    case superior
    case inferior

    /// What stands before the text where Unicode has no letter of that kind for all of it.
    var sign: String { self == .superior ? "^" : "_" }

    /// The text in raised or lowered letters; nothing where one of them does not exist.
    func letters(for bytes: [UInt8]) -> [UInt8]? {
        var result: [UInt8] = []
        for byte in bytes {
            guard let letter = letter(for: byte) else { return nil }
            result.append(contentsOf: String(letter).utf8)
        }
        return result.isEmpty ? nil : result
    }

    private func letter(for byte: UInt8) -> Unicode.Scalar? {
        let plain = "0123456789+-=()niaeo".utf8
        guard let place = plain.firstIndex(of: byte) else { return nil }
        let raised = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱᵃᵉᵒ".unicodeScalars
        let lowered = "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎".unicodeScalars
        let letters = self == .superior ? raised : lowered
        let index = plain.distance(from: plain.startIndex, to: place)
        guard index < letters.count else { return nil }
        return letters[letters.index(letters.startIndex, offsetBy: index)]
    }
}
