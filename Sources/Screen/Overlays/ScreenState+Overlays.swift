import Canvas
import Library
import News

extension ScreenState {
    /// Whether something stands over the panes and has the keys.
    var hasOverlay: Bool { help != nil || health != nil || reasons != nil || choice != nil || peek != nil }

    /// Rows inside an overlay.
    var overlayHeight: Int { max(1, size.height - 4) }

    /// Where overlays stand.
    func overlayFrame(width: Int) -> Rect {
        let width = min(size.width - 4, width)
        return Rect(x: (size.width - width) / 2, y: 1, width: width, height: size.height - 2)
    }

    /// Carries a command out where an overlay has the keys.
    mutating func performInOverlay(_ command: Command, count: Int?) -> [ScreenEffect] {
        switch command {
        case .quit: return [.quit]
        case .redraw: return [.redraw]
        case .suspend: return [.suspend]
        case .back, .close: return closeOverlay()
        default: break
        }
        if help != nil { return performInHelp(command, count: count) }
        if health != nil { return performInHealth(command) }
        if choice != nil { return performInChoice(command, count: count) }
        if peek != nil { return performInPeek(command, count: count) }
        let height = overlayHeight
        if let step = step(of: command, count: count) {
            let lines = reasons?.lines(width: overlayFrame(width: 76).width - 4).count ?? 0
            reasons?.scroll(by: step, of: lines, height: height)
        } else if command == .why || command == .open || command == .changes {
            return closeOverlay()
        }
        return []
    }

    /// How far a command scrolls; nothing for one that does not.
    func step(of command: Command, count: Int?) -> Int? {
        switch command {
        case .moveDown, .scrollDown: count ?? 1
        case .moveUp, .scrollUp: -(count ?? 1)
        case .pageDown, .readOn, .peek: overlayHeight - 1
        case .halfPageDown: overlayHeight / 2
        case .pageUp: 1 - overlayHeight
        case .halfPageUp: -overlayHeight / 2
        case .goToTop: -100_000
        case .goToEnd: 100_000
        default: nil
        }
    }

    mutating func closeOverlay() -> [ScreenEffect] {
        help = nil
        health = nil
        reasons = nil
        choice = nil
        peek = nil
        // Only tried on so far.
        refreshLooks()
        return []
    }

    private mutating func performInChoice(_ command: Command, count: Int?) -> [ScreenEffect] {
        if let step = step(of: command, count: count) {
            let height = overlayHeight
            choice?.move(by: step, height: height)
            tryTheme()
            return []
        }
        guard let selection = choice?.selection else { return [] }
        switch (command, selection.action) {
        case (.open, .browse(let address)), (.openBrowser, .browse(let address)):
            return [.browse(address, inBackground: false)]
        case (.openBrowserBehind, .browse(let address)): return [.browse(address, inBackground: true)]
        case (.copyAddress, .browse(let address)):
            notice = Line("Copied \(address.text)")
            return [.copy(address.text)]
        case (.open, .read(let id)):
            _ = closeOverlay()
            history.go(to: id)
            return read(id)
        case (.open, .list(let scope, let name)):
            _ = closeOverlay()
            viewName = (scope, name)
            return show(scope)
        case (.open, .rule(let change)):
            _ = closeOverlay()
            return [.changeRules(change)]
        case (.open, .theme(let name)):
            _ = closeOverlay()
            return wear(name)
        default: return []
        }
    }

    // MARK: What they show

    /// Why the selected related article stands there.
    mutating func showReasons() -> [ScreenEffect] {
        guard case .item(let item)? = related.selection else {
            notice =
                related.selection == nil
                ? "Nothing is related to this article" : "The article itself names this one"
            return []
        }
        let group =
            switch item.group {
            case .story: "the same story, told by another"
            case .background: "background: older, and what led there"
            case .followUp: "since then: newer, and what came of it"
            }
        let place =
            "\(item.listing.sourceTitle.text) \(glyphs.dot) \(times.whole(item.listing.moment, now: now))"
        var paragraphs: [[TextOverlay.Run]] = [
            [TextOverlay.Run(item.listing.headline.text, .heading)], [TextOverlay.Run(place, .faint)], [],
            [TextOverlay.Run("It stands here as \(group).")],
        ]
        if let distance = distance(to: item.listing) { paragraphs.append([TextOverlay.Run(distance)]) }
        paragraphs.append([])
        if item.isToldSo { paragraphs.append([TextOverlay.Run("You put them together.")]) }
        if !item.isToldSo || !item.terms.isEmpty {
            paragraphs.append([
                TextOverlay.Run(item.terms.isEmpty ? "No single word stands out." : "Both speak of:")
            ])
        }
        paragraphs += item.terms.map { [TextOverlay.Run("\(glyphs.dot) \($0.text)")] }
        reasons = TextOverlay(title: "Why", paragraphs: paragraphs)
        return []
    }

    private func distance(to listing: Listing) -> String? {
        guard let shown = reader.reading?.listing else { return nil }
        let seconds = listing.moment - shown.moment
        let hours = abs(seconds) / 3600
        let span = hours < 1 ? "less than an hour" : hours < 48 ? "\(hours) h" : "\(hours / 24) days"
        return "It came \(span) \(seconds < 0 ? "before" : "after")."
    }

    /// What comes with the article.
    mutating func showEnclosures() -> [ScreenEffect] {
        let enclosures = reader.reading?.article.enclosures ?? []
        choice = ChoiceOverlay(
            title: "Enclosures",
            choices: enclosures.map { enclosure in
                let size = enclosure.length.map {
                    $0 >= 1_000_000 ? "\($0 / 1_000_000) MB" : "\($0 / 1000) kB"
                }
                let note = [enclosure.type?.text, size].compactMap { $0 }.joined(separator: " \(glyphs.dot) ")
                return ChoiceOverlay.Choice(
                    text: enclosure.address.text, note: note, action: .browse(enclosure.address))
            })
        return []
    }

    /// What was opened to be read, the last first.
    mutating func showHistory() -> [ScreenEffect] {
        choice = ChoiceOverlay(
            title: "Read before",
            choices: history.articles.reversed().map { id in
                ChoiceOverlay.Choice(
                    text: history.headlines[id]?.text ?? "Article \(id)", note: "", action: .read(id))
            })
        return []
    }

    /// What several sources tell; one opens as a list.
    mutating func show(_ stories: [Story]) -> [ScreenEffect] {
        guard !stories.isEmpty else {
            notice = "No story yet: two sources have to tell the same"
            return []
        }
        choice = ChoiceOverlay(
            title: "Stories",
            choices: stories.prefix(500).map { story in
                let unread = story.articles.count { !$0.isRead }
                let note = "\(unread)/\(story.articles.count)\(glyphs.story) \(story.sourceCount) sources"
                return ChoiceOverlay.Choice(
                    text: story.headline.text, note: note,
                    action: .list(.query("story:\(story.id.number)"), Line("Story: \(story.headline.text)")))
            })
        return []
    }

    /// Shows an article that is known by its number.
    mutating func read(_ id: ArticleID) -> [ScreenEffect] {
        reader.want(id, isDetached: id != list.selection?.id)
        reader.isOpened = true
        closeDrawer()
        focus = .reader
        return [.open(id)]
    }

    /// What changed since the first version.
    mutating func receive(_ id: ArticleID, first: FirstVersion?) {
        guard id == reader.reading?.listing.id, let reading = reader.reading else { return }
        guard let first else {
            notice = "This article has not changed since it came"
            return
        }
        func runs(_ old: String, _ new: String) -> [TextOverlay.Run] {
            WordDifference.runs(from: old, to: new).map { run in
                switch run.kind {
                case .same: TextOverlay.Run(run.text)
                case .added: TextOverlay.Run("{+" + run.text + "+}", .added)
                case .removed: TextOverlay.Run("[-" + run.text + "-]", .removed)
                }
            }
        }
        reasons = TextOverlay(
            title: "Changes since the first version",
            paragraphs: [
                [TextOverlay.Run("First version replaced \(times.whole(first.replaced, now: now))", .faint)],
                [TextOverlay.Run("[-taken away-]", .removed), TextOverlay.Run("{+added+}", .added)], [],
                runs(first.headline.text, reading.article.headline.text), [],
            ] + [runs(first.text, first.currentText)])
    }
}
