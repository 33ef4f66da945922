/// What stands before every line of something that is set in: a bar, an indent, a marker and what hangs under it.
struct Margin: Sendable {
    /// Before the first line.
    var first: StyledLine
    /// Before the others.
    var rest: StyledLine
    /// Set where `first` may take room only in case the line leaves it: the cells it has then.
    var optionalRoom: Int?
    /// Whether the first line is out.
    var isUsed = false

    /// The same before every line.
    init(_ text: String, _ role: TextRole, width: Int) {
        rest = StyledLine()
        rest.append(text, role, width: width)
        first = rest
    }

    /// A marker before the first line, and blanks as wide before the others.
    init(marker: StyledLine, optionalRoom: Int? = nil) {
        first = marker
        rest = StyledLine()
        self.optionalRoom = optionalRoom
        if optionalRoom == nil {
            rest.append(String(repeating: " ", count: marker.width), .body, width: marker.width)
        }
    }
}
