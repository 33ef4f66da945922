import Markup
import News

/// Writes the article's blocks as clean HTML: a known set of elements, web and mail links only, all text escaped.
struct ArticleWriter {
    let body: PageBody
    let base: WebAddress?
    private let container: Int
    private let outline: StructureOutline
    private var output = HTMLOutput()
    /// The open elements, outermost first.
    private var open: [StructureOutline.Step] = []
    private var pictures: ArraySlice<ArticlePicture>
    /// The element that the last block's text was written into directly.
    private var filled = -1

    /// The blocks as HTML, with the pictures that stand among them.
    static func html(
        _ body: PageBody, blocks: [Int], container: Int, pictures: [ArticlePicture], base: WebAddress?
    ) -> String {
        var writer = ArticleWriter(
            body: body, base: base, container: container,
            outline: StructureOutline(body: body, blocks: blocks, container: container),
            pictures: pictures[...])
        for index in blocks { writer.write(index) }
        writer.close(to: 0)
        writer.writePictures(before: blocks.last.map { $0 + 1 } ?? 0)
        return writer.output.text
    }

    /// Paragraphs without structure.
    static func html(paragraphs: [String]) -> String {
        var output = HTMLOutput()
        for paragraph in paragraphs {
            output.open("p")
            output.add(text: Array(paragraph.utf8)[...])
            output.close("p")
        }
        return output.text
    }

    private init(
        body: PageBody, base: WebAddress?, container: Int, outline: StructureOutline,
        pictures: ArraySlice<ArticlePicture>
    ) {
        self.body = body
        self.base = base
        self.container = container
        self.outline = outline
        self.pictures = pictures
    }

    // MARK: Blocks

    private mutating func write(_ index: Int) {
        let block = body.blocks[index]
        let path = outline.path(to: block)
        var shared = 0
        while shared < min(path.count, open.count), path[shared].element == open[shared].element {
            shared += 1
        }
        close(to: shared)
        if open.isEmpty { writePictures(before: index) }
        for step in path[shared...] {
            output.open(step.name, attributes: attributes(of: step))
            open.append(step)
        }
        guard let inner = path.last, inner.holdsText, outline.isAlone(block, in: inner.element) else {
            output.open("p")
            writeText(of: block)
            output.close("p")
            return
        }
        if filled == inner.element { output.breakLine(inPreformatted: inner.name == "pre") }
        filled = inner.element
        writeText(of: block)
    }

    private mutating func close(to depth: Int) {
        while open.count > depth {
            let step = open.removeLast()
            output.close(step.name)
        }
    }

    private func attributes(of step: StructureOutline.Step) -> [(String, String)] {
        switch step.name {
        case "ol":
            guard let start = body.attribute("start", ofElement: step.element).flatMap({ Int($0) }),
                start != 1
            else {
                return []
            }
            return [("start", String(start))]
        case "td", "th":
            guard let span = body.attribute("colspan", ofElement: step.element).flatMap({ Int($0) }),
                (2...100).contains(span)
            else { return [] }
            return [("colspan", String(span))]
        default: return []
        }
    }

    // MARK: Text

    private mutating func writeText(of block: TextBlock) {
        var marks: [InlineMark] = []
        var isStart = true
        for piece in body.pieces[block.pieces] {
            let wanted = inlineMarks(of: piece.element, below: block.element)
            var shared = 0
            while shared < min(wanted.count, marks.count), wanted[shared].element == marks[shared].element {
                shared += 1
            }
            while marks.count > shared { output.close(marks.removeLast().name) }
            var text = body.letters[piece.letters]
            // A space belongs before the link, not into it.
            if text.first == 0x20, !block.isPreformatted {
                text.removeFirst()
                if !isStart { output.add(text: [0x20]) }
            }
            for mark in wanted[shared...] {
                output.open(mark.name, attributes: mark.attributes)
                marks.append(mark)
            }
            isStart = piece.kind == .lineBreak
            if piece.kind == .lineBreak { output.breakLine() } else { output.add(text: text) }
        }
        while let mark = marks.popLast() { output.close(mark.name) }
    }

    private func inlineMarks(of element: Int, below block: Int) -> [InlineMark] {
        var marks: [InlineMark] = []
        var index = element
        while index >= 0, index != block, body.elements[index].isInline, marks.count < Limits.inlineMarks {
            if let mark = InlineMark(body, index, base: base) { marks.append(mark) }
            index = body.elements[index].parent
        }
        // A link may hold whole blocks.
        while index >= 0, index > container, body.elements[index].isLink, marks.count < Limits.inlineMarks {
            if let mark = InlineMark(body, index, base: base), mark.name == "a" {
                marks.append(mark)
                break
            }
            index = body.elements[index].parent
        }
        return marks.reversed()
    }

    // MARK: Pictures

    private mutating func writePictures(before index: Int) {
        while let picture = pictures.first, picture.block <= index {
            pictures.removeFirst()
            picture.write(to: &output)
        }
    }
}
