import Library
import News

extension ScreenState {
    /// Asks for news; one refresh at a time.
    mutating func refresh(_ choice: RefreshChoice) -> [ScreenEffect] {
        guard fetching.progress == nil else {
            notice = "A refresh is under way; Esc cancels it"
            return []
        }
        fetching.progress = RefreshProgress()
        return [.refresh(choice)]
    }

    /// Asks for news of the source that the keys are on.
    mutating func refreshSource() -> [ScreenEffect] {
        if focus == .sources {
            guard case .source(let source)? = sources.selection?.scope else {
                notice = Line("Select a source to fetch it; \(key(.refreshAll)) fetches all")
                return []
            }
            return refresh(.sources([source]))
        }
        guard let source = target?.source else {
            notice = Line("Nothing is selected; \(key(.refreshAll)) fetches all sources")
            return []
        }
        return refresh(.sources([source]))
    }

    /// Esc, where there is nothing nearer to leave, ends a refresh.
    mutating func cancelRefresh() -> [ScreenEffect]? {
        let hasNearer =
            hasOverlay || drawer != nil || isReadingAlone || focus != .list || search != nil || list.hasChoice
        guard fetching.progress != nil, !hasNearer else { return nil }
        return [.cancelRefresh]
    }

    /// What came of one source: its articles can be seen from now on.
    mutating func receive(_ event: RefreshEvent) -> [ScreenEffect] {
        guard fetching.progress != nil else { return [] }
        fetching.progress = event.progress
        switch event.outcome {
        case .read(let added, _) where added > 0:
            list.expectArrivals()
            // Counting goes through all articles: not after each of a thousand sources.
            return event.progress.done % 16 == 0 ? [.count(list.scope), .loadSources] : []
        case .waiting(let wait):
            let sentence = wait.sentence(now: now, localTime: surroundings.localTime)
            notice = Line("\(event.title): \(sentence)")
        case .failed(let trouble): notice = trouble
        default: break
        }
        return []
    }

    /// The end of a refresh.
    mutating func receive(_ report: RefreshReport?) -> [ScreenEffect] {
        fetching.progress = nil
        list.expectArrivals()
        var effects: [ScreenEffect] = [.count(list.scope), .loadSources]
        guard let report else {
            notice = "The refresh ended early; what had come is kept"
            return effects
        }
        fetching.failing = report.progress.failing
        if report.progress.total > 0 {
            var parts = ["\(report.added) new"]
            if report.updated > 0 { parts.append("\(report.updated) changed") }
            if report.progress.failing > 0 {
                parts.append("\(report.progress.failing) failing, \(key(.goFailing)) shows them")
            }
            if report.waiting > 0 { parts.append("\(report.waiting) asked to wait") }
            notice = Line(parts.joined(separator: ", "))
        } else if report.waiting + report.stopped == 0 {
            notice = "No source to fetch; tidings add ADDRESS follows one"
        }
        if health != nil { effects.append(.loadHealth) }
        return effects
    }
}
