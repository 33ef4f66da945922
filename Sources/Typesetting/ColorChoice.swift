import Canvas

/// The colours that a picture is set in, fewer than it has.
struct ColorChoice {
    private let colors: [(rgb: RGB, color: Color)]
    /// How much of a pixel's error its neighbours take on: the steps of the standard palette are so wide that all of
    /// it shows as specks.
    private let share: Int

    /// What every terminal of 256 colours has; the first sixteen are left to the person's taste.
    static let standard = ColorChoice(
        colors: (UInt8(16)...255).map { (RGB(palette: $0), .palette($0)) }, share: 50)

    /// Colours of a terminal that shows all of them: so many that three pictures and a theme fit into the 240 that
    /// ncurses can tell apart at a time.
    private static let most = 64

    /// The colours that stand best for a picture's pixels (Heckbert's median cut).
    static func chosen(from pixels: [RGB]) -> ColorChoice {
        var boxes = [pixels[...]].filter { !$0.isEmpty }
        while boxes.count < most {
            let spreads = boxes.map { $0.spread }
            guard let widest = spreads.indices.max(by: { spreads[$0].weight < spreads[$1].weight }),
                spreads[widest].range > 0
            else { break }
            let part = spreads[widest].part
            let sorted = boxes[widest].sorted { $0[keyPath: part] < $1[keyPath: part] }
            boxes[widest] = sorted[..<(sorted.count / 2)]
            boxes.append(sorted[(sorted.count / 2)...])
        }
        return ColorChoice(colors: boxes.map { ($0.average, .rgb($0.average.value)) }, share: 100)
    }

    /// Each pixel in one of the colours; what it is off by is spread over its neighbours (Floyd and Steinberg).
    func dithered(_ pixels: [RGB], width: Int) -> [Color] {
        guard !colors.isEmpty, width > 0 else { return [] }
        var wanted = pixels
        var known: [RGB: Int] = [:]
        return pixels.indices.map { index in
            let pixel = wanted[index].clamped
            let nearest = known[pixel] ?? nearest(to: pixel)
            known[pixel] = nearest
            let found = colors[nearest]
            let error = pixel.minus(found.rgb)
            let column = index % width
            let shares = [
                (1, 7, column + 1 < width), (width - 1, 3, column > 0), (width, 5, true),
                (width + 1, 1, column + 1 < width),
            ]
            for (step, sixteenths, isInside) in shares where isInside && index + step < wanted.count {
                wanted[index + step].add(error, share: sixteenths * share)
            }
            return found.color
        }
    }

    private func nearest(to pixel: RGB) -> Int {
        colors.indices.min { colors[$0].rgb.distance(to: pixel) < colors[$1].rgb.distance(to: pixel) } ?? 0
    }
}

extension ArraySlice where Element == RGB {
    /// The part of the colours that differs most, and how much a cut would gain.
    fileprivate var spread: (part: KeyPath<RGB, Int>, range: Int, weight: Int) {
        let parts: [KeyPath<RGB, Int>] = [\.red, \.green, \.blue]
        let ranges = parts.map { part in
            let values = map { $0[keyPath: part] }
            return (values.max() ?? 0) - (values.min() ?? 0)
        }
        let widest = ranges.indices.max { ranges[$0] < ranges[$1] } ?? 0
        return (parts[widest], ranges[widest], ranges[widest] * count)
    }

    fileprivate var average: RGB {
        let sum = reduce(RGB(red: 0, green: 0, blue: 0)) {
            RGB(red: $0.red + $1.red, green: $0.green + $1.green, blue: $0.blue + $1.blue)
        }
        let count = Swift.max(1, count)
        return RGB(red: sum.red / count, green: sum.green / count, blue: sum.blue / count)
    }
}

extension RGB {
    fileprivate var clamped: RGB {
        RGB(red: min(255, max(0, red)), green: min(255, max(0, green)), blue: min(255, max(0, blue)))
    }

    fileprivate func minus(_ other: RGB) -> RGB {
        RGB(red: red - other.red, green: green - other.green, blue: blue - other.blue)
    }

    fileprivate mutating func add(_ error: RGB, share: Int) {
        red += error.red * share / 1600
        green += error.green * share / 1600
        blue += error.blue * share / 1600
    }
}
