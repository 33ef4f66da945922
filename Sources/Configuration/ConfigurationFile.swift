import Glibc
import Library

/// The file that a person writes settings into.
public struct ConfigurationFile: Sendable, Hashable {
    /// Where it is, or would be.
    public let path: String
    /// Whether a person named it, so that it is worth a word where it is missing.
    public let isNamed: Bool

    /// Why it could not be read.
    public struct Failure: Error, Sendable, CustomStringConvertible {
        /// The file.
        public let path: String
        /// The system's reason.
        public let reason: String

        /// One sentence.
        public var description: String { "\(path) cannot be read: \(reason)" }
    }

    /// The most bytes that are read: a file of all keys and a hundred themes has a tenth of it.
    private static let mostBytes = 1 << 20

    /// The file at a path.
    public init(path: String) {
        self.path = path
        isNamed = true
    }

    /// The file that was named, or the one of the XDG base directories.
    ///
    /// - Parameters:
    ///   - named: What the command line says.
    ///   - variable: What the environment says under a name.
    public init(named: String?, environment variable: (String) -> String?) {
        if let named = named ?? variable("TIDINGS_CONFIG"), !named.isEmpty {
            path = named
            isNamed = true
            return
        }
        isNamed = false
        let folder = variable("XDG_CONFIG_HOME").flatMap { $0.hasPrefix("/") ? $0 : nil }
        path = (folder ?? (variable("HOME") ?? ".") + "/.config") + "/tidings/config.toml"
    }

    /// Its last part, for messages.
    public var name: String { path.split(separator: "/").last.map(String.init) ?? path }

    /// Its text; nothing where there is no file.
    ///
    /// - Throws: `Failure`.
    public func text() throws(Failure) -> String? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else {
            if errno == ENOENT || errno == ENOTDIR { return nil }
            throw Failure(path: path, reason: String(cString: strerror(errno)))
        }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 16_384)
        while true {
            let count = Glibc.read(descriptor, &chunk, chunk.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw Failure(path: path, reason: String(cString: strerror(errno))) }
            if count == 0 { break }
            bytes += chunk[..<count]
            guard bytes.count <= ConfigurationFile.mostBytes else {
                throw Failure(path: path, reason: "it is larger than a configuration can be")
            }
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw Failure(path: path, reason: "it is not UTF-8")
        }
        return text
    }

    /// What it says: settings, and what in it cannot be obeyed.
    ///
    /// Where there is no file nothing is read and no parser runs: most people never write one.
    ///
    /// - Parameter isLight: Whether the terminal's ground is taken to be light.
    /// - Returns: What was read; nothing where there is no file.
    /// - Throws: `Failure`.
    public func read(onLightGround isLight: Bool = false) throws(Failure) -> SettingsReader? {
        try text().map { SettingsReader($0, onLightGround: isLight) }
    }

    /// Writes a theme's name into the file, which is made where there is none; nothing else in it is touched.
    ///
    /// - Throws: `Failure`, or `FileReplacement.Failure`.
    public func keep(theme name: String) throws {
        let old = try text()
        let new = ThemeLine.text(old ?? "", with: name)
        guard SettingsReader(new).isTOML else {
            throw Failure(path: path, reason: "it is no TOML, so the theme cannot be written into it")
        }
        if old == nil { ConfigurationFile.makeFolder(of: path) }
        let file = try FileReplacement(path: path)
        try file.write(Array(new.utf8))
        try file.commit()
    }

    /// Writes a file to begin with, in which everything is explained and nothing is set.
    ///
    /// - Returns: Whether it was written; one that is there stays as it is.
    /// - Throws: `Failure`, or `FileReplacement.Failure`.
    public func begin() throws -> Bool {
        guard try text() == nil else { return false }
        ConfigurationFile.makeFolder(of: path)
        let file = try FileReplacement(path: path)
        try file.write(Array((Settings.example + "\n").utf8))
        try file.commit()
        return true
    }

    private static func makeFolder(of path: String) {
        let folders = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
        for count in 1...max(1, folders.count) {
            let folder = folders.prefix(count).joined(separator: "/")
            if !folder.isEmpty { mkdir(folder, 0o700) }
        }
    }
}

/// The line of a configuration that names the theme.
enum ThemeLine {
    /// The text with another theme: the value is exchanged where there is one, else a line is added above the tables.
    static func text(_ text: String, with name: String) -> String {
        let value = Settings.quoted(name)
        let places = KeyPlaces(text)
        var bytes = places.bytes
        if let place = places.places[["theme"]] {
            bytes.replaceSubrange(place.value, with: value.utf8)
            return String(decoding: bytes, as: UTF8.self)
        }
        let line = Array("theme = \(value)\n".utf8)
        guard places.firstTable < bytes.count else {
            let needsBreak = bytes.last.map { $0 != UInt8(ascii: "\n") } ?? false
            return String(decoding: bytes + (needsBreak ? [0x0A] : []) + line, as: UTF8.self)
        }
        // The comments above a table are about the table.
        let lastKey = places.order.compactMap { places.places[$0] }
            .filter { $0.key < places.firstTable }.map(\.value.upperBound).max()
        let start = lastKey.flatMap { end in bytes[end...].firstIndex(of: 0x0A).map { $0 + 1 } } ?? 0
        bytes.insert(contentsOf: line + (lastKey == nil ? [0x0A] : []), at: start)
        return String(decoding: bytes, as: UTF8.self)
    }
}
