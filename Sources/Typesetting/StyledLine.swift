/// A stretch of a line that looks the same throughout.
public struct StyledRun: Sendable, Hashable {
    /// What it says.
    public var text: String
    /// What it is.
    public var role: TextRole
    /// The number of the link it belongs to.
    public var link: Int?

    /// A run of text.
    public init(_ text: String, _ role: TextRole = .body, link: Int? = nil) {
        self.text = text
        self.role = role
        self.link = link
    }
}

/// One line as it stands on the screen, without trailing spaces.
public struct StyledLine: Sendable, Hashable {
    /// Its stretches from left to right.
    public private(set) var runs: [StyledRun] = []
    /// The cells it takes.
    public private(set) var width = 0

    /// The row of a picture that stands in it.
    public private(set) var picture: PictureRow?

    /// An empty line.
    public init() {}

    /// A line of a picture.
    init(_ row: PictureRow) {
        picture = row
        width = row.width
    }

    /// The line without its looks.
    public var text: String { runs.count == 1 ? runs[0].text : runs.map(\.text).joined() }

    /// Adds a stretch that takes so many cells; a neighbour of the same kind takes it in.
    mutating func append(_ text: String, _ role: TextRole, link: Int? = nil, width: Int) {
        guard !text.isEmpty else { return }
        self.width += width
        if let last = runs.last, last.role == role, last.link == link {
            runs[runs.count - 1].text += text
        } else {
            runs.append(StyledRun(text, role, link: link))
        }
    }

    /// Counts cells of stretches that were added without.
    mutating func append(width: Int) { self.width += width }

    /// Adds all of another line.
    mutating func append(_ line: StyledLine) {
        let total = width + line.width
        if var row = line.picture {
            row.indent += width
            picture = row
        }
        for run in line.runs { append(run.text, run.role, link: run.link, width: 0) }
        width = total
    }

    /// Drops the spaces at the end.
    mutating func trim() {
        while let last = runs.last, last.text.utf8.last == 0x20 {
            let spaces = last.text.utf8.reversed().prefix { $0 == 0x20 }.count
            width -= spaces
            if spaces == last.text.utf8.count {
                runs.removeLast()
            } else {
                runs[runs.count - 1].text.unicodeScalars.removeLast(spaces)
            }
        }
    }
}
