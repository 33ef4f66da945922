import Markup

/// What a page shows: its elements, and its text in blocks, in document order.
struct PageBody: Sendable {
    let document: HTMLDocument
    var elements: [PageElement] = []
    var blocks: [TextBlock] = []
    var pieces: [TextPiece] = []
    var pictures: [PagePicture] = []
    /// All text, white space collapsed, a line feed between blocks.
    var letters: [UInt8] = []

    func text(_ block: TextBlock) -> ArraySlice<UInt8> { letters[block.letters] }

    func string(_ block: TextBlock) -> String { String(decoding: letters[block.letters], as: UTF8.self) }

    /// All text within an element in one line.
    func text(ofElement index: Int) -> String {
        LineText.collapsed(String(decoding: letters[elements[index].letters], as: UTF8.self))
    }

    /// An attribute of an element.
    func attribute(_ name: String, ofElement index: Int) -> String? {
        document.attribute(name, of: elements[index].node)
    }

    /// The elements around one, from the nearest out.
    func ancestors(of index: Int) -> ElementAncestors {
        ElementAncestors(body: self, upcoming: index >= 0 ? elements[index].parent : -1)
    }

    /// Whether one element is within another.
    func isInside(_ index: Int, _ outer: Int) -> Bool { outer < index && index < elements[outer].end }
}

/// The elements around one, from the nearest out.
struct ElementAncestors: Sequence, IteratorProtocol {
    let body: PageBody
    var upcoming: Int

    mutating func next() -> Int? {
        guard upcoming >= 0 else { return nil }
        defer { upcoming = body.elements[upcoming].parent }
        return upcoming
    }
}
