import News

/// What was opened to be read, in order, and where in it the reader stands.
struct History: Sendable {
    /// Articles remembered.
    private static let capacity = 500

    private(set) var articles: [ArticleID] = []
    /// What they are called.
    private(set) var headlines: [ArticleID: Line] = [:]
    private var position = -1

    /// Another article was opened; what was ahead is forgotten.
    mutating func visit(_ id: ArticleID) {
        if articles.indices.contains(position), articles[position] == id { return }
        articles.removeSubrange((position + 1)...)
        articles.append(id)
        if articles.count > History.capacity { headlines[articles.removeFirst()] = nil }
        position = articles.count - 1
    }

    /// One back or forward; nothing at the ends.
    mutating func step(_ step: Int) -> ArticleID? {
        guard articles.indices.contains(position + step) else { return nil }
        position += step
        return articles[position]
    }

    /// To an article that was read before.
    mutating func go(to id: ArticleID) {
        if let place = articles.lastIndex(of: id) { position = place }
    }

    /// Learns what an article is called.
    mutating func name(_ id: ArticleID, _ headline: Line) {
        if headlines[id] == nil, headlines.count < 2 * History.capacity { headlines[id] = headline }
    }
}
