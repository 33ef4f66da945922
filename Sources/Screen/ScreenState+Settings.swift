import Canvas
import Library
import News

extension ScreenState {
    /// What the person has set.
    var settings: ScreenSettings { surroundings.settings }

    /// What the terminal can show.
    public mutating func use(colors: Int, isUTF8: Bool, hasGraphics: Bool = false) {
        surroundings.colors = colors
        surroundings.hasGraphics = hasGraphics
        surroundings.isUTF8 = isUTF8
        refreshLooks()
        reader.setAnew()
    }

    /// Takes over what the person has set, at the start or while the screen is open.
    mutating func use(_ settings: ScreenSettings) {
        surroundings.settings = settings
        keys = KeyReader()
        showsContinuations = false
        refreshLooks()
        // Its signs and the keys that it names may be others.
        reader.setAnew()
    }

    /// The looks of the theme that is set.
    mutating func refreshLooks() {
        theme = surroundings.looks
        glyphs = surroundings.glyphs
    }

    /// The usual key of a command, as sentences name it.
    func key(_ command: Command) -> String { surroundings.keymap.label(of: command, glyphs) }

    /// The key that leaves what is special here: Esc, if it still does.
    var leavingKey: String {
        if case .command(.back) = surroundings.keymap.match([.escape]) { return Key.escape.label(glyphs) }
        return key(.back)
    }

    /// The unread article that stands in the reader and will count as read because of it; nothing where only opening counts.
    var shownUnread: Listing? {
        guard settings.reading == .shown, layout.shows(.reader), let listing = reader.reading?.listing,
            listing.id == reader.wanted, !wishes.isRead(listing)
        else { return nil }
        return listing
    }

    /// When an article came, as the list tells it.
    func listTime(of listing: Listing) -> String {
        switch settings.times {
        case .absolute: times.short(listing.moment, now: now)
        case .relative: TimeLabel.relative(listing.moment, now: now)
        }
    }
}
