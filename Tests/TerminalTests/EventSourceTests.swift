import Testing

@testable import Terminal

@Suite struct EventSourceTests {
    private let now = ContinuousClock.now

    @Test func waitsForEverWithoutADeadline() {
        #expect(EventSource.milliseconds(from: now, until: nil) == -1)
    }

    @Test func doesNotWaitForWhatIsPast() {
        #expect(EventSource.milliseconds(from: now, until: now) == 0)
        #expect(EventSource.milliseconds(from: now, until: now - .seconds(5)) == 0)
    }

    @Test func roundsUpSoThatItNeverWakesEarly() {
        #expect(EventSource.milliseconds(from: now, until: now + .milliseconds(25)) == 25)
        #expect(EventSource.milliseconds(from: now, until: now + .nanoseconds(1)) == 1)
        #expect(EventSource.milliseconds(from: now, until: now + .nanoseconds(3_999_000_001)) == 4000)
    }

    @Test func anyDeadlineFitsWhatPollTakes() {
        #expect(EventSource.milliseconds(from: now, until: now + .seconds(1 << 40)) == 1_000_000_000)
    }
}
