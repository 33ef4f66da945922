import News

extension UpdateHints {
    /// Takes what `ttl` says, in minutes.
    mutating func take(minutes text: String) {
        guard let minutes = Int(text), (1...Limits.scheduleMinutes).contains(minutes) else { return }
        timeToLive = minutes
    }

    /// Takes one hour; 24 was meant for midnight by some.
    mutating func take(hour text: String) {
        guard let hour = Int(text), (0...24).contains(hour) else { return }
        skippedHours.insert(hour % 24)
    }

    /// Takes one day by its English name.
    mutating func take(day text: String) {
        if let day = UpdateHints.weekday(named: text) { skippedDays.insert(day) }
    }
}
