/// The one gate that all text from outside passes before it is shown or kept as a value.
///
/// Dropped: C0 and C1 controls, DEL, bidirectional embeddings, overrides and isolates, byte order marks, language
/// tags, noncharacters, and combining marks beyond `Limits.marksPerCluster`. Joiners and real right-to-left text stay.
enum TextGate {
    /// One line: breaks and tabs become spaces, white space is collapsed and trimmed.
    static func line(_ raw: String) -> String {
        if isPlainASCII(raw.utf8.span) { return raw }
        if let line = asciiLine(raw.utf8.span) { return line }
        if isClean(raw) { return raw }
        var result: [UInt8] = []
        result.reserveCapacity(raw.utf8.count)
        var marks = 0
        var spacePending = false
        for scalar in raw.unicodeScalars {
            if isLineSpace(scalar) {
                spacePending = !result.isEmpty
                continue
            }
            guard keeps(scalar, marks: &marks), scalar.value != 0x200B else { continue }
            if spacePending {
                result.append(0x20)
                spacePending = false
            }
            if scalar.isASCII {
                result.append(UInt8(truncatingIfNeeded: scalar.value))
            } else {
                result.append(contentsOf: scalar.utf8)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// Several lines: line feeds and tabs stay, carriage returns and other breaks become line feeds.
    static func prose(_ raw: String) -> String {
        cleanedProse(raw.utf8.span).map { String(decoding: $0, as: UTF8.self) } ?? raw
    }

    /// The same of UTF-8; bytes that are not are read as U+FFFD.
    static func prose(_ bytes: [UInt8]) -> String {
        String(decoding: cleanedProse(bytes.span) ?? bytes, as: UTF8.self)
    }

    /// The bytes that may stay, or nothing if that is all of them.
    private static func cleanedProse(_ bytes: Span<UInt8>) -> [UInt8]? {
        var kept: [UInt8] = []
        var marks = 0
        var place = 0
        /// From here on all bytes up to `place` stay.
        var start = 0
        func keepUpToHere() {
            for index in start..<place { kept.append(bytes[index]) }
        }
        while place < bytes.count {
            let byte = bytes[place]
            if byte >= 0x20 && byte < 0x7F || byte == 0x0A || byte == 0x09 {
                marks = 0
                place += 1
                continue
            }
            let (scalar, length) = scalar(bytes, at: place)
            if let scalar, !isLineBreak(scalar), keeps(scalar, marks: &marks) {
                place += length
                continue
            }
            keepUpToHere()
            place += length
            if let scalar {
                if isLineBreak(scalar) { kept.append(0x0A) }
                if scalar.value == 0x0D, place < bytes.count, bytes[place] == 0x0A { place += 1 }
            } else {
                kept += "\u{FFFD}".utf8
            }
            start = place
        }
        if start == 0 { return nil }
        keepUpToHere()
        return kept
    }

    /// The scalar at a place and its bytes; nothing for bytes that are none, so that none of them is ever kept.
    private static func scalar(_ bytes: Span<UInt8>, at place: Int) -> (Unicode.Scalar?, length: Int) {
        let lead = bytes[place]
        if lead < 0x80 { return (Unicode.Scalar(lead), 1) }
        let count = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
        var value = UInt32(lead) & (0x7F >> UInt32(count))
        var length = 1
        while length < count, place + length < bytes.count, bytes[place + length] & 0xC0 == 0x80 {
            value = value << 6 | UInt32(bytes[place + length] & 0x3F)
            length += 1
        }
        let least: UInt32 = count == 2 ? 0x80 : count == 3 ? 0x800 : 0x10000
        let isWhole = length == count && lead >= 0xC2 && lead < 0xF5 && value >= least
        return (isWhole ? Unicode.Scalar(value) : nil, length)
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

    /// An ASCII text as a line; nothing for other texts.
    private static func asciiLine(_ raw: Span<UInt8>) -> String? {
        var result: [UInt8] = []
        result.reserveCapacity(raw.count)
        var spacePending = false
        for index in raw.indices {
            let byte = raw[index]
            guard byte < 0x80 else { return nil }
            if byte == 0x20 || (0x09...0x0D).contains(byte) {
                spacePending = !result.isEmpty
            } else if byte > 0x20, byte != 0x7F {
                if spacePending { result.append(0x20) }
                spacePending = false
                result.append(byte)
            }
        }
        return String(decoding: result, as: UTF8.self)
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

    private static func isLineBreak(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0D, 0x85, 0x2028, 0x2029: true
        default: false
        }
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
            // What is dropped must not part the marks before it from those behind it.
            guard value >= 0x20, !(0x7F...0x9F).contains(value) else { return false }
            marks = 0
            return true
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
