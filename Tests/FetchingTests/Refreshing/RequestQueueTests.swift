import Testing

@testable import Fetching

@Suite struct RequestQueueTests {
    private func started(_ queue: inout RequestQueue<Int>, at now: Double = 0) -> [Int] {
        var jobs: [Int] = []
        while case .start(let job, _) = queue.next(at: now) { jobs.append(job) }
        return jobs
    }

    @Test func twoToAHostAndSixteenInAll() {
        var queue = RequestQueue<Int>(perHost: 2, atOnce: 16)
        for job in 0..<12 { queue.add(job, host: "a") }
        #expect(started(&queue) == [0, 1])
        for job in 100..<130 { queue.add(job, host: "h\(job)") }
        #expect(started(&queue) == Array(100..<114))
        queue.finish(host: "a")
        #expect(started(&queue) == [2])
        #expect(queue.running == 16)
    }

    @Test func hostsTakeTurns() {
        var queue = RequestQueue<Int>(perHost: 2, atOnce: 3)
        for job in 0..<4 { queue.add(job, host: "a") }
        for job in 10..<12 { queue.add(job, host: "b") }
        #expect(started(&queue) == [0, 10, 1])
    }

    @Test func laterRequestsToAHostAreSpaced() {
        var queue = RequestQueue<Int>(perHost: 2, atOnce: 16, spacing: 0.5, burst: 2)
        for job in 0..<4 { queue.add(job, host: "a") }
        #expect(started(&queue, at: 10) == [0, 1])
        queue.finish(host: "a")
        queue.finish(host: "a")
        guard case .pause(let seconds) = queue.next(at: 10.25) else {
            Issue.record("not spaced")
            return
        }
        #expect(seconds == 0.25)
        #expect(started(&queue, at: 10.5) == [2])
        #expect(started(&queue, at: 11) == [3])
    }

    @Test func whatIsRemovedNeverStarts() {
        var queue = RequestQueue<Int>(perHost: 2, atOnce: 16)
        for job in 0..<6 { queue.add(job, host: job < 3 ? "a" : "b") }
        queue.remove { $0 < 4 }
        #expect(started(&queue) == [4, 5])
    }

    @Test func anEndThatWasNotABeginningDoesNoHarm() {
        var queue = RequestQueue<Int>(perHost: 1, atOnce: 1)
        queue.finish(host: "a")
        queue.add(1, host: "a")
        #expect(started(&queue) == [1])
    }
}
