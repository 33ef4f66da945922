import Configuration
import Glibc
import News
import Screen
import Terminal

/// The world as the command line and the environment give it: clock, zone, colours.
struct Surroundings: Sendable {
    /// A clock that stands still, for tests and scripts.
    var fixedNow: Timestamp?

    /// The moment.
    func now() -> Timestamp {
        if let fixedNow { return fixedNow }
        return Timestamp(seconds: Int64(time(nil)))
    }

    /// When the clock's minute ends; never when the clock stands still.
    func nextMinute() -> ContinuousClock.Instant? {
        fixedNow == nil ? .now + .seconds(60 - Int64(time(nil)) % 60) : nil
    }

    /// What local clocks show at a moment, by the zone of the environment.
    @Sendable static func localTime(_ moment: Timestamp) -> CivilTime {
        var seconds = time_t(moment.seconds)
        var parts = tm()
        guard localtime_r(&seconds, &parts) != nil else { return moment.utc }
        return CivilTime(
            year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday),
            hour: Int(parts.tm_hour), minute: Int(parts.tm_min), second: min(59, Int(parts.tm_sec)))
    }

    /// Whether colours are wanted (no-color.org: any value but the empty one says no).
    static var wantsColor: Bool { variable("NO_COLOR").map(\.isEmpty) ?? true }

    /// Whether the terminal says that its ground is light (`COLORFGBG`, as rxvt, Konsole and others set it).
    static var hasLightGround: Bool {
        let ground = variable("COLORFGBG")?.split(separator: ";").last.flatMap { Int($0) }
        return ground.map { $0 == 7 || (9...15).contains($0) } ?? false
    }

    /// The configuration that was named, or the one in the folder for them.
    static func configurationFile(named path: String? = nil) -> ConfigurationFile {
        ConfigurationFile(named: path, environment: variable)
    }

    /// An environment variable.
    static func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

    /// Where this program lies.
    static var programPath: String {
        guard let path = realpath("/proc/self/exe", nil) else { return CommandLine.arguments[0] }
        defer { free(path) }
        return String(cString: path)
    }

    /// A path as shells read it: `~/` is the home folder.
    static func expandingHome(_ path: String) -> String {
        guard path.hasPrefix("~/"), let home = variable("HOME") else { return path }
        return home + path.dropFirst()
    }

    /// Where thumbnails of pictures are kept, which may be thrown away at any time.
    static var pictureFolder: String {
        let cache = variable("XDG_CACHE_HOME").flatMap { $0.hasPrefix("/") ? $0 : nil }
        return (cache ?? (variable("HOME") ?? ".") + "/.cache") + "/tidings/pictures"
    }

    /// The library of a person who names none: in the data folder of the XDG base directories.
    static var defaultLibrary: String {
        if let path = variable("TIDINGS_LIBRARY"), !path.isEmpty { return path }
        let data = variable("XDG_DATA_HOME").flatMap { $0.hasPrefix("/") ? $0 : nil }
        return (data ?? (variable("HOME") ?? ".") + "/.local/share") + "/tidings/library.sqlite"
    }
}
