import Markup
import News

/// Finds links that may lead to the next page of the same article: by `rel`, by a number, by their words.
struct PageLinks {
    let body: PageBody
    let head: PageHead
    let base: WebAddress?

    private static let words: Set<[UInt8]> = Set(phrases.map { Words($0).letters })
    private static let phrases = [
        "next", "next page", "continue", "continue reading", "continued", "read on", "nächste seite",
        "weiter",
        "weiterlesen", "nächste", "page suivante", "suivant", "suivante", "lire la suite", "siguiente",
        "página siguiente", "próxima", "próxima página", "seguinte", "successiva", "pagina successiva",
        "avanti",
        "volgende", "volgende pagina", "nästa", "nästa sida", "næste", "neste", "seuraava", "następna",
        "další",
        "следующая", "далее", "次へ", "次のページ", "下一页", "下一頁", "다음", "다음 페이지",
    ]

    func find() -> [WebAddress] {
        var found: [WebAddress] = []
        func add(_ target: String?) {
            guard let target, found.count < Limits.pageLinks,
                let address = WebAddress(target, relativeTo: base)
            else { return }
            if !found.contains(address) { found.append(address) }
        }
        add(head.next)
        for (index, element) in body.elements.enumerated() where element.tag == .a && element.isLink {
            guard element.letters.count <= PageLinks.longest, found.count < Limits.pageLinks else { continue }
            if leadsOn(index) { add(body.attribute("href", ofElement: index)) }
        }
        return found
    }

    /// Bytes of the longest of the words, with an arrow.
    private static let longest = 40

    private func leadsOn(_ index: Int) -> Bool {
        let letters = Words(body.letters[body.elements[index].letters]).letters
        if PageLinks.words.contains(letters) { return true }
        let number = letters.starts(with: "page".utf8) ? letters.dropFirst(4) : letters[...]
        if (1...2).contains(number.count), number.allSatisfy({ $0 &- 0x30 < 10 }) { return true }
        guard let relation = body.attribute("rel", ofElement: index) else { return false }
        return relation.lowercased().split(separator: " ").contains("next")
    }
}
