import News

/// A table as the page has it, before it is known whether it holds data or only puts things in places.
struct BodyTable {
    /// A cell with its own blocks.
    struct Cell {
        var blocks: [Block]
        var isHead: Bool
        var columns: Int
        var rows: Int
        /// `<p>` that stand straight in it.
        var paragraphs: Int
    }

    /// A row of cells.
    struct Row {
        var cells: [Cell]
        var isHead: Bool
    }

    private var rows: [Row] = []
    private var caption: [Inline] = []
    /// What stands in the table but in none of its cells.
    private var strays: [Block] = []
    private var isLayout: Bool

    init(_ pieces: [BodyPiece], isPresentation: Bool) {
        isLayout = isPresentation
        for piece in pieces {
            switch piece {
            case .row(let row): rows.append(row)
            case .caption(let content): if caption.isEmpty { caption = content }
            case .block(let block): strays.append(block)
            case .nestedTable: isLayout = true
            default: break
            }
        }
    }

    /// A table of data, or the blocks of one that is only for layout, in their order.
    func composed() -> [BodyPiece] {
        let strayPieces = strays.map { BodyPiece.block($0) }
        let starts = columnStarts()
        let columns = 1 + (starts.compactMap(\.last).max() ?? 0)
        if rows.isEmpty || flows(columns: columns) {
            let title: [BodyPiece] = caption.isEmpty ? [] : [.block(.paragraph(caption))]
            return strayPieces + title + rows.flatMap { $0.cells.flatMap { $0.blocks.map { .block($0) } } }
        }
        return strayPieces + [.block(.table(.init(caption: caption, rows: grid(starts, columns: columns))))]
    }

    private func flows(columns: Int) -> Bool {
        if isLayout || columns <= 1 || columns > BodyLimits.columns { return true }
        let cells = rows.lazy.flatMap(\.cells)
        return !cells.contains(where: \.isHead) && cells.contains { holdsBlocks($0) }
    }

    /// Whether a cell holds more than a text.
    private func holdsBlocks(_ cell: Cell) -> Bool {
        cell.paragraphs > 1
            || cell.blocks.contains { block in
                switch block {
                case .list, .quote, .pullQuote, .code, .definitions, .details, .table: true
                case .heading(let level, _): level <= 3
                case .paragraph, .figure, .group, .rule: false
                }
            }
    }

    /// The column each cell starts in: to the right of those before it and of those that reach down from above.
    private func columnStarts() -> [[Int]] {
        var reach = Array(repeating: 0, count: BodyLimits.columns + 1)
        return rows.map { row in
            var column = 0
            var starts: [Int] = []
            var below = reach.map { max(0, $0 - 1) }
            for cell in row.cells {
                while column < reach.count, reach[column] > 0 { column += 1 }
                starts.append(column)
                let end = min(column + cell.columns, reach.count)
                for covered in min(column, end)..<end { below[covered] = cell.rows - 1 }
                column = column + cell.columns
            }
            reach = below
            return starts
        }
    }

    /// The rows with empty cells where others reach down; no span reaches past the last column that has its own cell.
    private func grid(_ starts: [[Int]], columns: Int) -> [Block.Table.Row] {
        zip(rows, starts).map { row, starts in
            var cells: [Block.Table.Cell] = []
            var column = 0
            for (cell, start) in zip(row.cells, starts) {
                while column < start {
                    cells.append(.init(content: []))
                    column += 1
                }
                let span = min(cell.columns, columns - start)
                cells.append(.init(content: BlockText.inlines(of: cell.blocks), span: span))
                column += span
            }
            return .init(cells: cells, isHead: row.isHead)
        }
    }
}
