import News

extension Frame {
    /// A table in columns.
    struct TableSetting {
        let grid: TableGrid
        let widths: [Int]
    }

    /// A table that is too wide for columns: a line for each cell, with the head of its column.
    struct RecordSetting {
        let rows: [TableGrid.Row]
        /// The head of each column; empty where it has none.
        let heads: [Passage]
    }
}

extension Typesetter {
    mutating func pushTable(_ table: Block.Table, under frame: Frame) {
        let caption = passage(table.caption, .caption)
        let grid = TableGrid(table.rows.map { row($0) })
        let room = frame.room - 3 * (grid.columnCount - 1)
        let wanted = grid.naturalWidths.reduce(0, +)
        if room < grid.columnCount * Limits.columnRoom, wanted > room {
            push(.records(records(of: grid)), under: frame)
        } else {
            push(.table(.init(grid: grid, widths: grid.widths(fitting: room))), under: frame)
        }
        set(caption, room: frame.room)
        requestGap()
    }

    private mutating func row(_ row: Block.Table.Row) -> TableGrid.Row {
        var column = 0
        var cells: [TableGrid.Cell] = []
        for cell in row.cells {
            let span = max(1, min(cell.span, Limits.columnSpan))
            let content = passage(cell.content, row.isHead ? .tableHead : .body)
            cells.append(.init(passage: content, column: column, span: span))
            column += span
        }
        return TableGrid.Row(cells: cells, isHead: row.isHead)
    }

    // MARK: Columns

    mutating func advance(_ frame: Frame, _ setting: Frame.TableSetting) {
        let rows = setting.grid.rows
        guard let part = nextPart(of: rows.count) else { return }
        set(rows[part], setting)
        if rows[part].isHead, part + 1 < rows.count, !rows[part + 1].isHead {
            var line = StyledLine()
            for (column, width) in setting.widths.enumerated() {
                if column > 0 { line.append(marks.crossing, .tableRule, width: 3) }
                line.append(String(repeating: marks.rule, count: width), .tableRule, width: width)
            }
            page.emit(line, level: stack.count - 1)
        }
    }

    private mutating func set(_ row: TableGrid.Row, _ setting: Frame.TableSetting) {
        var columns = row.cells.map { cell in
            let last = min(cell.column + cell.span, setting.widths.count)
            let inner = setting.widths[cell.column..<last].reduce(0, +)
            let isNumeric = cell.span == 1 && setting.grid.isNumeric[cell.column]
            return CellLines(
                cell.passage, width: inner + 3 * (last - cell.column - 1), isRight: isNumeric)
        }
        for column in (row.cells.last.map { $0.column + $0.span } ?? 0)..<setting.widths.count {
            columns.append(CellLines(Passage(), width: setting.widths[column], isRight: false))
        }
        for index in 0..<(columns.map(\.lines.count).max() ?? 0) {
            var line = StyledLine()
            for (number, column) in columns.enumerated() {
                if number > 0 { line.append(marks.column, .tableRule, width: 3) }
                column.append(index, to: &line)
            }
            line.trim()
            page.emit(line, level: stack.count - 1)
        }
    }

    // MARK: Records

    /// Sets a text whose lines after the first stand in by two.
    private mutating func setHanging(_ passage: Passage, room: Int) {
        guard room >= Limits.descriptionRoom else {
            set(passage, room: room)
            return
        }
        var breaker = LineBreaker(passage.bytes, first: room, rest: room - 2)
        var cutter = LineCutter(passage)
        var isFirst = true
        while let piece = breaker.next() {
            var line = StyledLine()
            if !isFirst { line.append("  ", .body, width: 2) }
            line.append(cutter.line(piece))
            line.trim()
            page.emit(line, level: stack.count - 1)
            isFirst = false
        }
    }

    private func records(of grid: TableGrid) -> Frame.RecordSetting {
        var heads = Array(repeating: Passage(), count: grid.columnCount)
        if let first = grid.rows.first, first.isHead {
            for cell in first.cells {
                for column in cell.column..<(cell.column + cell.span) { heads[column] = cell.passage }
            }
        }
        return .init(rows: grid.rows.filter { !$0.isHead }, heads: heads)
    }

    mutating func advance(_ frame: Frame, _ setting: Frame.RecordSetting) {
        guard let part = nextPart(of: setting.rows.count) else { return }
        requestGap()
        for cell in setting.rows[part].cells where cell.passage.hasText {
            var entry = Passage()
            if setting.heads[cell.column].hasText {
                entry.append(setting.heads[cell.column])
                entry.append(": ".utf8, role: .tableHead)
            }
            entry.append(cell.passage)
            entry.joinLines()
            setHanging(entry, room: frame.room)
        }
    }
}
