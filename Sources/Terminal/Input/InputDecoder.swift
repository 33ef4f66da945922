import Canvas

/// Makes keys, mouse and pastes of the bytes a terminal sends.
///
/// A pure state machine, byte by byte, so that a sequence may come in pieces. It is not ncurses' decoder: that one
/// loses up to 15 keys after a byte that is no UTF-8, leaks unknown sequences as letters, knows no bracketed paste,
/// and waits by itself where one `poll(2)` should. The forms are those of ECMA-48 (5.4) as xterm, VTE, kitty, tmux,
/// rxvt and the Linux console send them, with the cursor keys in both modes.
struct InputDecoder {
    private enum State {
        case ground
        /// In a letter of several bytes, of which so many are missing.
        case letter(missing: Int)
        /// After ESC.
        case escape
        /// After ESC [.
        case control
        /// After ESC O: one letter follows.
        case single
        /// After ESC [ [: the Linux console's F1 to F5.
        case console
        /// After ESC [ M: the older mouse report, three bytes.
        case report(missing: Int)
        case paste
    }

    private var state = State.ground
    private var held: [UInt8] = []
    private var paste = PasteCollector()
    private var inputs: [Input] = []

    /// Whether the bytes so far are the beginning of something that comes at once or not at all.
    var isUnfinished: Bool {
        switch state {
        case .ground, .paste: false
        default: true
        }
    }

    /// What these bytes complete.
    mutating func decode(_ bytes: some Sequence<UInt8>) -> [Input] {
        for byte in bytes { take(byte) }
        defer { inputs = [] }
        return inputs
    }

    /// What the beginning is after all, when nothing more came: Escape was pressed by itself.
    mutating func giveUp() -> [Input] {
        switch state {
        case .escape: emit(.escape)
        case .single: emit(.escape, .character("O"))
        case .control where held.isEmpty: emit(.escape, .character("["))
        case .paste: return []
        default: break
        }
        enter(.ground)
        defer { inputs = [] }
        return inputs
    }

    private mutating func enter(_ next: State) {
        state = next
        held.removeAll(keepingCapacity: true)
    }

    private mutating func emit(_ keys: Key...) { inputs += keys.map(Input.key) }

    private mutating func take(_ byte: UInt8) {
        switch state {
        case .ground: begin(byte)
        case .letter(let missing): continueLetter(byte, missing: missing)
        case .escape: takeAfterEscape(byte)
        case .control: takeInControl(byte)
        case .single: takeSingle(byte)
        case .console:
            enter(.ground)
            if (0x41...0x45).contains(byte) { emit(.function(Int(byte) - 0x40)) }
        case .report(let missing): takeReport(byte, missing: missing)
        case .paste:
            if let text = paste.take(byte) {
                enter(.ground)
                inputs.append(.paste(text))
            }
        }
    }

    // MARK: Letters

    private mutating func begin(_ byte: UInt8) {
        switch byte {
        case 0x1B: enter(.escape)
        case 0x20..<0x7F: emit(.character(Character(Unicode.Scalar(byte))))
        case 0..<0x20, 0x7F: emit(KeySequence.control(byte))
        case 0xC2...0xDF: beginLetter(byte, missing: 1)
        case 0xE0...0xEF: beginLetter(byte, missing: 2)
        case 0xF0...0xF4: beginLetter(byte, missing: 3)
        default: break
        }
    }

    private mutating func beginLetter(_ byte: UInt8, missing: Int) {
        enter(.letter(missing: missing))
        held.append(byte)
    }

    private mutating func continueLetter(_ byte: UInt8, missing: Int) {
        guard (0x80...0xBF).contains(byte) else {
            enter(.ground)
            return begin(byte)
        }
        held.append(byte)
        state = .letter(missing: missing - 1)
        guard missing == 1 else { return }
        let scalar = String(validating: held, as: UTF8.self)?.unicodeScalars.first
        enter(.ground)
        if let scalar, scalar.value >= 0xA0 { emit(.character(Character(scalar))) }
    }

    // MARK: Sequences

    /// A letter right after ESC is Escape and that letter: nothing here is bound to Alt, and both keys may simply have
    /// come in one read.
    private mutating func takeAfterEscape(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "["): enter(.control)
        case UInt8(ascii: "O"): enter(.single)
        case 0x1B: emit(.escape)
        default:
            emit(.escape)
            enter(.ground)
            begin(byte)
        }
    }

    private mutating func takeInControl(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "[") where held.isEmpty: enter(.console)
        case UInt8(ascii: "M") where held.isEmpty: enter(.report(missing: 3))
        case 0x20..<0x40: if held.count < Limits.sequence { held.append(byte) }
        case 0x40..<0x7F:
            let sequence = ControlSequence(body: held, final: byte)
            enter(.ground)
            finish(sequence)
        default:
            enter(.ground)
            begin(byte)
        }
    }

    private mutating func finish(_ sequence: ControlSequence) {
        if sequence.isPasteStart {
            paste = PasteCollector()
            enter(.paste)
        } else if let mouse = sequence.mouse {
            inputs.append(.mouse(mouse))
        } else if let key = sequence.key {
            emit(key)
        }
    }

    private mutating func takeSingle(_ byte: UInt8) {
        enter(.ground)
        if let key = KeySequence.single(byte) {
            emit(key)
        } else if byte < 0x20 || byte > 0x7E {
            begin(byte)
        }
    }

    private mutating func takeReport(_ byte: UInt8, missing: Int) {
        held.append(byte)
        state = .report(missing: missing - 1)
        guard missing == 1 else { return }
        let numbers = held.map { Int($0) - 32 }
        enter(.ground)
        let isRelease = numbers[0] & 0x63 == 3
        let button = isRelease ? 0 : numbers[0]
        if let mouse = Mouse(report: button, column: numbers[1], row: numbers[2], isRelease: isRelease) {
            inputs.append(.mouse(mouse))
        }
    }
}
