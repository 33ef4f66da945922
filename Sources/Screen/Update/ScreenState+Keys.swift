import Canvas
import Library
import News

extension ScreenState {
    /// Takes a key.
    mutating func press(_ key: Key) -> [ScreenEffect] {
        notice = nil
        showsContinuations = false
        if prompt != nil { return pressInPrompt(key) }
        if linkHints != nil { return pressInLinks(key) }
        if key == .escape, keys.prefix.isEmpty, let effects = cancelRefresh() { return effects }
        switch keys.read(key, surroundings.keymap, in: focus) {
        case .waiting: return []
        case .command(let command, let count):
            return hasOverlay ? performInOverlay(command, count: count) : run(command, count: count)
        case .unknown(let keys):
            let label = keys.map { $0.label(glyphs) }.joined(separator: " ")
            notice = Line("No command on \(label); \(self.key(.help)) shows the keys")
            return []
        }
    }

    /// Carries a command out, or says why it cannot be.
    mutating func run(_ command: Command, count: Int? = nil) -> [ScreenEffect] {
        if let obstacle = obstacle(to: command) {
            notice = obstacle
            return []
        }
        switch command {
        case .moveDown, .moveUp, .halfPageDown, .halfPageUp, .pageDown, .pageUp:
            return perform(command, count: count)
        default:
            // All others are for what the reader is about to show.
            return catchUp() + perform(command, count: count)
        }
    }

    /// Carries a command out.
    private mutating func perform(_ command: Command, count: Int? = nil) -> [ScreenEffect] {
        switch command {
        case .moveDown: return move(by: count ?? 1)
        case .moveUp: return move(by: -(count ?? 1))
        case .halfPageDown: return move(by: max(1, rows(of: focus) / 2))
        case .halfPageUp: return move(by: -max(1, rows(of: focus) / 2))
        case .pageDown: return move(by: max(1, rows(of: focus) - 1))
        case .pageUp: return move(by: -max(1, rows(of: focus) - 1))
        case .goToTop: return count.map { goTo(row: $0) } ?? goToEdge(isEnd: false)
        case .goToEnd: return count.map { goTo(row: $0) } ?? goToEdge(isEnd: true)
        case .open: return openSelection()
        case .back: return back()
        case .readOn: return readOn()
        case .nextUnread: return search == nil ? goToUnread(isNext: true) : goToHit(count ?? 1)
        case .previousUnread: return search == nil ? goToUnread(isNext: false) : goToHit(-(count ?? 1))
        case .nextSource: return goToSource(1)
        case .previousSource: return goToSource(-1)
        case .scrollDown: return scrollReader(by: count ?? 1)
        case .scrollUp: return scrollReader(by: -(count ?? 1))
        case .historyBack: return travel(-1)
        case .historyForward: return travel(1)
        case .growPane: return resizePane(by: count ?? 1)
        case .shrinkPane: return resizePane(by: -(count ?? 1))
        case .readingAlone:
            isReadingAlone.toggle()
            return isReadingAlone ? focus(on: .reader) : []
        default: return performOnArticles(command)
        }
    }

    /// Commands that do something to articles or with them.
    private mutating func performOnArticles(_ command: Command) -> [ScreenEffect] {
        switch command {
        case .why: return explain()
        case .followStory: return toggleFollowing()
        case .notRelated: return tell(.apart)
        case .sameStory: return tell(.together)
        case .peek: return peekAtSelection()
        case .otherText: return showOtherText()
        case .followLink: return showLinkHints()
        case .enclosures: return showEnclosures()
        case .pictures: return togglePictures()
        case .changes: return reader.reading.map { [.compare($0.listing.id)] } ?? []
        case .toggleRead: return toggleRead()
        case .toggleStar: return toggleStar()
        case .tag: return askForTag(isSet: true)
        case .untag: return askForTag(isSet: false)
        case .mute: return askForRules()
        case .goRules: return [.loadRules]
        case .markAllRead: return [.markAll(list.scope, .read(true))]
        case .choose:
            list.toggleChoice()
            return move(by: 1)
        case .chooseRange:
            list.toggleRange()
            return []
        case .undo: return [.undo]
        case .redo: return [.redo]
        case .openBrowser: return targetAddress.map { [.browse($0, inBackground: false)] } ?? []
        case .openBrowserBehind: return targetAddress.map { [.browse($0, inBackground: true)] } ?? []
        case .copyAddress:
            guard let address = targetAddress else { return [] }
            notice = Line("Copied \(address.text)")
            return [.copy(address.text)]
        case .pipe:
            if let target { ask(.pipe(target.id)) }
            return []
        case .write:
            if let target { ask(.write(target.id), text: Library.fileName(of: target)) }
            return []
        default: return performOnScreen(command)
        }
    }

    /// Commands that change what is shown, and those of the program.
    private mutating func performOnScreen(_ command: Command) -> [ScreenEffect] {
        switch command {
        case .search: return beginSearch(.words)
        case .filter: return beginSearch(.filter)
        case .sort: return sort()
        case .addSource, .renameSource, .moveSource, .removeSource, .saveSearch:
            return askForSubscription(command)
        case .openSample:
            notice = "Setting up the sample newsstand"
            return [.openSample]
        case .fold where focus == .sources:
            if !sources.toggleFold() { notice = "This row is in no folder" }
            return []
        case .fold:
            if !list.toggleFold() { notice = "No other article here tells this story" }
            return follow()
        case .goUnread: return show(.unread)
        case .goAll: return show(.all)
        case .goToday: return show(.since(startOfToday))
        case .goStarred: return show(.starred)
        case .goHistory: return showHistory()
        case .goStories: return [.loadStories]
        case .nextPane: return cycleFocus(by: 1)
        case .previousPane: return cycleFocus(by: -1)
        case .focusSources: return focus(on: .sources)
        case .focusList: return focus(on: .list)
        case .focusReader: return focus(on: .reader)
        case .focusRelated: return focus(on: .related)
        case .chooseTheme: return showThemes()
        case .compare:
            guard uncompared > 0 else {
                notice = "All articles are compared"
                return []
            }
            notice = Line("Comparing \(uncompared) articles; go on reading meanwhile")
            uncompared = 0
            return [.compareWaiting]
        case .refreshAll: return refresh(.all)
        case .refreshSource: return refreshSource()
        case .goFailing:
            health = HealthOverlay()
            return [.loadHealth]
        case .palette:
            ask(.palette)
            return []
        case .help:
            help = HelpOverlay(pane: focus)
            return []
        case .close: return close()
        case .quit: return [.quit]
        case .redraw: return [.redraw]
        case .suspend: return [.suspend]
        default: return []
        }
    }

    /// The address of what is selected: of an article, or of a page that is not in the archive.
    var targetAddress: WebAddress? {
        if focus == .related, case .recent(let reference)? = related.selection { return reference.address }
        return target?.address
    }

    mutating func pipe(_ article: ArticleID, to text: String) -> [ScreenEffect] {
        guard !text.isEmpty else { return [] }
        guard let words = CommandWords.split(text) else {
            notice = "A quotation mark is not closed"
            return []
        }
        return [.pipe(article, words)]
    }

    private mutating func close() -> [ScreenEffect] {
        if isReadingAlone {
            isReadingAlone = false
            return []
        }
        if drawer != nil {
            closeDrawer()
            return []
        }
        if focus == .list, search != nil { return leaveSearch() }
        return layout.shape == .single && focus != .list ? back() : [.quit]
    }
}
