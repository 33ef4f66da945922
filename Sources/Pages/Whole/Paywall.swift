import Markup

/// Tells whether a page shows only the beginning of its article to those who do not pay.
///
/// No sign alone is enough: free articles offer subscriptions, and many articles that are called paid are shown whole.
struct Paywall {
    let body: PageBody
    let metadata: PageMetadata
    let found: ArticleFinder.Result

    /// More text than this is not called a beginning.
    private static let longBeginning = 3_500
    private static let shortBeginning = 1_200

    var hidesTheRest: Bool {
        guard found.length < Paywall.longBeginning else { return false }
        var signs = 0
        if isDeclared { signs += 2 }
        if isMostlyMissing { signs += 2 }
        if found.length < Paywall.shortBeginning { signs += 1 }
        if breaksOff { signs += 1 }
        // The dear ones come last, and only where there is a sign at all.
        if (1..<3).contains(signs), saysSo { signs += 2 }
        if (1..<3).contains(signs), isBuilt { signs += 1 }
        return signs >= 3
    }

    /// JSON-LD or metadata call it paid.
    private var isDeclared: Bool {
        switch metadata.linked.article?["isAccessibleForFree"] {
        case .bool(let isFree): if !isFree { return true }
        case .string(let text): if text.lowercased().hasSuffix("false") { return true }
        default: break
        }
        let tier = metadata.head.first("article:content_tier")?.lowercased()
        return tier == "locked" || tier == "metered"
    }

    /// The page says how many words it has, and most are not there.
    private var isMostlyMissing: Bool {
        guard let count = metadata.linked.article?["wordCount"]?.text.flatMap({ Int($0) }), count > 200 else {
            return false
        }
        let words = found.blocks.reduce(0) { $0 + Words(body.text(body.blocks[$1])).count }
        return words * 2 < count
    }

    private var breaksOff: Bool {
        guard let last = found.blocks.last else { return false }
        return Excerpt.breaksOff(body.string(body.blocks[last]))
    }

    /// A line below the text says so, or one of its last lines, which may be the wall's own.
    private var saysSo: Bool {
        let below = max(0, (found.blocks.suffix(2).first ?? 0))..<body.blocks.count
        var letters: [UInt8] = []
        for block in body.blocks[below].prefix(Paywall.nearBlocks) where block.count <= 300 {
            letters += LineText.lowered(body.text(block))
            letters.append(0x0A)
        }
        return Paywall.phrases.contains { letters.holds($0) }
    }

    /// An element below the text is named so.
    private var isBuilt: Bool {
        guard let last = found.blocks.last else { return false }
        let below = body.blocks[last].element..<body.elements.count
        return below.prefix(Paywall.nearElements).contains { index in
            guard !body.elements[index].isInline else { return false }
            return ["class", "id"].contains { attribute in
                guard let value = body.attribute(attribute, ofElement: index) else { return false }
                let name = LineText.lowered(value.utf8.prefix(Limits.classBytes))
                return Paywall.names.contains { name.holds($0) }
            }
        }
    }

    /// How far below the text a wall is looked for.
    private static let nearBlocks = 40
    private static let nearElements = 200

    private static let names: [[UInt8]] = [
        "paywall", "pay-wall", "regwall", "subscriber-only", "subscribers-only", "subscription-wall",
        "premium-wall", "tp-container-inner", "meteredcontent", "metered-content", "locked-content",
        "content-gate",
    ].map { Array($0.utf8) }

    private static let phrases: [[UInt8]] = [
        "subscribe to continue", "subscribe to read", "subscribe to keep reading", "subscribe to unlock",
        "subscribers only", "subscriber-only", "for subscribers", "already a subscriber",
        "already have a subscription", "to continue reading", "to keep reading", "to read the full",
        "read the full article", "unlock this article", "this article is for", "sign in to read",
        "log in to read", "become a member to", "members only", "start your free trial",
        "jetzt weiterlesen", "um weiterzulesen", "weiterlesen mit", "nur für abonnenten",
        "exklusiv für abonnenten",
        "bereits abonnent", "mit einem abo", "réservé aux abonnés", "réservée aux abonnés",
        "déjà abonné", "abonnez-vous pour", "pour lire la suite", "exclusivo para suscriptores",
        "solo para suscriptores", "suscríbete para", "para seguir leyendo", "exclusivo para assinantes",
        "assine para", "para continuar lendo", "riservato agli abbonati", "abbonati per",
        "per continuare a leggere", "alleen voor abonnees", "om verder te lezen", "endast för prenumeranter",
        "för att läsa vidare", "for abonnenter", "tylko dla subskrybentów", "только для подписчиков",
        "有料会員限定", "会員限定", "続きを読むには", "付费阅读", "订阅后阅读", "유료 회원",
    ].map { Array($0.utf8) }
}

extension [UInt8] {
    /// Whether a short run stands somewhere in these bytes; for phrases of our own.
    fileprivate func holds(_ run: [UInt8]) -> Bool {
        guard let first = run.first, count >= run.count else { return false }
        for index in 0...(count - run.count) where self[index] == first {
            if self[index..<(index + run.count)].elementsEqual(run) { return true }
        }
        return false
    }
}
