/// The way to the network: one request, one answer, no redirects, no retries.
public protocol Transport: Sendable {
    /// Asks, and waits for the whole answer; a cancelled task gets its failure at once.
    func fetch(_ request: FetchRequest) async -> Result<FetchResponse, FetchFailure>
}
