import Glibc
import Library
import News
import Screen
import Terminal

/// The newsstand that comes with Tidings, for a first look.
enum SampleNewsstand {
    /// Where its feeds lie: beside an installed program, or in the folder that it was built in.
    static var folder: String? {
        var program = Surroundings.programPath
        while let slash = program.lastIndex(of: "/") {
            program = String(program[..<slash])
            for place in ["/share/tidings/sample-feeds", "/sample-feeds"]
            where LocalFile.exists(program + place + "/newsstand.opml") {
                return program + place
            }
        }
        return nil
    }

    /// Its library, beside the person's own.
    static var library: String {
        Surroundings.defaultLibrary.split(separator: "/", omittingEmptySubsequences: false).dropLast()
            .joined(separator: "/") + "/sample.sqlite"
    }

    /// Makes its library, or brings it up to date.
    ///
    /// - Returns: Nothing if it is ready, or why it cannot be had.
    static func prepare() async throws -> Line? {
        guard let folder else { return "The sample newsstand is not installed with this program" }
        let library = try Library(path: library) { Timestamp(seconds: Int64(time(nil))) }
        let report = try await library.import(file: folder)
        try await library.index()
        await library.close()
        return report.failures.first.map { Line($0.description) }
    }
}

extension EffectRunner {
    /// Goes on in the sample newsstand.
    func openSample() {
        answer { [mailbox] _ in
            if let trouble = try await SampleNewsstand.prepare() { return .said(trouble) }
            mailbox.post(.reopen(SampleNewsstand.library))
            return nil
        }
    }
}
