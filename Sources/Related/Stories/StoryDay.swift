import News

/// The articles published on one day with their stories: all that is kept of the clustering, ten bytes an article.
///
/// What a story is about is worked out anew from its members' term vectors whenever a batch touches their days.
struct StoryDay: Equatable {
    /// One article of the day.
    struct Member: Equatable {
        var article: ArticleID
        var story: StoryID
        /// Hours since 1970; nil without a date.
        var hour: Int32?
    }

    var members: [Member] = []

    /// The shelf place of articles without a date; days follow, counted from the year 1.
    static let undated: Int64 = 0
    private static let base: Int64 = 719_163

    /// The shelf place of an hour's day.
    static func place(of hour: Int32?) -> Int64 {
        guard let hour else { return undated }
        return max(1, Int64((Double(hour) / 24).rounded(.down)) + base)
    }

    init() {}

    init(bytes: [UInt8], place: Int64) {
        var reader = ByteReader(bytes)
        var article: Int64 = 0
        for _ in 0..<reader.count() {
            article = article &+ reader.signed()
            let story = article &- reader.signed()
            let hour = Int64(min(reader.varint(), 23))
            members.append(
                Member(
                    article: ArticleID(article), story: StoryID(story),
                    hour: place == Self.undated ? nil : Int32(clamping: (place - Self.base) * 24 + hour)))
        }
    }

    var bytes: [UInt8] {
        var writer = ByteWriter()
        writer.varint(members.count)
        var article: Int64 = 0
        for member in members {
            writer.signed(member.article.number &- article)
            article = member.article.number
            writer.signed(article &- member.story.number)
            let hour = Int64(member.hour ?? 0)
            writer.varint(UInt64(((hour % 24) + 24) % 24))
        }
        return writer.bytes
    }

    /// Puts an article into the day, in place of what was known of it.
    mutating func put(_ member: Member) {
        if let place = members.firstIndex(where: { $0.article == member.article }) {
            members[place] = member
        } else {
            members.append(member)
        }
    }
}
