import Feeds
import Testing

@Suite struct FeedJSONTests {
    @Test func writesOneLineAFile() throws {
        let text =
            "<rss version='2.0'><channel><title>T \"q\"</title><item><title>A\u{1}\\</title><enclosure"
            + " url='https://a.example/1' length='3'/></item></channel></rss>"
        let result = Result<ParsedFeed, FeedError>.success(try FeedReader.read(Array(text.utf8)))
        #expect(
            FeedJSON.line("a b.xml", result)
                == #"{"file":"a b.xml","format":"rss2.0","title":"T \"q\"","link":null,"description":null,"#
                + #""language":null,"updated":null,"entries":[{"id":"\#(try result.get().entries[0].id)","#
                + #""title":"A\\","link":null,"author":null,"#
                + #""published":null,"updated":null,"summary":null,"content":null,"categories":[],"#
                + #""enclosures":[{"url":"https://a.example/1","type":null,"length":3}]}],"warnings":[]}"#)
    }

    @Test func writesTheReason() {
        #expect(FeedJSON.line("x", .failure(.empty)) == #"{"file":"x","error":"the file is empty"}"#)
    }
}
