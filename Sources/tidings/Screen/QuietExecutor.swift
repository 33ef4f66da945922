import Dispatch
import Synchronization

/// Runs the screen's tasks on a few serial queues instead of the global pool.
///
/// On Linux the global pool, once used, wakes every second for ever to look after its threads; an idle screen would never
/// sleep. Threads of serial queues are not looked after, and end when there is nothing to do.
final class QuietExecutor: TaskExecutor {
    /// For what a person waits for.
    static let shared = QuietExecutor(queues: 4, qos: .userInitiated)
    /// For long work, so that nothing stands in line behind it.
    static let background = QuietExecutor(queues: 1, qos: .utility)

    /// For fetching: feeds are read beside what a person waits for.
    static let fetching = QuietExecutor(queues: 2, qos: .utility)

    /// For pictures: whoever waits for a decoder must keep no feed waiting.
    static let pictures = QuietExecutor(queues: 1, qos: .utility)

    private let queues: [DispatchQueue]
    private let turn = Atomic<UInt>(0)

    private init(queues count: Int, qos: DispatchQoS) {
        queues = (0..<count).map { DispatchQueue(label: "tidings.tasks.\($0)", qos: qos) }
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        let executor = asUnownedTaskExecutor()
        let turn = turn.wrappingAdd(1, ordering: .relaxed).oldValue
        queues[Int(turn % UInt(queues.count))].async { job.runSynchronously(on: executor) }
    }
}
