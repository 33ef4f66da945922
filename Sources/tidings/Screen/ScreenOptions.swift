import Library
import News
import Terminal

/// What the screen is told on the command line, read without the parser; nothing where there is more to read.
struct ScreenOptions {
    var library = Surroundings.defaultLibrary
    var config: String?
    var now: Timestamp?

    init?(_ arguments: [String]) {
        var rest = arguments[...]
        while let name = rest.popFirst() {
            guard let value = rest.popFirst() else { return nil }
            switch name {
            case "--library": library = value
            case "--config": config = value
            case "--now":
                guard let moment = Timestamp(iso8601: value) else { return nil }
                now = moment
            default: return nil
            }
        }
    }

    /// Runs the screen until the person leaves.
    func openScreen() throws {
        Terminal.blockSignals()
        let surroundings = Surroundings(fixedNow: now)
        let configuration = Surroundings.configurationFile(named: config)
        var open: String? = library
        while let path = open {
            open = try ScreenLoop(
                surroundings: surroundings, configuration: configuration,
                open: { try Library(path: path) { surroundings.now() } }
            ).run()
        }
    }
}
