import Library
import News

extension ScreenState {
    /// What is typed to change what is followed.
    enum Wish: Sendable, Hashable {
        case add
        case rename(Source)
        case move(Source)
        case remove(Source)
        case renameFolder(String)
        case save(query: String)
        case renameSaved(SavedQuery)
        case forget(SavedQuery)

        /// What stands before the text.
        var label: String {
            switch self {
            case .add: "Add: "
            case .rename(let source): "New name of \(source.title): "
            case .move(let source): "Folder of \(source.title): "
            case .remove(let source): "Follow \(source.title) no longer? (y) "
            case .renameFolder(let path): "New name of the folder \(path): "
            case .save: "Save this search as: "
            case .renameSaved(let query): "New name of \(query.name): "
            case .forget(let query): "Forget the search \(query.name)? (y) "
            }
        }

        /// A line of help.
        var note: String {
            switch self {
            case .add:
                "The address of a feed, a site or a page; or a file: OPML, newsboat's urls, a saved page, a feed"
            case .rename: "Enter keeps the name"
            case .move, .renameFolder: "Folders inside others with a slash: News/Local; nothing is the top"
            case .remove: "Its articles stay in the library"
            case .save: "It becomes a view among the sources"
            case .renameSaved: "Enter keeps the name"
            case .forget: "Only the search goes; no article does"
            }
        }

        /// What there is before anything is typed.
        var text: String {
            switch self {
            case .rename(let source): source.title.text
            case .move(let source): source.folder
            case .renameFolder(let path): path
            case .renameSaved(let query): query.name.text
            case .add, .remove, .save, .forget: ""
            }
        }

        /// The change that a text makes of it; nothing where the text takes it back.
        func change(_ text: String) -> SubscriptionChange? {
            let isYes = text.lowercased() == "y" || text.lowercased() == "yes"
            switch self {
            case .move(let source): return text == source.folder ? nil : .move(source.id, folder: text)
            case .renameFolder(let path): return text == path ? nil : .renameFolder(path, to: text)
            case .remove(let source): return isYes ? .remove(source.id, source.title) : nil
            case .forget(let query): return isYes ? .forget(query) : nil
            default: break
            }
            guard let name = Line(nonEmpty: text) else { return nil }
            switch self {
            case .add: return .add(name.text)
            case .rename(let source): return name == source.title ? nil : .rename(source.id, name.text)
            case .save(let query): return .save(SavedQuery(name: name, query: query))
            case .renameSaved(let query): return name == query.name ? nil : .renameSaved(query, name.text)
            default: return nil
            }
        }
    }

    /// Asks for what a command changes of the selected row.
    mutating func askForSubscription(_ command: Command) -> [ScreenEffect] {
        guard let wish = wish(for: command) else { return [] }
        ask(.subscription(wish), text: wish.text)
        if case .move = wish { prompt?.words = sources.folders }
        return []
    }

    /// What a command is about where the keys are; nothing where it is about nothing.
    func wish(for command: Command) -> Wish? {
        let row = sources.selection
        switch command {
        case .addSource: return .add
        case .renameSource:
            if let saved = row?.saved { return .renameSaved(saved) }
            if case .folder(let path)? = row?.scope { return .renameFolder(path) }
            return sources.selectedSource.map { .rename($0) }
        case .moveSource:
            if case .folder(let path)? = row?.scope { return .renameFolder(path) }
            return sources.selectedSource.map { .move($0) }
        case .removeSource:
            if let saved = row?.saved { return .forget(saved) }
            return sources.selectedSource.map { .remove($0) }
        case .saveSearch:
            guard case .query(let query) = list.scope else { return nil }
            return .save(query: query)
        default: return nil
        }
    }

    /// Sends what was typed on its way.
    mutating func acceptSubscription(_ wish: Wish, _ text: String) -> [ScreenEffect] {
        prompt = nil
        guard let change = wish.change(text) else { return [] }
        if case .add(let what) = change { notice = Line("Looking at \(what)") }
        return [.change(change)]
    }
}

extension SourcesPane {
    /// All folders, by path.
    var folders: [String] { Set(overview.sources.map(\.folder)).filter { !$0.isEmpty }.sorted() }
}
