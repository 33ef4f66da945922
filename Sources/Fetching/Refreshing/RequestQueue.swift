/// Who is asked next, so that no host gets too much at once: hosts take turns, each with few requests under
/// way.
///
/// Pure: seconds on a clock of the caller's are an argument.
struct RequestQueue<Job: Sendable>: Sendable {
    /// What can be done now.
    enum Turn {
        /// This job can start.
        case start(Job, host: String)
        /// A job can start in so many seconds.
        case pause(seconds: Double)
        /// Nothing waits, or everything waits for a job to end.
        case nothing
    }

    private struct Lane: Sendable {
        var jobs: [Job] = []
        var first = 0
        var running = 0
        var tokens: Double
        var counted: Double

        var isEmpty: Bool { first == jobs.count }
    }

    private let perHost: Int
    private let atOnce: Int
    private let spacing: Double
    private let burst: Double
    private var lanes: [String: Lane] = [:]
    /// Hosts with jobs waiting, in the order of their turns.
    private var turns: [String] = []
    /// Jobs that have started and not ended.
    private(set) var running = 0

    /// A queue with its bounds: a burst of `burst` requests to a host is free, later ones are `spacing`
    /// seconds apart.
    init(perHost: Int, atOnce: Int, spacing: Double = 0, burst: Int = .max) {
        self.perHost = perHost
        self.atOnce = atOnce
        self.spacing = spacing
        self.burst = Double(burst)
    }

    /// Puts a job at the end of its host's lane.
    mutating func add(_ job: Job, host: String) {
        if lanes[host]?.isEmpty ?? true { turns.append(host) }
        lanes[host, default: Lane(tokens: burst, counted: 0)].jobs.append(job)
    }

    /// The next job that may start; it counts as running from now on.
    mutating func next(at now: Double) -> Turn {
        guard running < atOnce else { return .nothing }
        var soonest: Double?
        for (place, host) in turns.enumerated() {
            guard var lane = lanes[host], lane.running < perHost else { continue }
            if spacing > 0 {
                lane.tokens = min(burst, lane.tokens + max(0, now - lane.counted) / spacing)
                lane.counted = now
                if lane.tokens < 1 {
                    soonest = min(soonest ?? .infinity, (1 - lane.tokens) * spacing)
                    lanes[host] = lane
                    continue
                }
                lane.tokens -= 1
            }
            let job = lane.jobs[lane.first]
            lane.first += 1
            lane.running += 1
            if lane.isEmpty { (lane.jobs, lane.first) = ([], 0) }
            turns.remove(at: place)
            if !lane.isEmpty { turns.append(host) }
            lanes[host] = lane
            running += 1
            return .start(job, host: host)
        }
        return soonest.map { .pause(seconds: $0) } ?? .nothing
    }

    /// A job of a host has ended.
    mutating func finish(host: String) {
        guard var lane = lanes[host], lane.running > 0 else { return }
        running -= 1
        lane.running -= 1
        // A host keeps its count of recent requests only while spacing needs it.
        lanes[host] = lane.isEmpty && lane.running == 0 && spacing == 0 ? nil : lane
    }

    /// Takes waiting jobs out, in order.
    mutating func remove(where isUnwanted: (Job) -> Bool) {
        for host in turns {
            guard var lane = lanes[host] else { continue }
            lane.jobs = lane.jobs[lane.first...].filter { !isUnwanted($0) }
            lane.first = 0
            lanes[host] = lane
        }
        turns.removeAll { lanes[$0]?.isEmpty ?? true }
    }
}
