/// The one gate that all text from outside passes before it is shown or kept as a value.
///
/// Dropped: C0 and C1 controls, DEL, bidirectional embeddings, overrides and isolates, byte order marks, language
/// tags, noncharacters, and combining marks beyond `Limits.marksPerCluster`. Joiners and real right-to-left text stay.
enum TextGate {
    /// One line: breaks and tabs become spaces, white space is collapsed and trimmed.
    static func line(_ raw: String) -> String {
        if isPlainASCII(raw.utf8.span) || isClean(raw) { return raw }
        var result = String.UnicodeScalarView()
        var marks = 0
        var spacePending = false
        for scalar in raw.unicodeScalars {
            if isLineSpace(scalar) {
                spacePending = !result.isEmpty
                continue
            }
            guard keeps(scalar, marks: &marks), scalar.value != 0x200B else { continue }
            if spacePending {
                result.append(" ")
                spacePending = false
            }
            result.append(scalar)
        }
        return String(result)
    }

    /// Several lines: line feeds and tabs stay, carriage returns and other breaks become line feeds.
    static func prose(_ raw: some StringProtocol) -> String {
        var utf8 = raw.utf8.makeIterator()
        var needsCleaning = false
        while let byte = utf8.next() {
            if (byte < 0x20 && byte != 0x0A && byte != 0x09) || byte >= 0x7F {
                needsCleaning = true
                break
            }
        }
        if !needsCleaning { return String(raw) }
        var result = String.UnicodeScalarView()
        var marks = 0
        var afterReturn = false
        for scalar in raw.unicodeScalars {
            switch scalar.value {
            case 0x0A:
                if !afterReturn { result.append(scalar) }
            case 0x0D, 0x85, 0x2028, 0x2029:
                result.append("\n")
            case 0x09:
                result.append(scalar)
            default:
                if keeps(scalar, marks: &marks) { result.append(scalar) }
            }
            afterReturn = scalar.value == 0x0D
        }
        return String(result)
    }

    /// The common case, in which nothing has to be built: printable ASCII with single inner spaces.
    private static func isPlainASCII(_ raw: Span<UInt8>) -> Bool {
        var previousIsSpace = true
        for index in raw.indices {
            let byte = raw[index]
            guard byte >= 0x20, byte < 0x7F else { return false }
            let isSpace = byte == 0x20
            if isSpace && previousIsSpace { return false }
            previousIsSpace = isSpace
        }
        return raw.isEmpty || !previousIsSpace
    }

    /// Whether a line of any script can stay as it is.
    private static func isClean(_ raw: String) -> Bool {
        var marks = 0
        var previousIsSpace = true
        for scalar in raw.unicodeScalars {
            let isSpace = scalar.value == 0x20
            if isSpace ? previousIsSpace : isLineSpace(scalar) { return false }
            previousIsSpace = isSpace
            guard keeps(scalar, marks: &marks), scalar.value != 0x200B else { return false }
        }
        return !previousIsSpace
    }

    private static func isLineSpace(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000:
            true
        default: false
        }
    }

    /// Whether a scalar may pass; counts combining marks so that none can be piled without end ("zalgo").
    private static func keeps(_ scalar: Unicode.Scalar, marks: inout Int) -> Bool {
        let value = scalar.value
        if value < 0x300 {
            marks = 0
            return value >= 0x20 && !(0x7F...0x9F).contains(value)
        }
        if isCommonLetter(value) {
            marks = 0
            return true
        }
        switch value {
        case 0x202A...0x202E, 0x2066...0x2069, 0x206A...0x206F, 0xFEFF, 0xFFF9...0xFFFB: return false
        case 0xE0000...0xE007F: return false
        case 0xFDD0...0xFDEF: return false
        case _ where value & 0xFFFE == 0xFFFE: return false
        default: break
        }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark:
            marks += 1
            return marks <= Limits.marksPerCluster
        case .format:
            return true
        default:
            marks = 0
            return true
        }
    }

    /// Cyrillic and East Asian letters and the usual punctuation, which need no look into Unicode's tables.
    private static func isCommonLetter(_ value: UInt32) -> Bool {
        switch value {
        case 0x0400...0x0482, 0x2010...0x2027, 0x2030...0x205E, 0x3041...0x3096, 0x30A0...0x30FF,
            0x4E00...0x9FFF,
            0xAC00...0xD7A3:
            true
        default: false
        }
    }
}
