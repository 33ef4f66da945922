/// A block of an article's body.
public indirect enum Block: Sendable, Hashable {
    /// A paragraph.
    case paragraph([Inline])
    /// A section heading, level 1–6.
    case heading(level: Int, [Inline])
    /// `<ul>` or `<ol>`.
    case list(List)
    /// A quotation of some length.
    case quote([Block])
    /// A line from the article itself, set large on the page.
    case pullQuote([Inline], attribution: Line?)
    /// Preformatted text, kept as it stands: white space and line feeds count.
    case code([Inline])
    /// Rows and columns.
    case table(Table)
    /// A picture with its caption.
    case figure(alternative: Line?, source: WebAddress?, isMarkedDecorative: Bool, caption: [Inline])
    /// Terms with their descriptions.
    case definitions([Definition])
    /// A summary that opens (`<details>`).
    case details(summary: [Inline], [Block])
    /// Blocks that stand together, with no blank line between: a figure of more than one picture.
    case group([Block])
    /// `<hr>`.
    case rule

    /// A list and how its items are marked.
    public struct List: Sendable, Hashable {
        /// What stands before an item.
        public enum Marker: Sendable, Hashable {
            /// A bullet.
            case bullet
            /// 1, 2, 3.
            case decimal
            /// a, b, c.
            case lowerLetter
            /// A, B, C.
            case upperLetter
            /// i, ii, iii.
            case lowerRoman
            /// I, II, III.
            case upperRoman
        }

        /// How items are marked.
        public var marker: Marker
        /// The items, each with the number it shows (ignored for bullets).
        public var items: [Item]

        /// One item of a list.
        public struct Item: Sendable, Hashable {
            /// The number it shows.
            public var number: Int
            /// What it says.
            public var blocks: [Block]

            /// An item.
            public init(number: Int, blocks: [Block]) {
                self.number = number
                self.blocks = blocks
            }
        }

        /// A list.
        public init(marker: Marker, items: [Item]) {
            self.marker = marker
            self.items = items
        }
    }

    /// A table of cells.
    public struct Table: Sendable, Hashable {
        /// The caption.
        public var caption: [Inline]
        /// The rows, head rows among them.
        public var rows: [Row]

        /// One row.
        public struct Row: Sendable, Hashable {
            /// The cells from the first column on; columns past the last cell are empty.
            public var cells: [Cell]
            /// Whether it names what the rows below hold.
            public var isHead: Bool

            /// A row.
            public init(cells: [Cell], isHead: Bool = false) {
                self.cells = cells
                self.isHead = isHead
            }
        }

        /// One cell.
        public struct Cell: Sendable, Hashable {
            /// What it says.
            public var content: [Inline]
            /// How many columns it spans, at least 1.
            public var span: Int

            /// A cell.
            public init(content: [Inline], span: Int = 1) {
                self.content = content
                self.span = span
            }
        }

        /// A table.
        public init(caption: [Inline] = [], rows: [Row]) {
            self.caption = caption
            self.rows = rows
        }
    }

    /// A term and what it means.
    public struct Definition: Sendable, Hashable {
        /// The terms.
        public var terms: [[Inline]]
        /// Their descriptions.
        public var descriptions: [[Block]]

        /// A definition.
        public init(terms: [[Inline]], descriptions: [[Block]]) {
            self.terms = terms
            self.descriptions = descriptions
        }
    }
}
