import Testing

@testable import Pages

@Suite struct SiteNamesTests {
    private let site = SiteNames(name: "Cloud Ledger Daily", host: "www.cloudledgerdaily.example")

    @Test func theSitesNameIsTakenOffTitles() {
        #expect(site.stripped("Prices Fall - Cloud Ledger Daily") == "Prices Fall")
        #expect(site.stripped("Prices Fall | News | Cloud Ledger Daily") == "Prices Fall | News")
        #expect(
            site.stripped("Cloud Ledger Daily: A Year of Outages, Counted")
                == "Cloud Ledger Daily: A Year of Outages, Counted")
        #expect(
            site.stripped("Cloud Ledger Daily » A Year of Outages, Counted") == "A Year of Outages, Counted")
        #expect(site.stripped("Cloud Ledger Daily") == "Cloud Ledger Daily")
    }

    @Test func hyphensInWordsSeparateNothing() {
        #expect(SiteNames(name: nil, host: "").stripped("A well-known co-op") == "A well-known co-op")
    }
}

@Suite struct RoleWordsTests {
    private func role(_ name: String) -> ElementRole { RoleWords.shared.role(ofName: Array(name.utf8)) }

    @Test func wordsOfClassNamesTellWhatAnElementIsFor() {
        #expect(role("social-share").contains(.besideText))
        #expect(role("relatedArticles").contains(.otherNews))
        #expect(role("ArticleBody_content__x1").contains(.articleText))
        #expect(role("commentList").contains(.comment))
        #expect(role("author-bio").contains(.biography))
    }

    @Test func partsOfWordsTellNothing() {
        #expect(role("shareholder").isEmpty)
        #expect(!role("navigable").contains(.besideText))
    }

    @Test func aPostsSubjectIsNotItsPlace() {
        #expect(!role("tag-cookies").contains(.besideText))
        #expect(!role("category-social").contains(.besideText))
        #expect(role("post-footer").contains(.besideText))
        #expect(!role("lg:menu-4").contains(.besideText))
    }
}

@Suite struct PromotionPhrasesTests {
    private func isPromotion(_ line: String) -> Bool { PromotionPhrases.shared.begin(Array(line.utf8)[...]) }

    @Test(arguments: [
        "Read more: How much a server drinks", "Related Articles", "Lesen Sie auch: Wasser",
        "© 2023 The Light",
        "Photo: A. Person", "Last updated on 3 May", "12 comments", "3 min read", "→ Sign up for our letter",
        "This article was originally published elsewhere.", "More from the coast",
    ])
    func promotionsAreKnown(line: String) { #expect(isPromotion(line)) }

    @Test(arguments: [
        "Reading is a habit.", "The related work took years.", "Photographs were everywhere.",
        "Seen from above, it is small.",
        "More than two hundred people came to see it on the first day.", "Updating takes a while.",
        "Like many people, she lives on the coast.", "",
    ])
    func sentencesAreNot(line: String) { #expect(!isPromotion(line)) }
}
