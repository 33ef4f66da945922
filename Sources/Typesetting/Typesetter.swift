import News

/// Sets an article's blocks as lines of a width, from the top and only as far as asked.
///
/// The conventions are those of `Documentation/Rendering.md`. Nested blocks are walked with a stack of frames, so that
/// the first screen of a long article needs only its first blocks and no depth of nesting is too deep.
public struct Typesetter: Sendable {
    /// What a reader may want otherwise.
    public struct Options: Sendable, Hashable {
        /// Show `[n]` behind links.
        public var showsLinkNumbers: Bool
        /// List the links' addresses at the end.
        public var listsLinks: Bool
        /// Break long addresses of that list; else they stand whole, as a terminal wants them to be clicked.
        public var wrapsAddresses: Bool
        /// Draw a bar beside pull quotes; else they are paragraphs.
        public var marksPullQuotes: Bool
        /// Use ASCII for all signs that are not the article's own.
        public var isASCII: Bool
        /// Pictures to set above their alternative texts.
        public var pictures: PictureSetting?

        /// The usual: numbers, bars and Unicode, and the addresses whole at the end.
        public init(
            showsLinkNumbers: Bool = true, listsLinks: Bool = true, wrapsAddresses: Bool = false,
            marksPullQuotes: Bool = true, isASCII: Bool = false, pictures: PictureSetting? = nil
        ) {
            self.showsLinkNumbers = showsLinkNumbers
            self.listsLinks = listsLinks
            self.wrapsAddresses = wrapsAddresses
            self.marksPullQuotes = marksPullQuotes
            self.isASCII = isASCII
            self.pictures = pictures
        }
    }

    let options: Options
    let marks: Marks
    var page = Page()
    var register = LinkRegister()
    var stack: [Frame]
    private var listedLinks = 0
    private let width: Int

    /// Prepares to set blocks; no line is set yet.
    public init(blocks: [Block], width: Int, options: Options = Options()) {
        self.options = options
        self.width = max(1, min(width, Limits.width))
        marks = options.isASCII ? .ascii : .unicode
        stack = [Frame(.blocks(blocks, .apart), room: self.width, bullets: 0, line: 0)]
    }

    /// The places that links lead to, number 1 first; complete once all is set.
    public var links: [LinkTarget] { register.targets }

    /// Whether all lines are set.
    public var isFinished: Bool {
        stack.isEmpty && (!options.listsLinks || listedLinks == register.targets.count)
    }

    /// The lines from the top, at least so many where the article has them.
    public mutating func lines(upTo count: Int) -> [StyledLine] {
        while page.lines.count < count, !isFinished { advance() }
        return page.lines
    }

    /// All lines.
    public mutating func allLines() -> [StyledLine] { lines(upTo: .max) }

    private mutating func advance() {
        guard let frame = stack.last else { return listNextLink() }
        switch frame.content {
        case .blocks(let blocks, let spacing): advance(frame, blocks, spacing)
        case .list(let setting): advance(frame, setting)
        case .definitions(let parts): advance(frame, parts)
        case .table(let setting): advance(frame, setting)
        case .records(let setting): advance(frame, setting)
        }
    }

    // MARK: Frames

    /// The number of the part to set now; nothing, and the frame is closed, after the last.
    mutating func nextPart(of count: Int) -> Int? {
        let level = stack.count - 1
        let part = stack[level].next
        if part < count {
            stack[level].next += 1
            return part
        }
        page.close(level: level)
        if stack.removeLast().hasMargin { page.popMargin() }
        return nil
    }

    /// Asks for a blank line if the frame on top has lines already.
    mutating func requestGap() {
        let level = stack.count - 1
        if page.lines.count > stack[level].firstLine { page.requestGap(level: level) }
    }

    mutating func push(_ content: Frame.Content, under frame: Frame, room: Int? = nil, margin: Margin? = nil)
    {
        var inner = Frame(content, room: room ?? frame.room, bullets: frame.bullets, line: page.lines.count)
        if let margin {
            page.push(margin)
            inner.hasMargin = true
        }
        stack.append(inner)
    }

    // MARK: Lines

    mutating func passage(_ content: [Inline], _ role: TextRole, keepsSpace: Bool = false) -> Passage {
        var flow = InlineFlow(
            base: role, marks: marks, showsNumbers: options.showsLinkNumbers, keepsSpace: keepsSpace)
        return flow.passage(content, links: &register)
    }

    /// Sets a text, if anything of it shows, and returns the cells of its widest line.
    @discardableResult
    mutating func set(_ passage: Passage, room: Int) -> Int {
        guard passage.hasText else { return 0 }
        var breaker = LineBreaker(passage.bytes, first: room, rest: room)
        var cutter = LineCutter(passage)
        var widest = 0
        while let piece = breaker.next() {
            page.emit(cutter.line(piece), level: stack.count - 1)
            widest = max(widest, piece.width)
        }
        return widest
    }

    mutating func setRule(_ sign: String, width: Int) {
        var line = StyledLine()
        line.append(String(repeating: sign, count: width), .rule, width: width)
        page.emit(line)
    }

    private mutating func listNextLink() {
        if listedLinks == 0, !page.lines.isEmpty { page.requestGap(level: 0) }
        listedLinks += 1
        let number = "[\(listedLinks)]"
        var entry = Passage()
        entry.append(number.utf8, role: .linkNumber, link: listedLinks)
        entry.append(" ".utf8, role: .body)
        entry.append(register.targets[listedLinks - 1].text.utf8, role: .address, link: listedLinks)
        set(entry, room: options.wrapsAddresses ? width : .max)
    }
}
