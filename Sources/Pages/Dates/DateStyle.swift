import News

/// How a page writes its dates, where they do not say it themselves.
struct DateStyle: Sendable, Equatable {
    /// `5/3/2024` is the third of May.
    var isMonthFirst = false
    /// The zone of times without one.
    var zone = Zone.fixed(hours: 0)

    /// A zone that a language is written in.
    enum Zone: Sendable, Equatable {
        case fixed(hours: Int)
        /// Its winter time; summer time as in the European Union (Directive 2000/84/EC).
        case european(hours: Int)
    }

    /// Days first, and Greenwich time.
    static let plain = DateStyle()

    /// English outside these regions of the web is American as far as dates go.
    private static let dayFirstRegions: Set<String> = [
        "gb", "uk", "au", "nz", "ie", "in", "za", "sg", "hk", "ng", "ke", "pk",
    ]

    /// Languages that are written in one zone, or nearly so; where others come from is not known.
    private static let zones: [String: Zone] = [
        "ja": .fixed(hours: 9), "ko": .fixed(hours: 9), "zh": .fixed(hours: 8), "tr": .fixed(hours: 3),
        "de": .european(hours: 1), "it": .european(hours: 1), "pl": .european(hours: 1),
        "cs": .european(hours: 1), "sk": .european(hours: 1), "hu": .european(hours: 1),
        "sl": .european(hours: 1), "hr": .european(hours: 1), "da": .european(hours: 1),
        "sv": .european(hours: 1), "nb": .european(hours: 1), "no": .european(hours: 1),
        "fi": .european(hours: 2), "et": .european(hours: 2), "lv": .european(hours: 2),
        "lt": .european(hours: 2), "el": .european(hours: 2), "ro": .european(hours: 2),
        "bg": .european(hours: 2), "uk": .european(hours: 2),
    ]

    /// The style of a page by its language and host.
    static func of(language: String?, host: String) -> DateStyle {
        let parts = (language ?? "").lowercased().split(whereSeparator: { $0 == "-" || $0 == "_" })
        guard let name = parts.first.map(String.init) else { return .plain }
        var style = DateStyle()
        style.zone = zones[name] ?? style.zone
        if name == "en" {
            let ending = host.split(separator: ".").last.map(String.init) ?? ""
            let region = parts.count > 1 ? String(parts[1]) : ""
            style.isMonthFirst = !dayFirstRegions.contains(ending) && !dayFirstRegions.contains(region)
        }
        return style
    }

    /// The moment at which clocks in the page's zone show a time.
    func moment(_ local: CivilTime) -> Timestamp {
        let shown = Timestamp(local)
        switch zone {
        case .fixed(let hours): return shown.advanced(by: -Int64(hours) * 3600)
        case .european(let hours):
            let winter = shown.advanced(by: -Int64(hours) * 3600)
            return DateStyle.isSummer(winter, in: local.year) ? winter.advanced(by: -3600) : winter
        }
    }

    /// Summer time: from the last Sunday of March to that of October, one o'clock UTC.
    private static func isSummer(_ moment: Timestamp, in year: Int) -> Bool {
        func lastSunday(_ month: Int) -> Timestamp {
            let day = CivilTime.daysSince1970(year: year, month: month, day: 31)
            // 1970-01-01 was a Thursday.
            let sunday = day - (day + 4) % 7
            return Timestamp(seconds: sunday * 86_400 + 3600)
        }
        return moment >= lastSunday(3) && moment < lastSunday(10)
    }
}
