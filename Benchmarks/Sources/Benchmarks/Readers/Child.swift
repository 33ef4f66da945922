import Foundation
import Glibc

/// Another program, run for what it costs.
enum Child {
    /// What a program cost from its start to its end.
    struct Cost {
        var wall: Double
        var cpu: Double
        /// The most memory it had, in megabytes.
        var peak: Double
    }

    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    /// Runs a program to its end without a terminal.
    static func run(_ arguments: [String], environment: [String]) throws -> Cost {
        let start = ContinuousClock.now
        let process = try spawn(arguments, environment: environment, terminal: nil)
        var peak = 0.0
        var status: Int32 = 0
        var usage = rusage()
        while wait4(process, &status, WNOHANG, &usage) == 0 {
            peak = max(peak, megabytes(of: process, "VmHWM:"))
            usleep(5000)
        }
        guard status == 0 else {
            throw Failure(description: "\(arguments.joined(separator: " ")): \(status)")
        }
        let seconds = { (time: timeval) in Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
        return Cost(
            wall: (ContinuousClock.now - start) / .seconds(1),
            cpu: seconds(usage.ru_utime) + seconds(usage.ru_stime),
            peak: peak)
    }

    /// A figure of `/proc/PID/status`, in megabytes.
    static func megabytes(of process: pid_t, _ name: String) -> Double {
        let text = (try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)) ?? ""
        let line = text.split(separator: "\n").first { $0.hasPrefix(name) }
        return line.flatMap { $0.split(whereSeparator: \.isWhitespace).dropFirst().first }.flatMap {
            Double($0)
        }
        .map { $0 / 1024 } ?? 0
    }

    /// Whether a program is installed.
    static func path(of program: String) -> String? {
        ["/usr/local/bin/", "/usr/bin/", "/bin/"].map { $0 + program }
            .first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    /// `POSIX_SPAWN_SETSID` of spawn.h, which the Glibc module leaves out.
    private static let setSession: Int16 = 0x80

    /// Starts a program in a session of its own, on a terminal or with nothing.
    static func spawn(_ arguments: [String], environment: [String], terminal: String?) throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for descriptor: Int32 in 0...2 {
            posix_spawn_file_actions_addopen(&actions, descriptor, terminal ?? "/dev/null", O_RDWR, 0)
        }
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        posix_spawnattr_setflags(&attributes, setSession)
        let strings = { (list: [String]) in list.map { strdup($0) } + [nil] }
        let given = strings(arguments)
        let surroundings = strings(environment + ["PATH=/usr/bin:/bin", "LANG=C.UTF-8"])
        defer { for string in given + surroundings { free(string) } }
        var process: pid_t = 0
        let result = posix_spawn(&process, arguments[0], &actions, &attributes, given, surroundings)
        guard result == 0 else {
            throw Failure(description: "\(arguments[0]): \(String(cString: strerror(result)))")
        }
        return process
    }
}
