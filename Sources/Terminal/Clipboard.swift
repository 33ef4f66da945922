/// The clipboard of the terminal, which also works through ssh: OSC 52 (xterm, "Operating System Commands").
enum Clipboard {
    /// The sequence that puts a text there; nothing where the text is too long for terminals to take.
    static func sequence(for text: String) -> [UInt8]? {
        guard text.utf8.count <= Limits.clipboard else { return nil }
        return Array("\u{1B}]52;c;".utf8) + Base64.encoded(Array(text.utf8)) + [0x07]
    }
}
