import Canvas

/// Tells a double click from two clicks: same cell, short time.
struct ClickTimer {
    private var last: (place: Point, at: ContinuousClock.Instant)?

    /// The same action, or a double click in place of the second press.
    mutating func settle(_ mouse: Mouse, at now: ContinuousClock.Instant) -> Mouse {
        guard mouse.action == .press else { return mouse }
        if let last, last.place == mouse.at, last.at.duration(to: now) <= Limits.doubleClick {
            self.last = nil
            return Mouse(.doubleClick, at: mouse.at)
        }
        last = (mouse.at, now)
        return mouse
    }
}
