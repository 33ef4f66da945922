/// The words that mark the parts of a page-text dump.
enum DumpPhrases {
    private static let datedOpenings = [
        "published", "posted", "updated", "last updated", "last modified", "modified", "first published",
        "veröffentlicht", "aktualisiert", "zuletzt aktualisiert", "stand", "publié", "mis à jour",
        "publicado",
        "actualizado", "pubblicato", "aggiornato", "date", "on ", "written",
    ]

    private static let otherNews: Set<String> = [
        "recent news", "recent posts", "recent stories", "recent articles", "related", "related articles",
        "related stories", "related news", "related posts", "related content", "related reading",
        "related topics",
        "read more", "read next", "more news", "more stories", "more articles", "latest news", "latest",
        "latest stories",
        "latest posts", "top stories", "most read", "most popular", "popular", "trending", "trending now",
        "you may also like", "you might also like", "you may like", "also read", "see also", "up next",
        "recommended", "recommended for you", "don't miss", "editor's picks", "keep reading", "more to read",
        "further reading", "in other news",
        "mehr zum thema", "weitere artikel", "auch interessant", "das könnte sie auch interessieren",
        "meistgelesen",
        "aktuelle nachrichten", "neueste artikel", "lesen sie auch",
        "à lire aussi", "lire aussi", "articles liés", "sur le même sujet", "les plus lus",
        "te puede interesar", "noticias relacionadas", "más noticias", "leer más", "lo más leído",
        "leia também", "leia mais", "leggi anche", "notizie correlate", "lees ook", "meer nieuws",
        "most viewed", "most commented", "most shared", "more on this story", "what to read next",
        "explore more", "other news", "news in brief", "more headlines", "latest headlines",
        "neueste nachrichten", "letzte meldungen", "weitere meldungen", "weitere nachrichten",
        "mehr nachrichten", "neueste beiträge", "letzte beiträge", "aktuelle beiträge",
        "dernières nouvelles", "actualités récentes", "articles récents", "dernières actualités",
        "derniers articles", "últimas noticias", "noticias recientes", "entradas recientes",
        "últimas notícias", "notícias recentes", "ultime notizie", "articoli recenti", "laatste nieuws",
        "recente berichten", "最新ニュース", "関連記事", "相关新闻", "最新消息",
    ]

    private static let authorHeadings: Set<String> = [
        "about the author", "about the authors", "about author", "author", "the author", "written by",
        "über den autor", "über die autorin", "zur person", "à propos de l'auteur", "sobre el autor",
        "sobre la autora", "sobre o autor", "l'autore", "over de auteur",
    ]

    private static let endings: Set<String> = [
        "comments", "leave a reply", "leave a comment", "post a comment", "kommentare", "commentaires",
        "comentarios", "join the conversation", "add a comment", "responses",
    ]

    private static let attributions = [
        "—", "– ", "-- ", "source:", "sources:", "summarized from", "summarised from", "excerpted from",
        "adapted from", "quoted from", "translated from", "from the statement", "quelle:", "fuente:",
        "fonte:",
    ]

    static func dated(_ text: String) -> Bool {
        let lower = text.lowercased()
        return datedOpenings.contains { lower.hasPrefix($0) } || UpdateWords.stand(in: Array(text.utf8)[...])
    }

    /// A heading above links to other articles.
    static func announcesOtherNews(_ text: String) -> Bool {
        let lower = text.lowercased().replacingQuotes.trimmed(of: " :.…•»›>-–—")
        if otherNews.contains(lower) { return true }
        let isShort = text.split(separator: " ").count <= 7 && !text.contains(".")
        return isShort
            && ["more from ", "more on ", "more in ", "latest from ", "mehr aus ", "mehr von "]
                .contains { lower.hasPrefix($0) }
    }

    static func announcesAuthor(_ text: String) -> Bool {
        authorHeadings.contains(text.lowercased().replacingQuotes.trimmed(of: " :"))
    }

    /// “About Ada Byron”, without the name.
    static func isAbout(_ text: String, _ name: String) -> Bool {
        ["about", "über", "à propos de", "sobre", "over", "su"].contains {
            text.lowercased().trimmed(of: " :") == $0 + " " + name.lowercased()
        }
    }

    static func ends(_ text: String) -> Bool {
        let lower = text.lowercased().trimmed(of: " :0123456789()")
        return endings.contains(lower)
    }

    /// Who said what stands above.
    static func attributes(_ text: String) -> Bool {
        let lower = text.lowercased()
        return attributions.contains { lower.hasPrefix($0) }
    }

    /// Buttons of the page: shares, reading time, and the like.
    static func isToolbar(_ text: String) -> Bool {
        let lower = text.lowercased().trimmed(of: " :.|•")
        if toolbar.contains(lower) || lower.allSatisfy({ $0.isNumber || ".,k".contains($0) }) { return true }
        guard text.count <= 60 else { return false }
        if buttons.contains(where: { lower.hasPrefix($0) }) || lower.contains("opens in new window") {
            return true
        }
        return text.count <= 24
            && [
                "min read", "minute read", "minutes read", "min lesezeit", "min de lecture", "min de lectura",
            ]
            .contains { lower.hasSuffix($0) }
    }

    private static let buttons = [
        "share on ", "share this", "share via", "tweet on ", "tweet this", "click to ", "pin on ", "pin it",
        "email this",
        "print this", "send by email", "follow us", "reading time", "estimated reading", "read time",
        "lesezeit", "temps de lecture", "tiempo de lectura", "tempo di lettura", "tempo de leitura",
        "leestijd",
        "share to ", "save this", "view all posts by", "view all articles by", "see all posts by",
        "all posts by",
        "more posts by",
        "teilen auf", "auf facebook", "auf twitter", "auf x ", "beitrag teilen", "artikel teilen",
        "partager sur",
        "compartir en", "condividi su", "delen op",
    ]

    private static let toolbar: Set<String> = [
        "share", "tweet", "facebook", "twitter", "x", "linkedin", "email", "print", "copy link", "save",
        "listen",
        "whatsapp", "pinterest", "reddit", "teilen", "drucken", "merken", "advertisement", "anzeige", "menu",
        "search",
        "skip to content", "follow", "gift article", "bookmark", "read aloud",
    ]

    /// Subjects behind “Tags:”, if the line lists them.
    static func subjects(_ text: String) -> [String] {
        let lower = text.lowercased()
        for label in [
            "tags:", "tagged:", "topics:", "filed under:", "categories:", "keywords:", "schlagwörter:",
        ]
        where lower.hasPrefix(label) {
            return text.dropFirst(label.count).split(whereSeparator: { ",;".contains($0) }).map {
                LineText.collapsed($0)
            }
            .filter { !$0.isEmpty }
        }
        return []
    }
}

extension String {
    /// With straight apostrophes.
    fileprivate var replacingQuotes: String { String(map { $0 == "’" ? "'" : $0 }) }
}
