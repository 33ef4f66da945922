import Canvas

/// What stood between ESC [ and its last letter, and that letter (ECMA-48, 5.4).
struct ControlSequence {
    private let isPrivate: Bool
    private let isMouse: Bool
    private let parameters: [Int]
    private let final: UInt8

    /// Reads the parameters; marks other than digits and semicolons make the sequence one that nobody knows.
    init(body: [UInt8], final: UInt8) {
        isMouse = body.first == UInt8(ascii: "<")
        let digits = isMouse ? body[1...] : body[...]
        isPrivate = digits.contains { !(0x30...0x3B).contains($0) || $0 == 0x3A }
        parameters = digits.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map {
            digits in
            digits.prefix(Limits.parameterDigits).reduce(0) { $0 * 10 + Int($1 & 0x0F) }
        }
        self.final = final
    }

    /// Whether a bracketed paste begins.
    var isPasteStart: Bool { !isPrivate && !isMouse && final == UInt8(ascii: "~") && parameters.first == 200 }

    /// The key, whatever modifiers it came with.
    var key: Key? {
        guard !isPrivate, !isMouse else { return nil }
        if final == UInt8(ascii: "~") { return KeySequence.numbered(parameters.first ?? 0) }
        return KeySequence.lettered(final)
    }

    /// The mouse report in xterm's SGR form.
    var mouse: Mouse? {
        guard isMouse, !isPrivate, parameters.count == 3 else { return nil }
        guard final == UInt8(ascii: "M") || final == UInt8(ascii: "m") else { return nil }
        return Mouse(
            report: parameters[0], column: parameters[1], row: parameters[2],
            isRelease: final == UInt8(ascii: "m"))
    }
}

extension Mouse {
    /// Reads xterm's button number; only the left button and the wheel mean something here.
    init?(report button: Int, column: Int, row: Int, isRelease: Bool) {
        guard column > 0, row > 0 else { return nil }
        let isMotion = button & 32 != 0
        // Shift 4, Alt 8 and Ctrl 16 are left out.
        let action: Action
        switch (button & ~0x3C, isMotion, isRelease) {
        case (0, false, false): action = .press
        case (0, true, false): action = .drag
        case (0, _, true): action = .release
        case (64, _, false): action = .wheelUp
        case (65, _, false): action = .wheelDown
        default: return nil
        }
        self.init(action, at: Point(x: column - 1, y: row - 1))
    }
}
