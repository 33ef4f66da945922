import News
import Testing

@testable import Pages

@Suite struct PageReaderTests {
    @Test func aPageWithoutTextHasNoArticle() {
        #expect(PageReader.read(Array("<html><body><nav><a href=/>Home</a></nav></body></html>".utf8)) == nil)
    }
}
