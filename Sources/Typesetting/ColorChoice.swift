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
        var boxes = pixels.isEmpty ? [] : [Box(pixels[...])]
        while boxes.count < most {
            guard let widest = boxes.indices.max(by: { boxes[$0].weight < boxes[$1].weight }),
                boxes[widest].weight > 0
            else { break }
            let halves = boxes[widest].halves
            boxes[widest] = halves.0
            boxes.append(halves.1)
        }
        return ColorChoice(
            colors: boxes.map { box in
                let average = box.average
                return (average, .rgb(average.value))
            }, share: 100)
    }

    /// Each pixel in one of the colours; what it is off by is spread over its neighbours (Floyd and Steinberg).
    func dithered(_ pixels: [RGB], width: Int) -> [Color] {
        guard !colors.isEmpty, width > 0 else { return [] }
        var wanted = pixels
        var known: [RGB: Int] = [:]
        return pixels.indices.map { index in
            let pixel = wanted[index].clamped
            // Pixels that differ by less than can be seen share an answer: a photograph has thousands of colours.
            let kind = pixel.rough
            let nearest = known[kind] ?? nearest(to: pixel)
            known[kind] = nearest
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

/// Some colours that one is to stand for.
private struct Box {
    private let pixels: ArraySlice<RGB>
    /// The part that differs most among them.
    private let part: KeyPath<RGB, Int>
    /// How much a cut would gain; nothing where all are the same.
    let weight: Int

    init(_ pixels: ArraySlice<RGB>) {
        self.pixels = pixels
        let parts: [KeyPath<RGB, Int>] = [\.red, \.green, \.blue]
        var low = [255, 255, 255]
        var high = [0, 0, 0]
        for pixel in pixels {
            for (place, value) in [pixel.red, pixel.green, pixel.blue].enumerated() {
                low[place] = min(low[place], value)
                high[place] = max(high[place], value)
            }
        }
        let widest = parts.indices.max { high[$0] - low[$0] < high[$1] - low[$1] } ?? 0
        part = parts[widest]
        weight = pixels.count < 2 ? 0 : (high[widest] - low[widest]) * pixels.count
    }

    var halves: (Box, Box) {
        let sorted = pixels.sorted { $0[keyPath: part] < $1[keyPath: part] }
        return (Box(sorted[..<(sorted.count / 2)]), Box(sorted[(sorted.count / 2)...]))
    }

    var average: RGB {
        let sum = pixels.reduce(RGB(red: 0, green: 0, blue: 0)) {
            RGB(red: $0.red + $1.red, green: $0.green + $1.green, blue: $0.blue + $1.blue)
        }
        let count = max(1, pixels.count)
        return RGB(red: sum.red / count, green: sum.green / count, blue: sum.blue / count)
    }
}

extension RGB {
    fileprivate var clamped: RGB {
        RGB(red: min(255, max(0, red)), green: min(255, max(0, green)), blue: min(255, max(0, blue)))
    }

    /// The same without the lowest bits.
    fileprivate var rough: RGB { RGB(red: red & ~3, green: green & ~3, blue: blue & ~3) }

    fileprivate func minus(_ other: RGB) -> RGB {
        RGB(red: red - other.red, green: green - other.green, blue: blue - other.blue)
    }

    fileprivate mutating func add(_ error: RGB, share: Int) {
        red += error.red * share / 1600
        green += error.green * share / 1600
        blue += error.blue * share / 1600
    }
}
