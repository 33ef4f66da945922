import Dispatch
import Synchronization

/// Runs the screen's tasks on a few serial queues instead of the global pool.
///
/// On Linux the global pool, once used, wakes every second for ever to look after its threads; an idle screen would never
/// sleep. Threads of serial queues are not looked after, and end when there is nothing to do.
final class QuietExecutor: TaskExecutor {
    /// The one of this process.
    static let shared = QuietExecutor()

    private let queues = (0..<4).map { DispatchQueue(label: "tidings.tasks.\($0)", qos: .userInitiated) }
    private let turn = Atomic<UInt>(0)

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        let executor = asUnownedTaskExecutor()
        let turn = turn.wrappingAdd(1, ordering: .relaxed).oldValue
        queues[Int(turn % UInt(queues.count))].async { job.runSynchronously(on: executor) }
    }
}
