/// One figure: what was measured, what it is held against, and what was hoped for.
struct Figure {
    /// What the number counts.
    enum Unit: String {
        case milliseconds = "ms"
        case seconds = "s"
        case bytes
        case megabytes = "MB"
        case kilobytes = "KB"
        case perSecond = "/s"
        case megabytesPerSecond = "MB/s"
        case rowsPerSecond = "rows/s"
        case pagesPerSecond = "pages/s"
    }

    /// What was hoped for.
    enum Goal {
        case atMost(Double)
        case atLeast(Double)
        /// So many times what another program, or the floor, needs.
        case times(Double, of: String)
        /// At least so many times what another reaches.
        case atLeastTimes(Double, of: String)
    }

    let name: String
    let value: Double
    let unit: Unit
    /// The same, of others: the floor, the readers present, another program.
    var others: [(name: String, value: Double)]
    var goals: [Goal]

    init(
        _ name: String, _ value: Double, _ unit: Unit, others: [(name: String, value: Double)] = [],
        goal: Goal...
    ) {
        self.name = name
        self.value = value
        self.unit = unit
        self.others = others
        goals = goal
    }

    /// Whether a goal is met; nil where what it compares with is not there.
    func meets(_ goal: Goal) -> Bool? {
        switch goal {
        case .atMost(let bound): value <= bound
        case .atLeast(let bound): value >= bound
        case .times(let times, let other): ratio(to: other).map { $0 <= times }
        case .atLeastTimes(let times, let other): ratio(to: other).map { $0 >= times }
        }
    }

    private func ratio(to name: String) -> Double? {
        others.first { $0.name == name }.map { value / $0.value }
    }

    // MARK: Text

    /// `0.12 ms`.
    var text: String { Self.text(value) + " " + unit.rawValue }

    /// `newsboat 1.7 (0.3 ×), floor 0.24 (2.1 ×)`.
    var comparison: String {
        others.map { "\($0.name) \(Self.text($0.value)) (\(Self.text(value / $0.value)) ×)" }
            .joined(separator: ", ")
    }

    /// `≤ 0.5 × newsboat: met`.
    var verdict: String {
        goals.map { goal in
            let wish =
                switch goal {
                case .atMost(let bound): "≤ \(Self.text(bound))"
                case .atLeast(let bound): "≥ \(Self.text(bound))"
                case .times(let times, let other): "≤ \(Self.text(times)) × \(other)"
                case .atLeastTimes(let times, let other): "≥ \(Self.text(times)) × \(other)"
                }
            return meets(goal).map { wish + ($0 ? ": met" : ": **missed**") } ?? wish + ": not there"
        }.joined(separator: "; ")
    }

    /// Three figures that count.
    private static func text(_ value: Double) -> String {
        let size = abs(value)
        return value.rounded(places: size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3)
    }
}
