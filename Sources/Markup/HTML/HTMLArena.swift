/// The nodes of one document and the bytes they point into.
///
/// Nodes are 32-byte records linked by index, attributes 20-byte records; both only ever grow, so a document
/// of n bytes costs O(n) memory. Text that stands in the source as it is read stays there; decoded text goes
/// to `side`.
struct HTMLArena: Sendable {
    var source: [UInt8]
    var side: [UInt8] = []
    var nodes: [HTMLNodeRecord]
    var attributes: [HTMLAttributeRecord] = []
    var doctypes: [HTMLDoctype] = []
    /// Names of unlisted elements; number 0 is the fallback when there are too many.
    var names = ["unknown"]
    private var nameNumbers: [String: UInt32] = [:]

    init(source: [UInt8]) {
        self.source = source
        nodes = []
        // Real pages have a node every 20 to 60 bytes and half as many attributes.
        nodes.reserveCapacity(source.count / 40 + 16)
        attributes.reserveCapacity(source.count / 60 + 16)
        nodes.append(HTMLNodeRecord(kind: .document))
    }

    // MARK: Making nodes

    /// Adds a record that is nowhere in the tree yet.
    mutating func add(_ record: HTMLNodeRecord) -> UInt32 {
        let index = UInt32(truncatingIfNeeded: nodes.count)
        nodes.append(record)
        return index
    }

    /// The number of an unlisted element's name.
    mutating func number(ofName name: String) -> UInt32 {
        if let number = nameNumbers[name] { return number }
        guard names.count < HTMLLimits.distinctNames else { return 0 }
        let number = UInt32(truncatingIfNeeded: names.count)
        names.append(name)
        nameNumbers[name] = number
        return number
    }

    /// Drops the look-up table only parsing needs.
    mutating func finish() {
        nameNumbers = [:]
    }

    // MARK: Linking

    /// Puts a node that is nowhere yet last in `parent`.
    mutating func append(_ child: UInt32, to parent: UInt32) {
        var nodes = nodes.mutableSpan
        let last = nodes[Int(parent)].lastChild
        nodes[Int(parent)].lastChild = child
        nodes[Int(child)].parent = parent
        nodes[Int(child)].previous = last
        nodes[Int(child)].next = 0
        if last == 0 {
            nodes[Int(parent)].firstChild = child
        } else {
            nodes[Int(last)].next = child
        }
    }

    /// Puts a node that is nowhere yet before `sibling`.
    mutating func insert(_ child: UInt32, before sibling: UInt32) {
        let parent = nodes[Int(sibling)].parent
        let previous = nodes[Int(sibling)].previous
        nodes[Int(child)].parent = parent
        nodes[Int(child)].previous = previous
        nodes[Int(child)].next = sibling
        nodes[Int(sibling)].previous = child
        if previous == 0 {
            nodes[Int(parent)].firstChild = child
        } else {
            nodes[Int(previous)].next = child
        }
    }

    /// Takes `child` out of its parent, if it has one.
    mutating func detach(_ child: UInt32) {
        let record = nodes[Int(child)]
        if record.previous != 0 {
            nodes[Int(record.previous)].next = record.next
        } else if nodes[Int(record.parent)].firstChild == child {
            nodes[Int(record.parent)].firstChild = record.next
        }
        if record.next != 0 {
            nodes[Int(record.next)].previous = record.previous
        } else if nodes[Int(record.parent)].lastChild == child {
            nodes[Int(record.parent)].lastChild = record.previous
        }
        nodes[Int(child)].parent = 0
        nodes[Int(child)].previous = 0
        nodes[Int(child)].next = 0
    }

    /// Moves all children of one node to the end of another.
    mutating func moveChildren(of parent: UInt32, to newParent: UInt32) {
        var child = nodes[Int(parent)].firstChild
        while child != 0 {
            let next = nodes[Int(child)].next
            detach(child)
            append(child, to: newParent)
            child = next
        }
    }

    // MARK: Bytes

    /// The bytes of a stretch, not copied.
    func bytes(_ range: ByteRange) -> ArraySlice<UInt8> {
        range.isInSide ? side[range.bounds] : source[range.bounds]
    }

    func string(_ range: ByteRange) -> String {
        String(decoding: bytes(range), as: UTF8.self)
    }

    /// Whether two stretches hold the same bytes.
    func areEqual(_ first: ByteRange, _ second: ByteRange) -> Bool {
        guard first.length == second.length else { return false }
        if first.start == second.start { return true }
        let one = first.isInSide ? side.span : source.span
        let two = second.isInSide ? side.span : source.span
        for index in 0..<Int(first.length) where one[first.offset &+ index] != two[second.offset &+ index] {
            return false
        }
        return true
    }

    /// Copies a stretch of the source behind everything in `side`.
    mutating func appendToSide(source range: Range<Int>) {
        side.append(contentsOf: source[range])
    }

    mutating func appendToSide(_ letters: PackedLetters) {
        for index in 0..<letters.count { side.append(letters[index]) }
    }
}
