import CNcurses
import Glibc
import Synchronization

/// Where tasks on any thread leave messages for the screen's loop, which wakes for them.
///
/// Its descriptor is readable as long as messages wait, so `poll(2)` sees them together with keys and signals.
public final class Mailbox<Message: Sendable>: Sendable {
    /// Readable while there are messages.
    public let descriptor: Int32
    private let waiting = Mutex<[Message]>([])

    /// An empty mailbox; fails only where the process may open no more descriptors.
    public init() throws(TerminalError) {
        descriptor = cn_event_descriptor()
        guard descriptor >= 0 else { throw .system("eventfd", code: errno) }
    }

    deinit { close(descriptor) }

    /// Leaves a message; from any thread, never blocks for long.
    public func post(_ message: Message) {
        waiting.withLock { messages in
            messages.append(message)
            // One count is enough to wake; it is taken back together with the messages.
            if messages.count == 1 {
                var one: UInt64 = 1
                write(descriptor, &one, MemoryLayout<UInt64>.size)
            }
        }
    }

    /// Takes all messages, in the order they came.
    public func take() -> [Message] {
        waiting.withLock { messages in
            guard !messages.isEmpty else { return [] }
            var count: UInt64 = 0
            read(descriptor, &count, MemoryLayout<UInt64>.size)
            defer { messages = [] }
            return messages
        }
    }
}
