/// Gathers a bracketed paste up to its end mark, within a bound.
struct PasteCollector {
    private static let mark: [UInt8] = Array("\u{1B}[201~".utf8)
    private var bytes: [UInt8] = []
    private var matched = 0

    /// Takes one byte; the whole text when the end mark is complete.
    mutating func take(_ byte: UInt8) -> String? {
        if byte == Self.mark[matched] {
            matched += 1
            guard matched == Self.mark.count else { return nil }
            return text
        }
        for passed in Self.mark[..<matched] { append(passed) }
        // ESC stands only at the mark's start, so nothing else of what matched can begin it again.
        matched = byte == Self.mark[0] ? 1 : 0
        if matched == 0 { append(byte) }
        return nil
    }

    private mutating func append(_ byte: UInt8) {
        if bytes.count < Limits.paste { bytes.append(byte) }
    }

    /// The text with line feeds (terminals paste carriage returns) and tabs, without any other control.
    private var text: String {
        var scalars = String.UnicodeScalarView()
        var afterReturn = false
        for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
            defer { afterReturn = scalar == "\r" }
            switch scalar.value {
            case 0x0A: if !afterReturn { scalars.append("\n") }
            case 0x0D: scalars.append("\n")
            case 0x09, 0x20..<0x7F, 0xA0...: scalars.append(scalar)
            default: break
            }
        }
        return String(scalars)
    }
}
