import Configuration
import Dispatch
import Glibc
import News
import Screen
import Terminal

/// The settings that are in force, and the file they come from.
///
/// Belongs to the screen's loop; only the watch has a thread of its own.
final class LiveSettings {
    /// What is in force.
    private(set) var settings: Settings
    /// What there is to say about the file at the start.
    private(set) var notice: Line?
    private let file: ConfigurationFile
    /// What was read last, so that an event without a change says nothing.
    private var text: String?

    /// What came of reading the file again.
    enum Outcome {
        case same
        case changed
        /// The old settings stay.
        case refused(Line)
    }

    /// Reads a file; what in it cannot be obeyed stays as it comes.
    init(_ file: ConfigurationFile) {
        self.file = file
        settings = Settings(onLightGround: Surroundings.hasLightGround)
        do {
            text = try file.text()
            guard let text else {
                if file.isNamed { notice = Line("There is no \(file.path); everything is as it comes") }
                return
            }
            let reader = SettingsReader(text, onLightGround: Surroundings.hasLightGround)
            settings = reader.settings
            notice = LiveSettings.notice(reader.problems, in: file)
        } catch {
            notice = Line(error.description)
        }
    }

    /// What the terminal is asked for.
    var terminalOptions: Terminal.Options {
        let colors: ColorDepth? =
            switch settings.colors {
            case .auto: nil
            case .mono: ColorDepth.none
            case .sixteen: .sixteen
            case .palette: .palette
            case .truecolor: .truecolor
            }
        let links: Bool? =
            switch settings.hyperlinks {
            case .auto: nil
            case .always: true
            case .never: false
            }
        return Terminal.Options(
            mouse: settings.hasMouse, colors: Surroundings.wantsColor ? colors : ColorDepth.none, links: links
        )
    }

    /// Reads the file again.
    func reread() -> Outcome {
        do {
            let new = try file.text()
            guard new != text else { return .same }
            text = new
            let light = Surroundings.hasLightGround
            guard let new else {
                settings = Settings(onLightGround: light)
                return .changed
            }
            let reader = SettingsReader(new, onLightGround: light)
            if let notice = LiveSettings.notice(reader.problems, in: file) { return .refused(notice) }
            settings = reader.settings
            return .changed
        } catch {
            return .refused(Line(error.description))
        }
    }

    /// Writes a theme that was chosen into the file; what there is to say about it.
    func keep(theme name: String) -> Line {
        settings.screen.theme = settings.screen.themes.first { $0.name == name } ?? settings.screen.theme
        settings.theme = name
        do {
            try file.keep(theme: name)
            text = try file.text()
            return Line("The theme \(name) is kept in \(file.path)")
        } catch {
            return Line("For this session only: \(error)")
        }
    }

    /// Posts a message whenever the file may have changed.
    func watchInBackground(_ mailbox: Mailbox<LoopMessage>) {
        let file = file
        let known = text
        DispatchQueue(label: "tidings.configuration").async { [weak mailbox] in
            guard let watch = ConfigurationWatch(of: file) else { return }
            // What was written between the first look and now has nobody else to tell of it.
            if (try? file.text()) != known { mailbox?.post(.configurationChanged) }
            while watch.waitForChange() {
                // An editor takes the old file away before it puts the new one there.
                usleep(LiveSettings.pause)
                // The screen may have been closed meanwhile, and another one opened.
                guard let mailbox else { return }
                mailbox.post(.configurationChanged)
            }
        }
    }

    /// Microseconds between an event and the look at the file.
    private static let pause: UInt32 = 60_000

    private static func notice(_ problems: [Problem], in file: ConfigurationFile) -> Line? {
        guard let first = problems.first else { return nil }
        let more = problems.count == 1 ? "" : " (and \(problems.count - 1) more: tidings config check)"
        return Line(first.sentence(in: file.name) + more)
    }
}
