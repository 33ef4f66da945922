import Canvas

/// What the screen's loop wakes for.
public enum TerminalEvent: Sendable, Equatable {
    /// A key, the mouse, a paste or a new size.
    case input(Input)
    /// The mailbox has messages.
    case wake
    /// The process is asked to end; closing the input counts as a hang-up.
    case terminate(signal: Int32)
    /// The deadline has come.
    case timeout
    /// The process was stopped and goes on; the screen is painted as it was.
    case continued
}
