/// Punycode (RFC 3492): how the letters of a host name's label travel in ASCII.
enum Punycode {
    private static let base = 36
    private static let thresholdMin = 1
    private static let thresholdMax = 26
    private static let skew = 38
    private static let damp = 700

    /// The ASCII form of a label, without `xn--`; nothing for one longer than a label may be.
    static func encode(_ label: String) -> String? {
        let scalars = label.unicodeScalars.map { Int($0.value) }
        guard scalars.count <= Limits.labelLength else { return nil }
        var output = scalars.filter { $0 < 0x80 }.map { UInt8($0) }
        let basic = output.count
        if basic > 0 { output.append(UInt8(ascii: "-")) }
        var (next, delta, bias, handled) = (0x80, 0, 72, basic)
        while handled < scalars.count {
            let smallest = scalars.reduce(Int.max) { $1 >= next ? min($0, $1) : $0 }
            delta += (smallest - next) * (handled + 1)
            next = smallest
            for scalar in scalars {
                if scalar < next { delta += 1 }
                if scalar == next {
                    appendNumber(delta, bias: bias, to: &output)
                    bias = adapt(delta, points: handled + 1, isFirst: handled == basic)
                    delta = 0
                    handled += 1
                }
            }
            delta += 1
            next += 1
        }
        return String(decoding: output, as: UTF8.self)
    }

    /// The letters of a label that stood behind `xn--`; nothing if it is not well formed.
    static func decode(_ encoded: String) -> String? {
        let input = Array(encoded.utf8)
        guard input.count <= Limits.labelLength, input.allSatisfy({ $0 < 0x80 }) else { return nil }
        let mark = input.lastIndex(of: UInt8(ascii: "-"))
        var scalars = mark.map { input[..<$0].map { Unicode.Scalar($0) } } ?? []
        var index = mark.map { $0 + 1 } ?? 0
        var (next, place, bias) = (0x80, 0, 72)
        while index < input.count {
            let before = place
            guard let number = readNumber(input, &index, bias: bias) else { return nil }
            place += number
            let count = scalars.count + 1
            bias = adapt(place - before, points: count, isFirst: before == 0)
            next += place / count
            place %= count
            guard let value = UInt32(exactly: next), let scalar = Unicode.Scalar(value) else { return nil }
            scalars.insert(scalar, at: place)
            place += 1
        }
        return String(String.UnicodeScalarView(scalars))
    }

    private static func appendNumber(_ number: Int, bias: Int, to output: inout [UInt8]) {
        var rest = number
        var position = base
        while true {
            let threshold = threshold(at: position, bias: bias)
            if rest < threshold { break }
            output.append(digit(threshold + (rest - threshold) % (base - threshold)))
            rest = (rest - threshold) / (base - threshold)
            position += base
        }
        output.append(digit(rest))
    }

    private static func readNumber(_ input: [UInt8], _ index: inout Int, bias: Int) -> Int? {
        var (number, weight, position) = (0, 1, base)
        while index < input.count, let value = value(of: input[index]) {
            index += 1
            number += value * weight
            // No letter is that far away: the label is nonsense, and the sum must not overflow.
            guard number <= 0x10_FFFF * (Limits.labelLength + 1) else { return nil }
            let threshold = threshold(at: position, bias: bias)
            if value < threshold { return number }
            weight *= base - threshold
            guard weight <= 1 << 40 else { return nil }
            position += base
        }
        return nil
    }

    private static func adapt(_ delta: Int, points: Int, isFirst: Bool) -> Int {
        var rest = isFirst ? delta / damp : delta / 2
        rest += rest / points
        var position = 0
        while rest > (base - thresholdMin) * thresholdMax / 2 {
            rest /= base - thresholdMin
            position += base
        }
        return position + (base - thresholdMin + 1) * rest / (rest + skew)
    }

    private static func threshold(at position: Int, bias: Int) -> Int {
        min(max(position - bias, thresholdMin), thresholdMax)
    }

    private static func digit(_ value: Int) -> UInt8 {
        UInt8(truncatingIfNeeded: value < 26 ? value + 0x61 : value - 26 + 0x30)
    }

    private static func value(of byte: UInt8) -> Int? {
        switch byte {
        case 0x61...0x7A: Int(byte) - 0x61
        case 0x41...0x5A: Int(byte) - 0x41
        case 0x30...0x39: Int(byte) - 0x30 + 26
        default: nil
        }
    }
}
