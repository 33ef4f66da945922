/// Bounds on what a stranger's picture may cost.
public enum Limits {
    /// Bytes of a picture's file; press photographs have five million.
    public static let fileBytes = 8 << 20
    /// Pixels: the largest cameras of the press make 25 million, a bomb says it has four thousand million.
    public static let pixels = 32_000_000
    /// The longest side; beyond it a picture is a strip, which no screen shows.
    public static let side = 16_384
    /// The shortest side that is worth showing: below it are icons, smileys and counters.
    public static let shortestSide = 48
    /// Pixels of the shorter side that a decoder need not go below: twice the thumbnail's.
    static let enoughPixels = 384
    /// Memory of the process that decodes, its libraries and ours among it.
    static let memory: UInt64 = 768 << 20
    /// Its seconds on a processor; the largest that is let in takes one.
    static let processorSeconds: UInt64 = 4
    /// Seconds by the clock, after which it is killed.
    static let seconds = 8.0
    /// Bytes of its answer: a header and the largest thumbnail.
    static let answerBytes = 32 + 192 * 192 * 3
    /// An address in the cache, with its end.
    static let addressBytes = 8193
    /// Pictures that are kept on the disk; some 60 KB each.
    static let keptPictures = 400
    /// Pictures that are taken away at once when there are more.
    static let discarded = 100
}
