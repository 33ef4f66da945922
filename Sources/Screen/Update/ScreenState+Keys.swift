import Canvas
import Library
import News

extension ScreenState {
    /// Takes a key.
    mutating func press(_ key: Key) -> [ScreenEffect] {
        notice = nil
        if key == .escape, keys.prefix.isEmpty, let effects = cancelRefresh() { return effects }
        switch keys.read(key, surroundings.keymap) {
        case .waiting: return []
        case .command(let command, let count):
            if health != nil { return performInHealth(command) }
            return help == nil ? perform(command, count: count) : performInHelp(command)
        case .unknown(let keys):
            let label = keys.map { $0.label(glyphs) }.joined(separator: " ")
            notice = Line("No command on \(label); ? shows the keys")
            return []
        }
    }

    /// Carries a command out.
    mutating func perform(_ command: Command, count: Int? = nil) -> [ScreenEffect] {
        switch command {
        case .moveDown: return move(by: count ?? 1)
        case .moveUp: return move(by: -(count ?? 1))
        case .halfPageDown: return move(by: max(1, height(of: focus) / 2))
        case .halfPageUp: return move(by: -max(1, height(of: focus) / 2))
        case .pageDown: return move(by: max(1, height(of: focus) - 1))
        case .pageUp: return move(by: -max(1, height(of: focus) - 1))
        case .goToTop: return goToEdge(isEnd: false)
        case .goToEnd: return goToEdge(isEnd: true)
        case .open: return openSelection()
        case .back: return back()
        case .readOn: return readOn()
        case .nextUnread: return goToUnread(isNext: true)
        case .previousUnread: return goToUnread(isNext: false)
        case .scrollDown: return scrollReader(by: count ?? 1)
        case .scrollUp: return scrollReader(by: -(count ?? 1))
        case .toggleRead: return target.map { [.mark([$0.id], .read(!$0.isRead))] } ?? nothingSelected()
        case .toggleStar: return target.map { [.mark([$0.id], .starred(!$0.isStarred))] } ?? nothingSelected()
        case .nextPane: return cycleFocus(by: 1)
        case .previousPane: return cycleFocus(by: -1)
        case .focusSources: return focus(on: .sources)
        case .focusList: return focus(on: .list)
        case .focusReader: return focus(on: .reader)
        case .focusRelated: return focus(on: .related)
        case .historyBack: return travel(-1)
        case .historyForward: return travel(1)
        case .why:
            related.showsReasons.toggle()
            return layout.shows(.related) ? [] : focus(on: .related)
        case .readingAlone:
            isReadingAlone.toggle()
            return isReadingAlone ? focus(on: .reader) : []
        case .copyAddress: return copyAddress()
        case .goUnread: return show(.unread)
        case .goAll: return show(.all)
        case .goToday: return show(.since(startOfToday))
        case .goStarred: return show(.starred)
        case .refreshAll: return refresh(.all)
        case .refreshSource: return refreshSource()
        case .goFailing:
            health = HealthOverlay()
            return [.loadHealth]
        case .help:
            help = HelpOverlay()
            return []
        case .close: return close()
        case .quit: return [.quit]
        case .redraw: return [.redraw]
        case .suspend: return [.suspend]
        }
    }

    private mutating func performInHelp(_ command: Command) -> [ScreenEffect] {
        let height = max(1, size.height - 4)
        let count = HelpOverlay.lines(surroundings.keymap, glyphs).count
        switch command {
        case .moveDown, .scrollDown: help?.scroll(by: 1, of: count, height: height)
        case .moveUp, .scrollUp: help?.scroll(by: -1, of: count, height: height)
        case .pageDown, .readOn, .halfPageDown: help?.scroll(by: height - 1, of: count, height: height)
        case .pageUp, .halfPageUp: help?.scroll(by: 1 - height, of: count, height: height)
        case .goToTop: help?.scroll(by: -count, of: count, height: height)
        case .goToEnd: help?.scroll(by: count, of: count, height: height)
        case .quit: return [.quit]
        case .redraw: return [.redraw]
        case .suspend: return [.suspend]
        case .help, .close, .back, .open: help = nil
        default: break
        }
        return []
    }

    private mutating func nothingSelected() -> [ScreenEffect] {
        notice = "Nothing is selected"
        return []
    }

    private mutating func copyAddress() -> [ScreenEffect] {
        guard let address = target?.address else {
            notice = "This article has no address"
            return []
        }
        notice = Line("Copied \(address.text)")
        return [.copy(address.text)]
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
        return layout.shape == .single && focus != .list ? back() : [.quit]
    }
}
