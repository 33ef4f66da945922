/// The list of active formatting elements (§13.2.4.3): `<b>`, `<a>` and the like, reopened in every block
/// until closed.
struct FormattingElements {
    struct Entry {
        /// 0 for a marker: the bound that a cell, caption, object or template sets.
        var node: UInt32
        var tag: HTMLTag

        var isMarker: Bool { node == 0 }
    }

    private(set) var entries: [Entry] = []

    var count: Int { entries.count }
    subscript(index: Int) -> Entry { entries[index] }

    /// The first place after the last marker.
    var firstAfterMarker: Int {
        var index = entries.count
        while index > 0, !entries[index &- 1].isMarker { index &-= 1 }
        return index
    }

    /// Keeps what is in a cell from what is around it.
    mutating func addMarker() {
        entries.append(Entry(node: 0, tag: .other))
    }

    /// Forgets everything since the last marker, and that.
    mutating func clearToMarker() {
        while let entry = entries.popLast() {
            if entry.isMarker { return }
        }
    }

    mutating func append(_ entry: Entry) { entries.append(entry) }
    mutating func insert(_ entry: Entry, at index: Int) {
        entries.insert(entry, at: min(index, entries.count))
    }
    mutating func remove(at index: Int) { entries.remove(at: index) }
    mutating func replace(at index: Int, with node: UInt32) { entries[index].node = node }
    mutating func removeAll(from index: Int) { entries.removeSubrange(index...) }

    /// The last entry of the name after the last marker.
    func lastIndex(of tag: HTMLTag) -> Int? {
        lastIndex { $0.tag == tag }
    }

    /// The entry of a node after the last marker.
    func index(of node: UInt32) -> Int? {
        lastIndex { $0.node == node }
    }

    private func lastIndex(where isWanted: (Entry) -> Bool) -> Int? {
        var index = entries.count &- 1
        while index >= 0, !entries[index].isMarker {
            if isWanted(entries[index]) { return index }
            index &-= 1
        }
        return nil
    }
}
