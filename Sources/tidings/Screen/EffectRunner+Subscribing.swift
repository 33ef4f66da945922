import Library
import News
import Screen
import Terminal

extension EffectRunner {
    /// Changes what is followed; the person is told what came of it, and sees it.
    func change(_ change: SubscriptionChange) {
        let isAsking = if case .add = change { true } else { false }
        answer(on: isAsking ? .fetching : .shared) { [mailbox] library in
            let said = try await EffectRunner.carryOut(change, in: library)
            mailbox.post(.event(.said(said)))
            mailbox.post(.event(.libraryChanged))
            guard isAsking else { return nil }
            return try await EffectRunner.indexArrivals(in: library)
        }
    }

    private static func carryOut(_ change: SubscriptionChange, in library: Library) async throws -> Line {
        do {
            switch change {
            case .add(let name): return try await add(name, to: library)
            case .rename(let source, let name):
                try await library.rename(source, to: name)
                return Line("It is called \(name) now")
            case .move(let source, let folder):
                try await library.move(source, to: folder)
                return folder.isEmpty ? "It is at the top now" : Line("It is in \(folder) now")
            case .renameFolder(let path, let name):
                let count = try await library.renameFolder(path, to: name)
                return Line("\(count) sources are in \(name.isEmpty ? "no folder" : name) now")
            case .remove(let source, let title):
                try await library.remove(source)
                return Line("\(title) is no longer followed; its articles stay")
            case .save(let query):
                try await library.save(query)
                return Line("\(query.name) is a view among the sources now")
            case .renameSaved(let query, let name):
                try await library.save(SavedQuery(name: Line(name), query: query.query))
                _ = try await library.removeSavedQuery(named: query.name)
                return Line("It is called \(name) now")
            case .forget(let query):
                _ = try await library.removeSavedQuery(named: query.name)
                return Line("The search \(query.name) is forgotten")
            }
        } catch let problem as SourceProblem {
            return Line(problem.description)
        }
    }

    private static func add(_ name: String, to library: Library) async throws -> Line {
        guard let address = Library.addressMeant(by: name) else {
            let report = try await library.import(file: Surroundings.expandingHome(name))
            if let failure = report.failures.first { return Line(failure.description) }
            let sources =
                report.subscribed.isEmpty ? "" : "\(report.subscribed.count) sources, R fetches them; "
            return Line("\(sources)\(report.added) articles added")
        }
        await library.fetch(on: QuietExecutor.fetching)
        return switch try await library.add(address) {
        case .followed(let source, let added, let others):
            Line(
                "\(source.title) is followed: \(added) new"
                    + (others.isEmpty ? "" : "; the page also names \(others[0])"))
        case .known(let source): Line("\(source.title) is followed already")
        case .kept(let headline, let source): Line("Kept “\(headline)” in \(source.title)")
        case .failed(let reason): reason
        }
    }
}
