import Glibc
import Testing

@testable import Terminal

@Suite struct MailboxTests {
    private func isReadable(_ mailbox: Mailbox<Int>) -> Bool {
        var polled = [pollfd(fd: mailbox.descriptor, events: Int16(POLLIN), revents: 0)]
        return poll(&polled, 1, 0) == 1
    }

    @Test func isReadableWhileMessagesWait() throws {
        let mailbox = try Mailbox<Int>()
        #expect(!isReadable(mailbox))
        mailbox.post(1)
        mailbox.post(2)
        #expect(isReadable(mailbox))
        #expect(mailbox.take() == [1, 2])
        #expect(!isReadable(mailbox))
        #expect(mailbox.take() == [])
        mailbox.post(3)
        #expect(isReadable(mailbox))
    }

    @Test func losesNothingFromManyTasks() async throws {
        let mailbox = try Mailbox<Int>()
        var taken: [Int] = []
        await withTaskGroup(of: Void.self) { group in
            for sender in 0..<10 {
                group.addTask { for number in 0..<100 { mailbox.post(sender * 100 + number) } }
            }
            while taken.count < 500 {
                taken += mailbox.take()
                await Task.yield()
            }
        }
        taken += mailbox.take()
        #expect(taken.sorted() == Array(0..<1000))
    }
}
