import Library
import News

/// The pictures that have come, and those that were asked for.
struct PictureShelf: Sendable {
    /// Pictures that are held, each of up to 110 KB; those that came first go first.
    private static let capacity = 24

    private(set) var thumbnails: [WebAddress: Thumbnail] = [:]
    private var order: [WebAddress] = []
    private var asked: Set<WebAddress> = []
    private var answered: Set<WebAddress> = []
    /// Whether no picture can be decoded here.
    private(set) var hasNoDecoder = false

    /// Which of an article's pictures have to be asked for; they count as asked for from now on.
    mutating func missing(of addresses: [WebAddress]) -> [WebAddress] {
        guard !hasNoDecoder else { return [] }
        let missing = addresses.filter { thumbnails[$0] == nil && !asked.contains($0) }
        asked.formUnion(missing)
        return missing
    }

    /// Another article is read: what was not answered may be asked for again, as its effect may have been cancelled.
    mutating func turnPage() { asked.formIntersection(answered) }

    mutating func receive(_ address: WebAddress, _ answer: PictureAnswer) {
        answered.insert(address)
        switch answer {
        case .picture(let thumbnail):
            thumbnails[address] = thumbnail
            order.removeAll { $0 == address }
            order.append(address)
            while order.count > PictureShelf.capacity {
                let oldest = order.removeFirst()
                thumbnails[oldest] = nil
                asked.remove(oldest)
            }
        case .nothing: break
        case .noDecoder: hasNoDecoder = true
        }
    }
}
