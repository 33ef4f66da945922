/// What a person does at a terminal.
public enum Input: Sendable, Hashable {
    /// A key.
    case key(Key)
    /// Text that was pasted, as one piece.
    case paste(String)
    /// A click, a release, a turn of the wheel.
    case mouse(Mouse)
    /// The terminal has a new size.
    case resize(Size)
}

/// One key with its modifiers.
public enum Key: Sendable, Hashable {
    /// A letter as typed, `R` and `r` apart.
    case character(Character)
    /// Ctrl with a lower-case letter.
    case control(Character)
    /// Enter.
    case enter
    /// Escape by itself.
    case escape
    /// Tab.
    case tab
    /// Shift and Tab.
    case backTab
    /// Backspace.
    case backspace
    /// Delete.
    case delete
    /// Arrow up.
    case up
    /// Arrow down.
    case down
    /// Arrow left.
    case left
    /// Arrow right.
    case right
    /// Page up.
    case pageUp
    /// Page down.
    case pageDown
    /// Home.
    case home
    /// End.
    case end
    /// F1 and up.
    case function(Int)
}

/// What a mouse did, and where.
public struct Mouse: Sendable, Hashable {
    /// What it did.
    public enum Action: Sendable, Hashable {
        /// The left button went down.
        case press
        /// The left button went up.
        case release
        /// The left button went down twice in a short time.
        case doubleClick
        /// The pointer moved with the button held.
        case drag
        /// One step of the wheel, away from the user.
        case wheelUp
        /// One step of the wheel, towards the user.
        case wheelDown
    }

    /// What it did.
    public var action: Action
    /// On which cell.
    public var at: Point

    /// An action at a cell.
    public init(_ action: Action, at: Point) {
        self.action = action
        self.at = at
    }
}
