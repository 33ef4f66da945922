import Foundation
import Glibc

/// CPU seconds, which other programs on the machine disturb less than time on the wall.
enum CPUTime {
    /// Of this process, the least of some rounds.
    static func ofBest(of rounds: Int, _ work: () -> Void) -> Double {
        var best = Double.infinity
        for _ in 0..<rounds {
            let start = own()
            work()
            best = min(best, own() - start)
        }
        return best
    }

    /// Of another program, the least of some rounds; nothing where it is not installed.
    static func ofProgram(_ path: String, _ arguments: [String], rounds: Int) throws -> Double? {
        guard FileManager.default.isExecutableFile(atPath: path) else { return nil }
        var best = Double.infinity
        for _ in 0..<rounds {
            let start = ofPrograms()
            let process = Process()
            process.executableURL = URL(fileURLWithPath: path)
            process.arguments = arguments
            process.standardOutput = FileHandle.nullDevice
            try process.run()
            process.waitUntilExit()
            best = min(best, ofPrograms() - start)
        }
        return best
    }

    /// CPU seconds of this process so far, of all its threads.
    static func own() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    /// CPU seconds so far of all programs that were run to their end.
    private static func ofPrograms() -> Double {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_CHILDREN.rawValue), &usage)
        let times = [usage.ru_utime, usage.ru_stime]
        return times.reduce(0) { $0 + Double($1.tv_sec) + Double($1.tv_usec) / 1e6 }
    }
}
