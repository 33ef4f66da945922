/// Something whose speed is measured.
protocol Benchmark {
    /// The figures, a row of the table each.
    func figures() async throws -> [Figure]
}

extension Double {
    /// `12.3`.
    func rounded(places: Int) -> String {
        var scale = 1.0
        for _ in 0..<places { scale *= 10 }
        let value = (self * scale).rounded() / scale
        return places == 0 ? String(Int(value)) : String(value)
    }
}
