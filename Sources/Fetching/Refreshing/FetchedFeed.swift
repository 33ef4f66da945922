import News

/// A body that a feed's address gave, to be read by the caller, who then asks for the schedule to keep.
///
/// Nothing of the answer counts, not even its validators, before the body was read as a feed.
public struct FetchedFeed: Sendable {
    /// Whose it is.
    public let source: SourceID
    /// The bytes, unpacked.
    public let body: [UInt8]
    /// Where they stood in the end: what references in them are relative to.
    public let address: WebAddress
    /// `Content-Type`, with its charset.
    public let contentType: String?
    /// The links of the `Link` header fields.
    public let links: LinkHeader
    /// The address to take over once the body was read as a feed: all redirects to it were lasting ones (301,
    /// 308).
    public let adopted: WebAddress?

    private let answer: WholeAnswer
    private let schedule: FeedSchedule
    private let moment: Moment

    init(_ subscription: Subscription, _ answer: WholeAnswer, _ moment: Moment) {
        source = subscription.source
        body = answer.body
        address = answer.address
        contentType = answer.headers["content-type"]
        links = LinkHeader(answer.headers.joined("link") ?? "", base: answer.address)
        adopted = answer.lasting
        self.answer = answer
        self.moment = moment
        schedule = subscription.schedule
    }

    /// The schedule to keep after the body was read as a feed.
    public func schedule(after reading: Reading) -> FeedSchedule {
        schedule.afterReading(
            headers: answer.headers, keepsValidators: answer.keepsValidators, reading: reading, moment: moment
        )
    }

    /// The failure and the schedule to keep after the body was found to be no feed.
    public func schedule(afterRefusing why: String) -> (failure: FetchFailure, schedule: FeedSchedule) {
        let failure = FetchFailure(.notAFeed(why), at: address)
        return (failure, schedule.afterFailure(failure, moment: moment))
    }
}
