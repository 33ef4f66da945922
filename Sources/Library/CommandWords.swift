/// A command line taken apart into words, as a shell would, but nothing in it is expanded or run.
public enum CommandWords {
    /// The words; nothing where a quotation mark is not closed or there is no word.
    public static func split(_ text: String) -> [String]? {
        var words: [String] = []
        var word: String.UnicodeScalarView?
        var quote: Unicode.Scalar?
        var isEscaped = false
        // A mark behind a space or a quotation mark does not make another letter of it, for no shell.
        for letter in text.unicodeScalars {
            if isEscaped {
                word = (word ?? .init()) + [letter]
                isEscaped = false
            } else if let open = quote {
                if letter == open {
                    quote = nil
                } else if letter == "\\", open == "\"" {
                    isEscaped = true
                } else {
                    word = (word ?? .init()) + [letter]
                }
            } else if letter == "\\" {
                isEscaped = true
            } else if letter == "\"" || letter == "'" {
                quote = letter
                word = word ?? .init()
            } else if letter.properties.isWhitespace {
                if let whole = word { words.append(String(whole)) }
                word = nil
            } else {
                word = (word ?? .init()) + [letter]
            }
        }
        guard quote == nil, !isEscaped else { return nil }
        if let word { words.append(String(word)) }
        return words.isEmpty ? nil : words
    }
}
