/// The scripts of host names, as far as telling them apart protects from look-alikes (UTS #39 §5).
enum Script: Hashable {
    case latin
    case greek
    case cyrillic
    case armenian
    case hebrew
    case arabic
    case indic(UInt32)
    case thai
    case georgian
    case hangul
    case kana
    case han

    /// Whether a label can be shown in its own letters: one script, or one of the mixtures that languages
    /// use.
    static func isHonest(_ label: String) -> Bool {
        var scripts: Set<Script> = []
        for scalar in label.unicodeScalars {
            if scalar == "-" || ("0"..."9").contains(scalar) { continue }
            guard let script = Script(scalar) else { return false }
            scripts.insert(script)
        }
        if scripts == [.cyrillic] {
            return !label.unicodeScalars.allSatisfy { Script.lookLatin.contains($0) }
        }
        return scripts.count <= 1 || scripts.isSubset(of: [.han, .kana])
            || scripts.isSubset(of: [.han, .hangul])
    }

    private init?(_ scalar: Unicode.Scalar) {
        switch scalar.value {
        case 0x61...0x7A, 0xDF...0xF6, 0xF8...0x24F, 0x1E00...0x1EFF: self = .latin
        case 0x370...0x3FF, 0x1F00...0x1FFF: self = .greek
        case 0x400...0x52F: self = .cyrillic
        case 0x531...0x58F: self = .armenian
        case 0x5D0...0x5EA: self = .hebrew
        case 0x620...0x6D3, 0x750...0x77F: self = .arabic
        case 0x900...0xDFF: self = .indic(scalar.value >> 7)
        case 0xE00...0xE7F: self = .thai
        case 0x10D0...0x10FF: self = .georgian
        case 0xAC00...0xD7A3: self = .hangul
        case 0x3041...0x30FE: self = .kana
        case 0x3005...0x3007, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0x20000...0x2FA1F: self = .han
        default: return nil
        }
    }

    /// Cyrillic letters that pass for Latin ones: a label of nothing else is a disguise.
    private static let lookLatin = Set("-0123456789аеорсухѕіјһӏԁԛԝьгпѵѡ".unicodeScalars)
}
