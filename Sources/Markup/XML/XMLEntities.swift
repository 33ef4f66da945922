/// The entities a document declares in its own internal subset.
///
/// Bounded, and nothing is ever fetched.
struct XMLEntities {
    private var values: [String: [UInt8]] = [:]
    private var budget = Limits.entityExpansion
    private(set) var repairs: XMLRepairs = []

    var isEmpty: Bool { values.isEmpty }

    /// Reads the declarations of an internal subset (XML 1.0 §4.2); anything else in it is passed over.
    mutating func declare(from subset: ArraySlice<UInt8>) {
        let bytes = Array(subset.prefix(Limits.internalSubset))
        var index = 0
        while let start = ByteSearch.next("<!entity", in: bytes.span, from: index) {
            index = start + 8
            declareOne(bytes, &index)
        }
    }

    private mutating func declareOne(_ bytes: [UInt8], _ index: inout Int) {
        XMLEntities.skipSpace(bytes, &index)
        guard index < bytes.count, bytes[index] != UInt8(ascii: "%") else { return }
        let start = index
        while index < bytes.count, bytes[index].continuesName { index += 1 }
        let name = String(decoding: bytes[start..<index], as: UTF8.self)
        guard !name.isEmpty, name.utf8.count <= Limits.referenceName, values[name] == nil else { return }
        guard values.count < Limits.declaredEntities else {
            repairs.insert(.entityLimit)
            return
        }
        XMLEntities.skipSpace(bytes, &index)
        guard index < bytes.count else { return }
        let quote = bytes[index]
        guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
            // Left in the text as it is written, like any name nobody knows.
            repairs.insert(.externalEntity)
            return
        }
        let end = ByteSearch.next(quote, in: bytes.span, from: index + 1)
        values[name] = Array(bytes[(index + 1)..<end])
        index = min(end + 1, bytes.count)
    }

    /// Appends what a declared entity stands for; false where it is not declared.
    mutating func expand(_ name: String, into result: inout [UInt8]) -> Bool {
        guard let value = values[name] else { return false }
        var pending: [(text: [UInt8], index: Int)] = [(value, 0)]
        while var (text, index) = pending.popLast() {
            while index < text.count {
                guard budget > 0 else {
                    repairs.insert(.entityLimit)
                    return true
                }
                budget -= 1
                guard text[index] == UInt8(ascii: "&") else {
                    result.append(text[index])
                    index += 1
                    continue
                }
                if let (inner, behind) = reference(in: text, at: index) {
                    guard pending.count < Limits.entityNesting else {
                        repairs.insert(.entityLimit)
                        return true
                    }
                    pending.append((text, behind))
                    (text, index) = (inner, 0)
                } else if let behind = CharacterReferences.decode(
                    text, at: index, end: text.count, in: .xml, into: &result)
                {
                    index = behind
                } else {
                    result.append(text[index])
                    index += 1
                }
            }
        }
        return true
    }

    /// A declared entity's text, where a reference to one stands.
    private func reference(in text: [UInt8], at start: Int) -> (text: [UInt8], behind: Int)? {
        guard let name = XMLEntities.name(in: text, at: start, end: text.count),
            let value = values[name.text]
        else { return nil }
        return (value, name.behind)
    }

    /// The name between `&` and `;`.
    static func name(in bytes: [UInt8], at start: Int, end: Int) -> (text: String, behind: Int)? {
        var index = start + 1
        let limit = min(end, index + Limits.referenceName)
        while index < limit, bytes[index].continuesName { index += 1 }
        guard index > start + 1, index < end, bytes[index] == UInt8(ascii: ";") else { return nil }
        return (String(decoding: bytes[(start + 1)..<index], as: UTF8.self), index + 1)
    }

    private static func skipSpace(_ bytes: [UInt8], _ index: inout Int) {
        while index < bytes.count, bytes[index].isMarkupSpace { index += 1 }
    }
}
