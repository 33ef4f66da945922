/// Guesses the encoding of text that does not say it, or says it wrongly, from the shape of its bytes.
///
/// Western text has lone high bytes among ASCII; Cyrillic has runs of them; the East Asian sets have runs of
/// pairs whose first bytes keep to the rows of their common letters.
enum EncodingGuess {
    static func encoding(of bytes: [UInt8]) -> CharacterEncoding {
        let census = Census(bytes)
        let isInRuns = census.averageRun >= 1.7
        if isInRuns, census.eucErrors * 20 <= census.high { return census.eucFamily }
        if census.shiftJISErrors * 20 <= census.high, census.shiftJISKana * 5 >= census.high / 2,
            census.high > 3
        {
            return CharacterEncoding(name: "CP932")
        }
        // The second bytes of Big5 are ASCII as often as not, so that it has no long runs.
        if census.big5Errors * 20 <= census.high, census.big5Pairs > 3,
            census.big5Common * 10 >= census.big5Pairs * 8
        {
            return CharacterEncoding(name: "BIG5-HKSCS")
        }
        guard isInRuns else { return .windows1252 }
        return census.lowerKOI8 > census.lower1251
            ? CharacterEncoding(name: "KOI8-R") : CharacterEncoding(name: "CP1251")
    }

    /// Whether text that calls itself Latin-1 can be believed.
    static func isWesternAtLeast(_ bytes: [UInt8]) -> Bool {
        let census = Census(bytes)
        return census.high < 8 || census.averageRun < 1.7
    }

    /// Counts over a sample of the text.
    struct Census {
        var high = 0
        var runs = 0
        var eucPairs = 0
        var eucErrors = 0
        var kanaRows = 0
        var hangulRows = 0
        var shiftJISErrors = 0
        var shiftJISKana = 0
        var big5Pairs = 0
        var big5Errors = 0
        var big5Common = 0
        var lower1251 = 0
        var lowerKOI8 = 0

        var averageRun: Double { runs == 0 ? 0 : Double(high) / Double(runs) }

        /// EUC-JP, EUC-KR or GB 2312, which share their shape.
        var eucFamily: CharacterEncoding {
            if kanaRows * 5 >= eucPairs { return CharacterEncoding(name: "EUC-JP") }
            if hangulRows * 100 >= eucPairs * 80 { return CharacterEncoding(name: "CP949") }
            return CharacterEncoding(name: "GB18030")
        }

        init(_ bytes: [UInt8]) {
            let sample = bytes.prefix(Limits.encodingSample * 4)
            var previousIsHigh = false
            for byte in sample {
                let isHigh = byte >= 0x80
                if isHigh {
                    high += 1
                    if !previousIsHigh { runs += 1 }
                    if byte >= 0xE0 { lower1251 += 1 }
                    if byte >= 0xC0 && byte < 0xE0 { lowerKOI8 += 1 }
                }
                previousIsHigh = isHigh
            }
            countEUC(sample)
            countShiftJIS(sample)
            countBig5(sample)
        }

        private mutating func countEUC(_ bytes: ArraySlice<UInt8>) {
            var index = bytes.startIndex
            while index < bytes.endIndex {
                let lead = bytes[index]
                index += 1
                guard lead >= 0x80 else { continue }
                guard lead >= 0xA1, lead <= 0xFE, index < bytes.endIndex, bytes[index] >= 0xA1 else {
                    eucErrors += 1
                    continue
                }
                index += 1
                eucPairs += 1
                if lead == 0xA4 || lead == 0xA5 { kanaRows += 1 }
                if lead >= 0xB0 && lead <= 0xC8 { hangulRows += 1 }
            }
        }

        private mutating func countShiftJIS(_ bytes: ArraySlice<UInt8>) {
            var index = bytes.startIndex
            while index < bytes.endIndex {
                let lead = bytes[index]
                index += 1
                guard lead >= 0x80, !(0xA1...0xDF).contains(lead) else { continue }
                guard lead != 0x80, lead != 0xA0, lead <= 0xFC, index < bytes.endIndex,
                    bytes[index] >= 0x40, bytes[index] != 0x7F, bytes[index] <= 0xFC
                else {
                    shiftJISErrors += 1
                    continue
                }
                if lead == 0x82 || lead == 0x83 { shiftJISKana += 1 }
                index += 1
            }
        }

        private mutating func countBig5(_ bytes: ArraySlice<UInt8>) {
            var index = bytes.startIndex
            while index < bytes.endIndex {
                let lead = bytes[index]
                index += 1
                guard lead >= 0x80 else { continue }
                guard lead >= 0xA1, lead <= 0xF9, index < bytes.endIndex,
                    (0x40...0x7E).contains(bytes[index]) || bytes[index] >= 0xA1
                else {
                    big5Errors += 1
                    continue
                }
                index += 1
                big5Pairs += 1
                if lead >= 0xA1 && lead <= 0xC6 { big5Common += 1 }
            }
        }
    }
}
