import Markup

/// Which elements around the article's blocks are kept: lists, quotations, headings, listings, tables of data.
struct StructureOutline {
    /// An element that is written, by its place in the page and its new name.
    struct Step {
        let element: Int
        let name: String

        /// Whether text may stand in it without a paragraph.
        var holdsText: Bool {
            switch name {
            case "ul", "ol", "dl", "table", "tr", "blockquote": false
            default: true
            }
        }
    }

    private let body: PageBody
    private let container: Int
    /// Tables that arrange the page rather than data.
    private var layoutTables: Set<Int> = []
    /// How many of the article's blocks are in an element that holds text.
    private var counts: [Int: Int] = [:]

    init(body: PageBody, blocks: [Int], container: Int) {
        self.body = body
        self.container = container
        var tables: [Int: TableShape] = [:]
        for index in blocks {
            let block = body.blocks[index]
            var inner: Int?
            for outer in chain(block.element) {
                switch body.elements[outer].tag {
                case .td, .th, .li, .dd, .dt:
                    counts[outer, default: 0] += 1
                    inner = outer
                case .table:
                    tables[outer, default: TableShape()].add(block, cell: inner)
                    if inner != nil, tables.count < Limits.tables { inner = outer }
                default: continue
                }
            }
        }
        layoutTables = Set(tables.filter { !$0.value.isData }.keys)
    }

    private struct TableShape {
        var cells: Set<Int> = []
        var letters = 0
        var longest = 0

        mutating func add(_ block: TextBlock, cell: Int?) {
            if let cell { cells.insert(cell) }
            letters += block.count
            longest = max(longest, block.count)
        }

        /// Data come in many short cells.
        var isData: Bool { cells.count >= 4 && letters < cells.count * 150 && longest < 800 }
    }

    /// The element and those around it, up to the article's own.
    private func chain(_ element: Int) -> [Int] {
        ([element] + Array(body.ancestors(of: element))).filter { $0 != container }
            .filter { !body.isInside(container, $0) }
    }

    /// The elements to be open around a block, outermost first.
    func path(to block: TextBlock) -> [Step] {
        var steps: [Step] = []
        var hasHeading = false
        for index in chain(block.element) {
            let tag = body.elements[index].tag
            if tag == .table {
                let isLayout = layoutTables.contains(index)
                if isLayout {
                    steps.removeAll {
                        ["td", "th", "tr"].contains($0.name) && body.isInside($0.element, index)
                    }
                }
                if isLayout { continue }
            }
            guard let name = name(tag), steps.count < Limits.structureSteps else { continue }
            if hasHeading, name != "blockquote" { continue }
            if name.first == "h" { steps.removeAll() }
            hasHeading = hasHeading || name.first == "h"
            steps.append(Step(element: index, name: name))
        }
        return StructureOutline.consistent(steps.reversed())
    }

    /// Without items outside lists, cells outside rows, and what cannot stand in a listing.
    private static func consistent(_ steps: [Step]) -> [Step] {
        var result: [Step] = []
        for step in steps {
            let outer = result.last?.name
            switch step.name {
            case "li": if outer != "ul" && outer != "ol" { continue }
            case "dt", "dd": if outer != "dl" { continue }
            case "tr": if outer != "table" { continue }
            case "td", "th": if outer != "tr" { continue }
            default:
                if outer == "pre" || outer == "ul" || outer == "ol" || outer == "dl" || outer == "tr"
                    || outer == "table"
                {
                    continue
                }
            }
            result.append(step)
        }
        while let last = result.last, ["ul", "ol", "dl", "table", "tr"].contains(last.name) {
            result.removeLast()
        }
        return result
    }

    private func name(_ tag: HTMLTag) -> String? {
        switch tag {
        case .ul: "ul"
        case .ol: "ol"
        case .li: "li"
        case .dl: "dl"
        case .dt: "dt"
        case .dd: "dd"
        case .blockquote: "blockquote"
        case .pre: "pre"
        case .h1, .h2: "h2"
        case .h3: "h3"
        case .h4: "h4"
        case .h5: "h5"
        case .h6: "h6"
        case .table: "table"
        case .tr: "tr"
        case .td: "td"
        case .th: "th"
        default: nil
        }
    }

    /// Whether a block's text stands in an element without a paragraph of its own.
    func isAlone(_ block: TextBlock, in element: Int) -> Bool {
        (counts[element] ?? 1) == 1 || block.element == element
    }
}
