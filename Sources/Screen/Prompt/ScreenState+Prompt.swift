import Canvas
import News

extension ScreenState {
    /// Asks for a line of text.
    mutating func ask(_ purpose: Prompt.Purpose, text: String = "") {
        prompt = Prompt(purpose, text: text, past: promptHistory.lines(for: purpose))
    }

    /// Takes a key while something is typed.
    mutating func pressInPrompt(_ key: Key) -> [ScreenEffect] {
        guard let purpose = prompt?.purpose else { return [] }
        switch key {
        case .escape, .control("c"), .control("g"):
            prompt = nil
            return cancel(purpose)
        case .enter: return accept(purpose)
        case .backspace where prompt?.editor.isEmpty ?? true:
            prompt = nil
            return cancel(purpose)
        case .tab, .backTab:
            if purpose == .palette {
                movePalette(by: key == .tab ? 1 : -1)
            } else {
                prompt?.complete(key == .tab ? 1 : -1)
            }
            return []
        case .up, .down:
            if purpose == .palette {
                movePalette(by: key == .up ? -1 : 1)
                return []
            }
            prompt?.recall(key == .up ? -1 : 1)
            return typed(purpose)
        case .control("p"), .control("n"):
            prompt?.recall(key == .control("p") ? -1 : 1)
            return typed(purpose)
        default:
            let before = prompt?.editor.letters
            guard prompt?.editor.take(key) ?? false, prompt?.editor.letters != before else { return [] }
            return typed(purpose)
        }
    }

    /// Takes pasted text: into the prompt, or nowhere.
    mutating func paste(_ text: String) -> [ScreenEffect] {
        guard let purpose = prompt?.purpose else {
            notice = "Pasted text goes into a prompt: / searches, : runs a command"
            return []
        }
        prompt?.editor.insert(text)
        return typed(purpose)
    }

    private mutating func typed(_ purpose: Prompt.Purpose) -> [ScreenEffect] {
        prompt?.endCompletion()
        prompt?.choice = 0
        switch purpose {
        case .search, .filter: return searchAsTyped()
        case .find:
            help?.find(prompt?.text ?? "")
            return []
        case .palette, .tag, .pipe, .write, .subscription: return []
        }
    }

    private mutating func cancel(_ purpose: Prompt.Purpose) -> [ScreenEffect] {
        switch purpose {
        case .search, .filter: return leaveSearch()
        case .find:
            help?.find("")
            return []
        case .palette, .tag, .pipe, .write, .subscription: return []
        }
    }

    private mutating func accept(_ purpose: Prompt.Purpose) -> [ScreenEffect] {
        guard let prompt else { return [] }
        let text = prompt.text
        promptHistory.add(text, for: purpose)
        switch purpose {
        case .search, .filter: return acceptSearch()
        case .find:
            self.prompt = nil
            return []
        case .palette: return runFromPalette(prompt)
        case .tag(let articles, let isSet):
            self.prompt = nil
            guard !text.isEmpty else { return [] }
            guard let tag = Tag(text) else {
                notice = "A tag is a word of at most 64 letters"
                return []
            }
            return mark(articles, .tagged(tag, isSet))
        case .pipe(let article):
            self.prompt = nil
            return pipe(article, to: text)
        case .write(let article):
            self.prompt = nil
            return text.isEmpty ? [] : [.write(article, path: text)]
        case .subscription(let wish): return acceptSubscription(wish, text)
        }
    }

    /// Asks for a tag; the known ones complete it.
    mutating func askForTag(isSet: Bool) -> [ScreenEffect] {
        let targets = takeTargets()
        ask(.tag(targets.map(\.id), isSet))
        return [.loadTags(of: isSet || targets.count > 1 ? nil : targets.first?.id)]
    }

    mutating func receive(tags: [Tag]) {
        guard case .tag? = prompt?.purpose else { return }
        prompt?.words = tags.map(\.name)
    }
}
