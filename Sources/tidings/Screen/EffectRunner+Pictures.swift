import Library
import News
import Pictures
import Screen
import Terminal

extension EffectRunner {
    /// Gets pictures one after the other; the first that show are the first that are asked for.
    func loadPictures(_ addresses: [WebAddress], of source: SourceID) {
        picturing?.cancel()
        picturing = answer(on: .pictures) { [mailbox] library in
            await library.fetch(on: QuietExecutor.fetching)
            let cache = PictureCache(folder: Surroundings.pictureFolder)
            await library.show(picturesBy: PictureDecoder(program: "/proc/self/exe"), keepingThemIn: cache)
            for address in addresses {
                let answer = try await library.picture(at: address, of: source)
                try Task.checkCancellation()
                mailbox.post(.event(.picture(address, answer)))
            }
            return nil
        }
    }

    /// Counts the articles of a list by days.
    func countDays(_ scope: ListScope, days: Int, today: Timestamp) {
        answer { .countedDays(scope, try await $0.dailyCounts(scope, days: days, today: today)) }
    }
}
