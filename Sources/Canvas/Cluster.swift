/// What one cell shows: a letter with its marks, and how many cells it takes.
///
/// A terminal stores a base and a few marks a cell, so longer sequences are reduced: of an emoji joined from several
/// the first stays, a flag becomes its two letters, a skin tone is left out.
public struct Cluster: Sendable, Hashable {
    /// The base letter.
    public var base: Unicode.Scalar
    /// Up to two combining marks; the scalar U+0000 where there is none.
    public var marks: (Unicode.Scalar, Unicode.Scalar)
    /// Cells it takes: 1 or 2.
    public var width: Int
    /// How many scalars of the text it stands for.
    public var scalarCount: Int

    /// A cluster of one letter.
    public init(base: Unicode.Scalar, width: Int) {
        self.base = base
        self.marks = ("\0", "\0")
        self.width = width
        self.scalarCount = 1
    }

    /// Whether it is a letter of Hebrew, Arabic or another script that runs right to left.
    var isRightToLeft: Bool {
        guard base.value >= 0x590 else { return false }
        switch base.value {
        case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF, 0x10800...0x10FFF, 0x1E800...0x1EFFF:
            return true
        default: return false
        }
    }

    /// Equal when base, marks and width are.
    public static func == (left: Cluster, right: Cluster) -> Bool {
        left.base == right.base && left.marks == right.marks && left.width == right.width
    }

    /// Base and marks.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(base)
        hasher.combine(marks.0)
        hasher.combine(marks.1)
    }
}

/// Takes a text apart into the clusters that cells show; controls and leading marks are skipped.
public struct ClusterReader {
    private var scalars: String.UnicodeScalarView.Iterator
    private var ahead: Unicode.Scalar?

    /// Reads a text from its start.
    public init(_ text: some StringProtocol) {
        scalars = String(text).unicodeScalars.makeIterator()
        ahead = scalars.next()
    }

    /// The next cluster, or nothing at the end.
    public mutating func next() -> Cluster? {
        var skipped = 0
        while let scalar = ahead {
            ahead = scalars.next()
            let width = DisplayWidth.of(scalar)
            guard width > 0 else {
                skipped += 1
                continue
            }
            var cluster = Cluster(base: drawable(scalar), width: isRegional(scalar) ? 1 : width)
            cluster.scalarCount += skipped
            if scalar.value >= 0x20, ahead.map({ $0.value >= 0x300 }) == true { takeTail(of: &cluster) }
            return cluster
        }
        return nil
    }

    /// Marks, variation selectors, skin tones and joined emoji that belong to the letter before.
    private mutating func takeTail(of cluster: inout Cluster) {
        while let scalar = ahead, scalar.value >= 0x300 {
            if scalar.value == 0x200D {
                ahead = scalars.next()
                cluster.scalarCount += 1
                // Digits are emoji to Unicode, as parts of keycaps.
                guard cluster.width == 2, let joined = ahead, joined.value > 0xFF, joined.properties.isEmoji
                else { continue }
                ahead = scalars.next()
                cluster.scalarCount += 1
                continue
            }
            let isTone = (0x1F3FB...0x1F3FF).contains(scalar.value) && cluster.width == 2
            guard isTone || (DisplayWidth.of(scalar) == 0 && !isFormat(scalar)) else { return }
            ahead = scalars.next()
            cluster.scalarCount += 1
            if scalar.value == 0xFE0F, cluster.base.properties.isEmoji, cluster.base.value > 0xFF {
                cluster.width = 2
            } else if !isTone, !(0xFE00...0xFE0F).contains(scalar.value) {
                if cluster.marks.0.value == 0 {
                    cluster.marks.0 = scalar
                } else if cluster.marks.1.value == 0 {
                    cluster.marks.1 = scalar
                }
            }
        }
    }

    /// Format characters are not marks: a word joiner must not be drawn over the letter before.
    private func isFormat(_ scalar: Unicode.Scalar) -> Bool {
        (0x200B...0x206F).contains(scalar.value) || scalar.value == 0xFEFF
    }

    private func isRegional(_ scalar: Unicode.Scalar) -> Bool { (0x1F1E6...0x1F1FF).contains(scalar.value) }

    /// A flag's half as a letter; every other scalar as it is.
    private func drawable(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        guard isRegional(scalar) else { return scalar }
        return Unicode.Scalar(scalar.value - 0x1F1E6 + 0x41) ?? scalar
    }
}
