/// Builds the tree from the tokens, by the insertion modes of WHATWG HTML §13.2.6, scripting disabled.
///
/// One method a mode, in the extensions; each returns `.again` where the standard says "reprocess the token".
struct HTMLTreeBuilder {
    enum Mode {
        case initial, beforeHTML, beforeHead, inHead, inHeadNoscript, afterHead, inBody, text
        case inTable, inCaption, inColumnGroup, inTableBody, inRow, inCell, inTemplate
        case afterBody, inFrameset, afterFrameset, afterAfterBody, afterAfterFrameset
    }

    enum Step {
        case done, again
    }

    var arena: HTMLArena
    var tokenizer = HTMLTokenizer()
    var mode = Mode.initial
    /// Where `text` mode returns to.
    var originalMode = Mode.inBody
    var templateModes: [Mode] = []
    var stack = OpenElements()
    var formatting = FormattingElements()
    var head: UInt32 = 0
    var form: UInt32 = 0
    var isFramesetAllowed = true
    var isFostering = false
    var isQuirky = false
    /// A line feed right after `<pre>` is not content.
    var dropsLineFeed = false
    /// Characters directly in a table, kept until it is known whether all are white space.
    var tableText: [HTMLToken] = []
    /// The element a fragment is parsed as the content of.
    var context: OpenElement?
    /// How many more copies of formatting elements may be made.
    var cloneBudget: Int

    init(source: [UInt8]) {
        arena = HTMLArena(source: source)
        cloneBudget = HTMLLimits.clonesBase + source.count / HTMLLimits.bytesPerClone
    }

    mutating func build(_ bytes: Span<UInt8>) {
        while true {
            let token = tokenizer.next(bytes, into: &arena, isForeign: isCurrentNodeForeign)
            switch token.kind {
            case .text, .whitespace, .null: characters(token, bytes)
            case .endOfFile:
                dropsLineFeed = false
                process(token, bytes)
                arena.finish()
                return
            default:
                dropsLineFeed = false
                process(token, bytes)
            }
        }
    }

    /// Takes a token through the rules until they are done with it.
    mutating func process(_ token: HTMLToken, _ bytes: Span<UInt8>) {
        if !tableText.isEmpty { flushTableText(bytes) }
        let attributeEnd = arena.attributes.count
        let nodeCount = arena.nodes.count
        while step(token, bytes) == .again {}
        if token.kind == .startTag, token.attributeCount > 0, arena.nodes.count == nodeCount,
            arena.attributes.count == attributeEnd
        {
            // The tag was ignored: nothing points to its attributes.
            arena.attributes.removeSubrange(Int(token.attributeStart)...)
        }
    }

    private mutating func step(_ token: HTMLToken, _ bytes: Span<UInt8>) -> Step {
        usesForeignRules(token) ? foreignContent(token, bytes) : rules(of: mode, token, bytes)
    }

    /// Applies the rules of a mode, which need not be the current one.
    mutating func rules(of mode: Mode, _ token: HTMLToken, _ bytes: Span<UInt8>) -> Step {
        switch mode {
        case .inBody: inBody(token, bytes)
        case .text: text(token)
        case .inTable: inTable(token, bytes)
        case .inTableBody: inTableBody(token, bytes)
        case .inRow: inRow(token, bytes)
        case .inCell: inCell(token, bytes)
        case .inCaption: inCaption(token, bytes)
        case .inColumnGroup: inColumnGroup(token, bytes)
        case .inTemplate: inTemplate(token, bytes)
        case .initial: initial(token)
        case .beforeHTML: beforeHTML(token)
        case .beforeHead: beforeHead(token, bytes)
        case .inHead: inHead(token, bytes)
        case .inHeadNoscript: inHeadNoscript(token, bytes)
        case .afterHead: afterHead(token, bytes)
        case .afterBody: afterBody(token, bytes)
        case .inFrameset: inFrameset(token, bytes)
        case .afterFrameset: afterFrameset(token, bytes)
        case .afterAfterBody: afterAfterBody(token, bytes)
        case .afterAfterFrameset: afterAfterFrameset(token, bytes)
        }
    }

    // MARK: Characters

    /// Takes a run of characters through the rules, in parts where the mode treats white space differently.
    private mutating func characters(_ token: HTMLToken, _ bytes: Span<UInt8>) {
        var rest = token
        if dropsLineFeed {
            dropsLineFeed = false
            rest = rest.droppingLineFeed(bytes)
            if rest.kind == .text, rest.letters == .none, rest.range.length == 0 { return }
        }
        while rest.kind == .text, rest.letters == .none, modeSplitsText {
            guard let part = rest.splitWhitespace(bytes) else { break }
            process(part, bytes)
            if rest.range.length == 0 { return }
        }
        if isTableText {
            tableText.append(rest)
        } else {
            process(rest, bytes)
        }
    }

    private var modeSplitsText: Bool {
        switch mode {
        case .inBody, .text, .inTable, .inCaption, .inTableBody, .inRow, .inCell, .inTemplate: false
        default: true
        }
    }
}

extension HTMLToken {
    var isCharacters: Bool { kind == .text || kind == .whitespace || kind == .null }

    func droppingLineFeed(_ bytes: Span<UInt8>) -> HTMLToken {
        var rest = self
        if letters != .none {
            guard letters == PackedLetters("\n") else { return self }
            rest.letters = .none
            rest.kind = .text
        } else if kind == .text, bytes[range.offset] == 0x0a {
            rest.range = ByteRange(source: range.offset &+ 1..<range.bounds.upperBound)
        }
        return rest
    }

    /// Cuts the leading run of white space, or of anything else, off; nil if there is only one run.
    mutating func splitWhitespace(_ bytes: Span<UInt8>) -> HTMLToken? {
        let bounds = range.bounds
        var index = bounds.lowerBound
        guard index < bounds.upperBound else { return nil }
        let isSpace = bytes[index].isHTMLSpace
        while index < bounds.upperBound, bytes[index].isHTMLSpace == isSpace { index &+= 1 }
        if index == bounds.upperBound {
            kind = isSpace ? .whitespace : .text
            return nil
        }
        var part = self
        part.kind = isSpace ? .whitespace : .text
        part.range = ByteRange(source: bounds.lowerBound..<index)
        range = ByteRange(source: index..<bounds.upperBound)
        return part
    }
}
