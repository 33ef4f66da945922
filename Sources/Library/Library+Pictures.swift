import Fetching
import News
import Pictures

/// What pictures are made with, and what is known of those that cannot be shown.
struct PictureTools {
    var decoder: PictureDecoder?
    var cache: PictureCache?
    /// Pictures that could not be had; nobody is asked for them again in this session.
    var failed: Set<WebAddress> = []
    var hasNoDecoder = false

    /// Addresses that are remembered; an archive read for days must not grow.
    static let rememberedFailures = 2_000
}

/// What came of asking for a picture.
public enum PictureAnswer: Sendable, Hashable {
    /// It can be shown.
    case picture(Thumbnail)
    /// It cannot be had, or is none, or is not worth showing.
    case nothing
    /// None can: there is no library that decodes pictures.
    case noDecoder
}

extension Library {
    /// Chooses what decodes pictures and where their thumbnails are kept; without a decoder there are none.
    public func show(picturesBy decoder: PictureDecoder, keepingThemIn cache: PictureCache?) {
        fetching.pictures.decoder = decoder
        fetching.pictures.cache = cache
    }

    /// A picture that an article of a source names: from the cache, else fetched as politely as pages and decoded in another
    /// process.
    ///
    /// The archive keeps a picture's address and alternative text, not the picture: those of a year would be larger than all
    /// its texts.
    ///
    /// - Throws: `ArchiveError`, or `CancellationError`.
    public func picture(at address: WebAddress, of source: SourceID) async throws -> PictureAnswer {
        guard let decoder = fetching.pictures.decoder, !fetching.pictures.hasNoDecoder else {
            return .noDecoder
        }
        let cache = fetching.pictures.cache
        if let known = await Library.thumbnail(of: address, in: cache) { return .picture(known) }
        guard !fetching.pictures.failed.contains(address) else { return .nothing }
        let request = try await request(for: address, of: source, accept: .picture)
        switch try await answer(to: request) {
        case .failure(let failure):
            // A host that rests was not asked.
            if !failure.isPause { rememberFailure(of: address) }
            return .nothing
        case .success(let fetched):
            switch await Library.decoded(fetched.body, by: decoder, keptAs: address, in: cache) {
            case .thumbnail(let thumbnail): return .picture(thumbnail)
            case .refused:
                rememberFailure(of: address)
                return .nothing
            case .noDecoder:
                fetching.pictures.hasNoDecoder = true
                return .noDecoder
            }
        }
    }

    private func rememberFailure(of address: WebAddress) {
        if fetching.pictures.failed.count >= PictureTools.rememberedFailures {
            fetching.pictures.failed.removeAll()
        }
        fetching.pictures.failed.insert(address)
    }

    /// Off the actor: it reads a file.
    private nonisolated static func thumbnail(
        of address: WebAddress, in cache: PictureCache?
    ) async -> Thumbnail? {
        cache?.thumbnail(of: address)
    }

    /// Off the actor: it waits for a process.
    private nonisolated static func decoded(
        _ bytes: [UInt8], by decoder: PictureDecoder, keptAs address: WebAddress, in cache: PictureCache?
    ) async -> PictureDecoder.Outcome {
        let outcome = decoder.thumbnail(of: bytes)
        if case .thumbnail(let thumbnail) = outcome { cache?.keep(thumbnail, of: address) }
        return outcome
    }
}
