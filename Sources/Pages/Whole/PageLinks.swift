import Markup
import News

/// Finds links that may lead to the next page of the same article: by `rel`, by a number, by their words.
struct PageLinks {
    let body: PageBody
    let head: PageHead
    let base: WebAddress?

    private static let words: Set<String> = [
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
            guard element.letters.count <= 60, found.count < Limits.pageLinks else { continue }
            if leadsOn(index) { add(body.attribute("href", ofElement: index)) }
        }
        return found
    }

    private func leadsOn(_ index: Int) -> Bool {
        let text = body.text(ofElement: index).lowercased().trimmed(of: " ›»>→…·|[]()")
        if let number = Int(text) { return (2...99).contains(number) }
        if PageLinks.words.contains(text) { return true }
        if text.hasPrefix("page "), Int(text.dropFirst(5)) != nil { return true }
        let relation = body.attribute("rel", ofElement: index)?.lowercased().split(separator: " ") ?? []
        return relation.contains("next")
    }
}
