import Canvas

/// Where a line may break inside a word (after UAX #14, reduced to what news needs).
enum BreakRules {
    /// Whether a line may end after `last` and the next begin with `next`; `before` stands before `last`.
    static func allowsBreak(before: Unicode.Scalar?, last: Unicode.Scalar, next: Unicode.Scalar) -> Bool {
        if last.value < 0x1100, next.value < 0x1100 {
            return last == "-" && isLetter(before) && isLetter(next)
        }
        if isIdeograph(last) || isIdeograph(next) {
            return !neverBegins.contains(next.value) && !neverEnds.contains(last.value)
                && last.value != 0xA0 && next.value != 0xA0
        }
        guard last == "-" || last == "—" || last == "–" else { return false }
        return isLetter(before) && isLetter(next)
    }

    /// A wide letter that is no emoji: East Asian text breaks between any two.
    private static func isIdeograph(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value >= 0x1100 && !(0x1F000...0x1FAFF).contains(scalar.value) && DisplayWidth.of(scalar) == 2
    }

    private static func isLetter(_ scalar: Unicode.Scalar?) -> Bool {
        guard let scalar else { return false }
        if scalar.value < 0x80 { return (0x61...0x7A).contains(scalar.value | 0x20) }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: return true
        default: return false
        }
    }

    /// Closing punctuation, small kana and marks of iteration and length (JIS X 4051 “line-start prohibition”).
    private static let neverBegins = scalars(
        "、。，．・：；？！゛゜ヽヾゝゞ々ー’”）〕］｝〉》」』】〙〗〟｠»°′″℃％‰"
            + "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ"
            + "｡｣､･ｰﾞﾟｧｨｩｪｫｬｭｮｯ〜～‥…—–,.:;?!)]}›")

    /// Opening brackets and quotation marks.
    private static let neverEnds = scalars("（〔［｛〈《「『【〘〖〝｟｢‘“([{«‹")

    private static func scalars(_ text: String) -> Set<UInt32> { Set(text.unicodeScalars.map(\.value)) }
}
