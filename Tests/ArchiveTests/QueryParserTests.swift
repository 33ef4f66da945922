import News
import Testing

@testable import Archive

@Suite struct QueryParserTests {
    let now = Timestamp(seconds: 1_000_000)

    func word(_ words: String) -> Query { .text(SearchTerm(words: words)) }

    @Test func wordsSideBySideMeanAnd() throws {
        #expect(try QueryParser.parse("storm vell", now: now) == .and(word("storm"), word("vell")))
    }

    @Test func orBindsLessThanAndAndNotBindsMost() throws {
        let query = try QueryParser.parse("a b or not c -d", now: now)
        #expect(query == .or(.and(word("a"), word("b")), .and(.not(word("c")), .not(word("d")))))
    }

    @Test func bracketsGroup() throws {
        #expect(
            try QueryParser.parse("a and (b or c)", now: now) == .and(word("a"), .or(word("b"), word("c"))))
    }

    @Test(arguments: [
        ("is:unread", Query.is(.unread)), ("source:Post", .source("Post")),
        ("source:\"The Post\"", .source("The Post")),
        ("title:storm*", .text(SearchTerm(words: "storm", isPrefix: true, column: .title))),
        ("age<1h", .after(Timestamp(seconds: 996_400))), ("age>2d", .before(Timestamp(seconds: 827_200))),
        ("before:1970-01-02", .before(Timestamp(seconds: 86_400))), ("has:enclosure", .hasEnclosure),
        ("\"two words\"", .text(SearchTerm(words: "two words"))), ("  ", .everything), ("story:7", .story(7)),
        ("https://a.example/b", .text(SearchTerm(words: "https://a.example/b"))),
    ])
    func readsFields(_ text: String, _ query: Query) throws {
        #expect(try QueryParser.parse(text, now: now) == query)
    }

    @Test(arguments: [
        ("storm (vell", 7), ("storm)", 6), ("is:green", 4), ("colour:red", 1), ("a \"b", 3),
        ("before:soon", 8),
        ("a or", 5), ("title:", 7), ("age<soon", 5), ("()", 2),
    ])
    func errorsPointAtTheirColumn(_ text: String, _ column: Int) {
        let error = #expect(throws: QueryError.self) { try QueryParser.parse(text, now: now) }
        #expect(error?.column == column)
    }

    @Test func depthIsBounded() {
        let nested = String(repeating: "(", count: 3000) + "a"
        #expect(throws: QueryError.self) { try QueryParser.parse(nested, now: now) }
    }

    @Test func errorsShowACaret() {
        let error = QueryError(query: "is:green", column: 4, reason: "is: knows unread, read and starred")
        #expect(
            error.description == """
                is: knows unread, read and starred (column 4)
                  is:green
                     ^
                """)
    }
}
