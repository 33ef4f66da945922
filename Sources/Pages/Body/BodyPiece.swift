import News

/// What an element leaves to the one around it.
enum BodyPiece {
    case block(Block)
    case item(number: Int?, [Block])
    case term([Inline])
    case description([Block])
    /// Of a table, a figure or a pull quote.
    case caption([Inline])
    case summary([Inline])
    case cell(BodyTable.Cell)
    case row(BodyTable.Row)
    /// A table within the table; its cells are no cells of data.
    case nestedTable
}

/// An element that is open and gathers pieces.
struct BodyContainer {
    /// What it will become.
    enum Kind {
        case root
        case heading(Int)
        case list(ListStyle)
        case item(number: Int?)
        case quote
        case pullQuote(isQuotation: Bool)
        case code
        case definitions
        case term
        case description
        case table(isPresentation: Bool)
        case row(isHead: Bool)
        case cell(isHead: Bool, columns: Int, rows: Int)
        case caption
        case figure
        case details
        case summary
    }

    let kind: Kind

    /// Whether only text in lines can stand in it.
    var isText: Bool {
        switch kind {
        case .heading, .term, .caption, .summary, .pullQuote: true
        default: false
        }
    }

    var isTable: Bool { if case .table = kind { true } else { false } }

    var pieces: [BodyPiece] = []
    /// `<p>` that stand straight in it.
    var paragraphs = 0

    /// The blocks among the pieces.
    var blocks: [Block] {
        pieces.compactMap { if case .block(let block) = $0 { block } else { nil } }
    }
}

/// How a list numbers its items, as its attributes say.
struct ListStyle {
    var marker: Block.List.Marker
    var start: Int?
    var isReversed: Bool
}
