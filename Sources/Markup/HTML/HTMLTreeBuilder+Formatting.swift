// Misnested formatting elements: reopening them, and the adoption agency (§13.2.4.3, §13.2.6.4.7).
extension HTMLTreeBuilder {
    /// Opens again what was left open in an earlier block.
    mutating func reconstructFormatting() {
        guard formatting.count > 0 else { return }
        var first = formatting.count
        while first > 0, !formatting[first - 1].isMarker, !arena.nodes[Int(formatting[first - 1].node)].isOpen
        {
            first -= 1
        }
        guard first < formatting.count else { return }
        cloneBudget -= formatting.count - first
        guard cloneBudget > 0 else { return formatting.removeAll(from: first) }
        for index in first..<formatting.count {
            limitDepth()
            let original = formatting[index]
            let node = arena.addClone(of: original.node)
            insert(node, at: place())
            arena.nodes[Int(node)].isOpen = true
            stack.push(OpenElement(node: node, depth: current.depth &+ 1, tag: original.tag))
            formatting.replace(at: index, with: node)
        }
    }

    /// Inserts a formatting element and remembers it, at most three alike (Noah's Ark).
    mutating func insertFormatting(_ token: HTMLToken) {
        let node = insertElement(token)
        let first = formatting.firstAfterMarker
        var alike = 0
        var earliest = 0
        for index in (first..<formatting.count).reversed()
        where formatting[index].tag == token.tag && arena.haveEqualAttributes(formatting[index].node, node) {
            alike += 1
            earliest = index
        }
        if alike >= 3 {
            formatting.remove(at: earliest)
        } else if formatting.count - first >= HTMLLimits.formattingElements {
            formatting.remove(at: first)
        }
        formatting.append(FormattingElements.Entry(node: node, tag: token.tag))
    }

    /// The end tag of a formatting element.
    mutating func adopt(_ token: HTMLToken) {
        let tag = token.tag
        if isCurrent(tag), formatting.index(of: current.node) == nil { return pop() }
        for _ in 0..<HTMLLimits.adoptionRounds {
            guard let entry = formatting.lastIndex(of: tag) else { return closeElement(token) }
            let node = formatting[entry].node
            guard arena.nodes[Int(node)].isOpen, let place = stack.index(of: node) else {
                return formatting.remove(at: entry)
            }
            guard stack.hasInScope(where: { $0.node == node }) else { return }
            guard let block = (place + 1..<stack.count).first(where: { stack[$0].isSpecial }) else {
                popThrough(index: place)
                return formatting.remove(at: entry)
            }
            cloneBudget -= HTMLLimits.adoptionClones + 1
            guard cloneBudget > 0 else { return formatting.removeAll(from: formatting.firstAfterMarker) }
            adoptionRound(element: place, block: block)
        }
    }

    /// Takes the block out of the formatting element at `element`, and wraps its content in a copy of that.
    private mutating func adoptionRound(element: Int, block: Int) {
        let node = stack[element].node
        let furthest = stack[block]
        var bookmark = formatting.index(of: node) ?? formatting.count
        var blockIndex = block
        let top = copiesBetween(element, &blockIndex, &bookmark)
        arena.detach(top)
        insert(top, at: place(in: stack[max(element - 1, 0)]))
        let copy = arena.addClone(of: node)
        arena.moveChildren(of: furthest.node, to: copy)
        arena.append(copy, to: furthest.node)
        if let old = formatting.index(of: node) {
            formatting.remove(at: old)
            if old < bookmark { bookmark -= 1 }
        }
        formatting.insert(FormattingElements.Entry(node: copy, tag: stack[element].tag), at: bookmark)
        let opened = OpenElement(node: copy, depth: furthest.depth &+ 1, tag: stack[element].tag)
        removeFromStack(at: element)
        arena.nodes[Int(copy)].isOpen = true
        stack.insert(opened, at: blockIndex)
    }

    /// Copies the formatting elements between the element and the block, outside-in around the block; returns
    /// the outermost copy, or the block.
    private mutating func copiesBetween(_ element: Int, _ block: inout Int, _ bookmark: inout Int) -> UInt32 {
        var top = stack[block].node
        let furthest = top
        var round = 0
        for index in (element + 1..<max(block, element + 1)).reversed() {
            round += 1
            var entry = formatting.index(of: stack[index].node)
            if round > HTMLLimits.adoptionClones, let old = entry {
                formatting.remove(at: old)
                if old < bookmark { bookmark -= 1 }
                entry = nil
            }
            guard let entry else {
                removeFromStack(at: index)
                block -= 1
                continue
            }
            let copy = arena.addClone(of: stack[index].node)
            arena.nodes[Int(stack[index].node)].isOpen = false
            arena.nodes[Int(copy)].isOpen = true
            formatting.replace(at: entry, with: copy)
            stack.replace(at: index, with: copy)
            if top == furthest { bookmark = entry + 1 }
            arena.detach(top)
            arena.append(top, to: copy)
            top = copy
        }
        return top
    }
}

extension HTMLArena {
    /// Whether two elements have the same attributes, in any order if they are few.
    func haveEqualAttributes(_ first: UInt32, _ second: UInt32) -> Bool {
        let one = nodes[Int(first)].attributeRange
        let two = nodes[Int(second)].attributeRange
        guard one.count == two.count else { return false }
        guard one.count <= HTMLLimits.unorderedAttributes else {
            return zip(one, two).allSatisfy {
                areEqual(attributes[$0].name, attributes[$1].name)
                    && areEqual(attributes[$0].value, attributes[$1].value)
            }
        }
        return one.allSatisfy { index in
            let attribute = attributes[index]
            return attributes[two].contains {
                $0.nameHash == attribute.nameHash && areEqual($0.name, attribute.name)
                    && areEqual($0.value, attribute.value)
            }
        }
    }

    /// The attribute of an element, by its lower-case name.
    func attribute(_ name: String, of node: UInt32) -> HTMLAttributeRecord? {
        let record = nodes[Int(node)]
        guard record.kind == .element else { return nil }
        return attribute(name, in: record.attributeRange)
    }

    func attribute(_ name: String, in range: Range<Int>) -> HTMLAttributeRecord? {
        guard !range.isEmpty else { return nil }
        var hash: UInt32 = 0
        for byte in name.utf8 { hash = HTMLAttributeRecord.hash(hash, adding: byte) }
        return attributes[range].first {
            $0.nameHash == hash && bytes($0.name).elementsEqual(name.utf8)
        }
    }

    /// Whether a tag has an attribute of this value, in any case.
    func holds(_ token: HTMLToken, _ name: String, _ value: String) -> Bool {
        let range = Int(token.attributeStart)..<Int(token.attributeStart) &+ Int(token.attributeCount)
        guard let attribute = attribute(name, in: range) else { return false }
        return bytes(attribute.value).lazy.map(\.asciiLowercased).elementsEqual(value.utf8)
    }
}
