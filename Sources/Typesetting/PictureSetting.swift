import News

/// What pictures are made of, by what the terminal has.
public enum PictureForm: Sendable, Hashable {
    /// Half cells in the palette's colours.
    case palette
    /// Half cells in any colours.
    case trueColors
    /// Pictures, which the terminal draws itself.
    case whole
}

/// The pictures of an article that have come, and how they may be set.
public struct PictureSetting: Sendable, Hashable {
    /// The pictures by their addresses.
    public var thumbnails: [WebAddress: Thumbnail]
    /// The most rows that one may take.
    public var rows: Int
    /// What they are made of.
    public var form: PictureForm

    /// Pictures with room for so many rows each.
    public init(thumbnails: [WebAddress: Thumbnail], rows: Int, form: PictureForm) {
        self.thumbnails = thumbnails
        self.rows = rows
        self.form = form
    }

    /// The addresses of the pictures in an article's body, in the order of reading, each once.
    public static func addresses(in blocks: [Block]) -> [WebAddress] {
        var seen: Set<WebAddress> = []
        return PictureSearch(blocks).addresses.filter { seen.insert($0).inserted }
    }
}

/// Walks blocks for pictures, with a stack of its own, as blocks may be nested deeply.
struct PictureSearch {
    private(set) var addresses: [WebAddress] = []

    init(_ blocks: [Block]) {
        var waiting: [Block] = blocks.reversed()
        while let block = waiting.popLast() {
            switch block {
            case .figure(_, let source, _, _): if let source { addresses.append(source) }
            case .paragraph(let content): addresses += PictureSearch.addresses(in: content)
            case .list(let list): waiting += list.items.flatMap(\.blocks).reversed()
            case .quote(let inner), .group(let inner), .details(_, let inner): waiting += inner.reversed()
            case .definitions(let definitions):
                waiting += definitions.flatMap { $0.descriptions.flatMap { $0 } }.reversed()
            case .heading, .pullQuote, .code, .table, .rule: break
            }
        }
    }

    static func addresses(in content: [Inline]) -> [WebAddress] {
        var addresses: [WebAddress] = []
        var waiting: [Inline] = content.reversed()
        while let inline = waiting.popLast() {
            switch inline {
            case .image(_, let address): if let address { addresses.append(address) }
            case .strong(let inner), .emphasis(let inner), .link(let inner, _), .mail(let inner, _),
                .deleted(let inner), .quotation(let inner), .superscript(let inner), .subscript(let inner),
                .code(let inner), .ruby(let inner, _):
                waiting += inner.reversed()
            case .text, .embed, .formula, .lineBreak, .breakOpportunity: break
            }
        }
        return addresses
    }
}
