import CNcurses
import Canvas

/// Turns canvases into ncurses rows; only rows that differ from what was painted last are handed on.
struct Painter {
    private let depth: ColorDepth
    /// Whether the terminal turns right-to-left text round: then the marks that keep it apart are sent.
    private let isReordering: Bool
    private var shown: Canvas?
    private var looks: [Style: Look] = [:]
    private var pairs: [Pair: Int32] = [:]
    private var last: (style: Style, look: Look) = (.plain, Look(pair: 0, attributes: 0))
    private var row: [cn_cell] = []
    private var trueColors = TrueColors()

    /// What ncurses calls a style.
    private struct Look {
        var pair: Int32
        var attributes: UInt8
    }

    private struct Pair: Hashable {
        var foreground: UInt8?
        var background: UInt8?
    }

    init(depth: ColorDepth, isReordering: Bool = false) {
        self.depth = depth
        self.isReordering = isReordering
        cn_forget_true_colors()
    }

    /// Brings the terminal to a canvas; writes nothing where nothing changed.
    mutating func paint(_ canvas: Canvas) {
        if trueColors.hasRunOut { giveColorsBack(for: canvas) }
        var changed = shown?.size != canvas.size || shown?.cursor != canvas.cursor
        let old = shown?.size == canvas.size ? shown : nil
        if old == nil { cn_erase() }
        for y in 0..<min(canvas.size.height, Int(cn_rows())) {
            if let old, old.row(y) == canvas.row(y) { continue }
            put(canvas.row(y), y: y)
            changed = true
        }
        shown = canvas
        guard changed else { return }
        let cursor = canvas.cursor.flatMap { canvas.bounds.contains($0) ? $0 : nil }
        cn_show(Int32(cursor?.y ?? -1), Int32(cursor?.x ?? -1))
    }

    /// Paints the last canvas anew, as the terminal may show anything now.
    mutating func repaint() {
        cn_forget()
        guard let canvas = shown else { return }
        shown = nil
        paint(canvas)
    }

    /// Lets the entries of colours go that do not show any more, if all of a canvas's then find one: photographs use many.
    ///
    /// All is sent anew, as a cell whose entry now stands for another colour would look unchanged.
    private mutating func giveColorsBack(for canvas: Canvas) {
        var wanted: Set<Color> = []
        for cell in canvas.cells {
            for color in [cell.style.foreground, cell.style.background] where isTrue(color) {
                wanted.insert(color)
            }
        }
        guard wanted.count <= TrueColors.room else { return }
        trueColors = TrueColors()
        cn_forget_true_colors()
        looks.removeAll()
        last = (.plain, Look(pair: 0, attributes: 0))
        cn_forget()
        shown = nil
    }

    /// Whether a colour is written out by its parts: the first sixteen are what the person made of them.
    private func isTrue(_ color: Color) -> Bool {
        depth == .truecolor && (color.code >> 24 == 2 || color.code >> 24 == 1 && color.code & 0xFF > 15)
    }

    private mutating func put(_ cells: ArraySlice<Cell>, y: Int) {
        row.removeAll(keepingCapacity: true)
        for index in cells.indices where !cells[index].isContinuation {
            let cell = cells[index]
            if cell.style != last.style { last = (cell.style, look(of: cell.style)) }
            let mark2 = cell.endsRightToLeft && !isReordering ? 0 : cell.mark2.value
            let isWide = index + 1 < cells.endIndex && cells[index + 1].isContinuation
            row.append(
                cn_cell(
                    base: cell.base.value, mark1: cell.mark1.value, mark2: mark2,
                    pair: last.look.pair,
                    columns: isWide ? 2 : 1, attributes: last.look.attributes))
        }
        cn_put_row(Int32(y), row, Int32(row.count))
    }

    private mutating func look(of style: Style) -> Look {
        if let look = looks[style] { return look }
        if looks.count >= Limits.looks { looks.removeAll() }
        let look = Look(pair: pair(of: style), attributes: attributes(of: style))
        looks[style] = look
        return look
    }

    /// Pairs are never given back, as ncurses would recolour what stands on the screen; when a terminal of few colours
    /// has no more of them, the rest is shown without colour.
    private mutating func pair(of style: Style) -> Int32 {
        let wanted = Pair(
            foreground: index(of: style.foreground), background: index(of: style.background))
        if wanted == Pair() { return 0 }
        if let pair = pairs[wanted] { return pair }
        guard pairs.count + 1 < cn_pairs() else { return 0 }
        let pair = cn_pair(wanted.foreground.map(Int32.init) ?? -1, wanted.background.map(Int32.init) ?? -1)
        pairs[wanted] = pair
        return pair
    }

    /// The palette entry for a colour.
    private mutating func index(of color: Color) -> UInt8? {
        guard isTrue(color), let rgb = color.rgb else { return depth.index(of: color) }
        return trueColors.entry(for: rgb) { cn_true_color(Int32($0), $1) }
    }

    private func attributes(of style: Style) -> UInt8 {
        let names: [(Style.Attributes, Int)] = [
            (.bold, CN_BOLD), (.dim, CN_DIM), (.italic, CN_ITALIC), (.underline, CN_UNDERLINE),
            (.reverse, CN_REVERSE),
        ]
        return names.reduce(0) { style.attributes.contains($1.0) ? $0 | UInt8($1.1) : $0 }
    }
}
