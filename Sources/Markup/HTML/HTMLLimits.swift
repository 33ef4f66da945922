/// The bounds of HTML parsing; every one keeps hostile input at linear time and bounded memory.
enum HTMLLimits {
    /// Bytes read of one document; no page a person reads comes near.
    ///
    /// Offsets are 31 bits, and the side buffer may grow to twenty times the input, see `movedText`.
    static let inputBytes = 1 << 26

    /// Depth of elements; deeper ones become siblings.
    ///
    /// The figure is Blink's and WebKit's.
    static let depth = 512

    /// Attributes kept of one tag: duplicates are found by comparing each with all, and real tags stay under
    /// 100.
    static let attributes = 256

    /// Bytes of an attribute's name, whose length is kept in 16 bits; longer ones are dropped with their
    /// value.
    static let attributeNameBytes = 1 << 12

    /// Formatting elements kept open across blocks since the last marker; the list is searched for every
    /// `</b>`.
    static let formattingElements = 64

    /// Attributes of formatting elements compared in any order; more are compared in theirs, which is linear.
    static let unorderedAttributes = 8

    /// Copies of formatting elements that every document may have, however short.
    static let clonesBase = 16_384

    /// How many bytes of input earn one more copy: `<p>` may otherwise reopen 64 elements every three bytes.
    static let bytesPerClone = 8

    /// Adoption agency: outer rounds and inner copies, from the standard.
    static let adoptionRounds = 8
    static let adoptionClones = 3

    /// Bytes of already joined text that are moved to join more; above, a new text node begins.
    ///
    /// Only text that is put before a table piece by piece is ever moved twice.
    static let movedText = 128

    /// Different names of unlisted elements in one document; later ones are all called "unknown".
    static let distinctNames = 1 << 20

    /// Where an encoding declaration is looked for (WHATWG HTML §13.2.3.2).
    static let encodingHintBytes = 1024
}
