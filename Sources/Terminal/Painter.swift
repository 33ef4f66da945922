import CNcurses
import Canvas

/// Turns canvases into ncurses cells; of each row only what differs from what was painted last is handed on.
struct Painter {
    private let depth: ColorDepth
    /// Whether the terminal turns right-to-left text round: then the marks that keep it apart are sent.
    private let isReordering: Bool
    private var shown: Canvas?
    private var looks: [Style: Look] = [:]
    private var pairs: [Pair: Int32] = [:]
    private var last: (style: Style, look: Look)?
    /// The addresses of the canvas that is painted.
    private var links: [String] = []
    private var row: [cn_cell] = []
    /// Whether letters are sent with the addresses they lead to.
    private let hasLinks: Bool
    private var entries = PaletteEntries()
    private var sender = PictureSender()
    /// The numbers that the terminal knows the canvas's pictures by.
    private var pictures: [UInt32] = []

    /// What ncurses calls a style.
    private struct Look {
        var pair: Int32
        var attributes: UInt8
    }

    private struct Pair: Hashable {
        var foreground: UInt8?
        var background: UInt8?
    }

    init(depth: ColorDepth, isReordering: Bool = false, hasLinks: Bool = false) {
        self.depth = depth
        self.isReordering = isReordering
        // An entry has to stand for the address.
        self.hasLinks = hasLinks && depth.count >= ColorDepth.palette.count
        cn_forget_entries()
    }

    /// Brings the terminal to a canvas; writes nothing where nothing changed.
    mutating func paint(_ canvas: Canvas) {
        let isAsBefore = shown.map {
            (!hasLinks || $0.links == canvas.links) && $0.pictures == canvas.pictures
        }
        if isAsBefore != true { takeReferences(of: canvas) }
        if entries.hasRunOut { giveEntriesBack(for: canvas) }
        var changed = shown?.size != canvas.size || shown?.cursor != canvas.cursor
        let old = shown?.size == canvas.size ? shown : nil
        if old == nil { cn_erase() }
        for y in 0..<min(canvas.size.height, Int(cn_rows())) {
            var cells = canvas.row(y)
            if let old, isAsBefore == true || !cells.contains(where: \.style.isReference) {
                cells = cells[Painter.change(from: old.row(y), to: cells)]
            }
            guard !cells.isEmpty else { continue }
            put(cells, y: y, x: cells.startIndex - canvas.row(y).startIndex)
            changed = true
        }
        shown = canvas
        guard changed else { return }
        let cursor = canvas.cursor.flatMap { canvas.bounds.contains($0) ? $0 : nil }
        cn_show(Int32(cursor?.y ?? -1), Int32(cursor?.x ?? -1))
    }

    /// From the first cell of a row that differs to the last one, whole letters; empty where none does.
    private static func change(from old: ArraySlice<Cell>, to new: ArraySlice<Cell>) -> Range<Int> {
        guard var first = new.indices.first(where: { new[$0] != old[$0] }),
            var last = new.indices.last(where: { new[$0] != old[$0] })
        else { return new.startIndex..<new.startIndex }
        func isHalf(_ index: Int) -> Bool { new[index].isContinuation || old[index].isContinuation }
        while first > new.startIndex, isHalf(first) { first -= 1 }
        while last + 1 < new.endIndex, isHalf(last + 1) { last += 1 }
        return first..<(last + 1)
    }

    /// Paints the last canvas anew, as the terminal may show anything now.
    mutating func repaint() {
        cn_forget()
        forgetPictures()
        guard let canvas = shown else { return }
        shown = nil
        paint(canvas)
    }

    /// Takes the addresses and pictures over that a canvas's numbers stand for, and lets addresses go that neither the
    /// terminal nor the canvas shows.
    private mutating func takeReferences(of canvas: Canvas) {
        entries.free(linksBut: canvas.links + (shown?.links ?? [])) { cn_forget_entry(Int32($0)) }
        links = hasLinks ? canvas.links : []
        pictures = canvas.pictures.map { sender.number(of: $0, write: Painter.write) }
        // The same number may stand for something else now.
        looks = looks.filter { !$0.key.isReference }
        last = nil
    }

    /// Has the terminal forget the pictures that it was sent.
    mutating func forgetPictures() { sender.forgetAll(write: Painter.write) }

    private static func write(_ bytes: [UInt8]) { cn_write(bytes, Int32(bytes.count)) }

    /// Lets the entries go that do not show any more, if all of a canvas's then find one: photographs use many.
    ///
    /// All is sent anew, as a cell whose entry now stands for something else would look unchanged.
    private mutating func giveEntriesBack(for canvas: Canvas) {
        var wanted: Set<Meaning> = []
        for style in Set(canvas.cells.map(\.style)) {
            if let meaning = meaning(of: style.foreground, link: address(style.link, on: canvas.links)) {
                wanted.insert(meaning)
            }
            if let meaning = meaning(of: style.background) { wanted.insert(meaning) }
        }
        guard wanted.count <= PaletteEntries.room else { return }
        entries = PaletteEntries()
        cn_forget_entries()
        looks.removeAll()
        last = nil
        cn_forget()
        shown = nil
    }

    /// The address that a style's number stands for.
    private func address(_ number: UInt8, on links: [String]) -> String? {
        hasLinks && number > 0 && number <= links.count ? links[Int(number) - 1] : nil
    }

    /// What has to be written out by an entry; nothing for a colour that ncurses can name itself.
    private func meaning(of color: Color, link: String? = nil) -> Meaning? {
        if let number = color.picture {
            return pictures.indices.contains(number) ? Meaning(color: .rgb(pictures[number])) : nil
        }
        // The first sixteen are what the person made of them.
        let isBasic = color.code >> 24 == 0 || color.code >> 24 == 1 && color.code & 0xFF < 16
        if depth == .truecolor, !isBasic {
            return Meaning(color: color.rgb.map { .rgb($0.value) } ?? color, link: link)
        }
        // Where some entries stand for addresses, the others of their colours need entries too.
        guard link != nil || hasLinks && !isBasic else { return nil }
        return Meaning(color: depth.index(of: color).map(Color.palette) ?? .default, link: link)
    }

    private mutating func put(_ cells: ArraySlice<Cell>, y: Int, x: Int) {
        row.removeAll(keepingCapacity: true)
        for index in cells.indices where !cells[index].isContinuation {
            let cell = cells[index]
            let look = look(of: cell.style)
            let mark2 = cell.endsRightToLeft && !isReordering ? 0 : cell.mark2.value
            let isWide = index + 1 < cells.endIndex && cells[index + 1].isContinuation
            row.append(
                cn_cell(
                    base: cell.base.value, mark1: cell.mark1.value, mark2: mark2,
                    pair: look.pair, columns: isWide ? 2 : 1, attributes: look.attributes))
        }
        cn_put(Int32(y), Int32(x), row, Int32(row.count))
    }

    private mutating func look(of style: Style) -> Look {
        if let last, last.style == style { return last.look }
        let look = looks[style] ?? newLook(of: style)
        last = (style, look)
        return look
    }

    private mutating func newLook(of style: Style) -> Look {
        let look = Look(pair: pair(of: style), attributes: attributes(of: style))
        if looks.count >= Limits.looks { looks.removeAll() }
        looks[style] = look
        return look
    }

    /// Pairs are never given back, as ncurses would recolour what stands on the screen; when a terminal of few colours
    /// has no more of them, the rest is shown without colour.
    private mutating func pair(of style: Style) -> Int32 {
        let wanted = Pair(
            foreground: index(of: style.foreground, link: address(style.link, on: links)),
            background: index(of: style.background))
        if wanted == Pair() { return 0 }
        if let pair = pairs[wanted] { return pair }
        guard pairs.count + 1 < cn_pairs() else { return 0 }
        let pair = cn_pair(wanted.foreground.map(Int32.init) ?? -1, wanted.background.map(Int32.init) ?? -1)
        pairs[wanted] = pair
        return pair
    }

    /// The palette entry for a colour, of letters that lead to an address.
    private mutating func index(of color: Color, link: String? = nil) -> UInt8? {
        guard let meaning = meaning(of: color, link: link) else { return depth.index(of: color) }
        return entries.entry(for: meaning) { cn_entry(Int32($0), $1.color.code, $1.link) }
    }

    private func attributes(of style: Style) -> UInt8 {
        let names: [(Style.Attributes, Int)] = [
            (.bold, CN_BOLD), (.dim, CN_DIM), (.italic, CN_ITALIC), (.underline, CN_UNDERLINE),
            (.reverse, CN_REVERSE),
        ]
        return names.reduce(0) { style.attributes.contains($1.0) ? $0 | UInt8($1.1) : $0 }
    }
}

extension Style {
    /// Whether it stands for something that its canvas has by a number.
    fileprivate var isReference: Bool { link != 0 || foreground.picture != nil }
}
