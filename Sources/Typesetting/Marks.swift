/// The signs that are ours and not the article's, and their twins for terminals that show ASCII only.
struct Marks: Sendable {
    let bullets: [String]
    let quoteBar: String
    let pullQuoteBar: String
    let summary: String
    let rule: String
    let column: String
    let crossing: String
    let quotationOpens: [String]
    let quotationCloses: [String]
    let hasScripts: Bool

    static let unicode = Marks(
        bullets: ["•", "◦", "▪"], quoteBar: "│ ", pullQuoteBar: "▌ ", summary: "▸ ", rule: "─",
        column: " │ ", crossing: "─┼─", quotationOpens: ["“", "‘"], quotationCloses: ["”", "’"],
        hasScripts: true)

    static let ascii = Marks(
        bullets: ["*", "o", "-"], quoteBar: "| ", pullQuoteBar: "# ", summary: "> ", rule: "-",
        column: " | ", crossing: "-+-", quotationOpens: ["\"", "'"], quotationCloses: ["\"", "'"],
        hasScripts: false)
}
