import News

/// A part of the article that is being set, and how far it is.
struct Frame {
    /// What is set.
    enum Content {
        /// Blocks one below the other.
        case blocks([Block], Spacing)
        /// The items of a list.
        case list(ListSetting)
        /// Terms and descriptions.
        case definitions([DefinitionPart])
        /// The rows of a table.
        case table(TableSetting)
        /// The rows of a table that is too wide, as records.
        case records(RecordSetting)
    }

    /// Where blank lines stand between blocks.
    enum Spacing {
        /// Between all.
        case apart
        /// Between all but an item's text and the list that follows it.
        case item
        /// Nowhere.
        case together
    }

    /// A list and what had to be known of it before its first line.
    struct ListSetting {
        let list: Block.List
        let markers: ListMarkers
        /// Items stand apart because one of them holds two texts.
        let isLoose: Bool
        /// There is no room to set the items in.
        let isFlat: Bool
    }

    /// A line of a definition list.
    enum DefinitionPart {
        case term([Inline], opensGroup: Bool)
        case description([Block])
    }

    let content: Content
    /// Cells it may take.
    let room: Int
    /// Bulleted lists around it.
    var bullets: Int
    /// It has pushed a margin.
    var hasMargin = false
    /// The next part to set.
    var next = 0
    /// Lines that were out before it began.
    var firstLine: Int
    /// Lines that were out before its last part began.
    var partLine: Int
    /// Whether the last part that gave lines was a paragraph.
    var isAfterParagraph = false

    init(_ content: Content, room: Int, bullets: Int, line: Int) {
        self.content = content
        self.room = room
        self.bullets = bullets
        firstLine = line
        partLine = line
    }
}
