import Glibc
import Processes
import Testing

@Suite struct ChildProcessTests {
    /// What a program writes, and how it ended.
    private func run(
        _ words: [String], limit: Int = 1 << 20, seconds: Double = 20, stop: Int32? = nil
    ) throws -> (text: String?, status: Int32) {
        let pipe = try #require(Pipe())
        let child = Result {
            try ChildProcess(words[0], words, streams: (.none, .descriptor(pipe.input), .none))
        }
        close(pipe.input)
        let bytes = Pipe.bytes(from: pipe.output, limit: limit, seconds: seconds)
        close(pipe.output)
        if let stop { try child.get().send(stop) }
        return (bytes.map { String(decoding: $0, as: UTF8.self) }, try child.get().waitForEnd())
    }

    @Test func wordsReachTheProgramAsTheyAre() throws {
        let words = ["printf", "%s|", "$(id)", "a b", "*", ";", ""]
        #expect(try run(words) == ("$(id)|a b|*|;||", 0))
    }

    @Test func tellsHowAProgramEnded() throws {
        #expect(try run(["sh", "-c", "exit 3"]).status == 3)
        #expect(try run(["sh", "-c", "kill -9 $$"]).status == 128 + SIGKILL)
    }

    @Test func whatIsNotThereIsNamed() {
        #expect {
            try ChildProcess("/nowhere/tidings-test", ["x"])
        } throws: { error in
            (error as? ChildProcess.NotStarted)?.reason.hasPrefix("/nowhere/tidings-test: ") == true
        }
    }

    @Test func oneThatWritesWithoutEndIsLeftAfterEnough() throws {
        let (text, status) = try run(["yes"], limit: 100_000)
        #expect(text.map { $0.utf8.count >= 100_000 } == true)
        #expect(status == 128 + SIGPIPE)
    }

    @Test func oneThatSaysNothingIsNotWaitedForTooLong() throws {
        let (text, status) = try run(["sleep", "60"], seconds: 0.05, stop: SIGTERM)
        #expect(text == nil)
        #expect(status == 128 + SIGTERM)
    }

    @Test func inputComesFromADescriptor() throws {
        let (input, output) = (try #require(Pipe()), try #require(Pipe()))
        let child = try ChildProcess(
            "cat", ["cat"], streams: (.descriptor(input.output), .descriptor(output.input), .inherited),
            isApart: true)
        close(input.output)
        close(output.input)
        #expect(write(input.input, "tide", 4) == 4)
        close(input.input)
        #expect(Pipe.bytes(from: output.output, limit: 100, seconds: 20) == Array("tide".utf8))
        close(output.output)
        #expect(child.waitForEnd() == 0)
    }
}
