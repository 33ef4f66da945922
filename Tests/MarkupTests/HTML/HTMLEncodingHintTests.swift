import Markup
import Testing

struct HTMLEncodingHintTests {
    @Test(arguments: [
        ("<meta charset=UTF-8>", "utf-8"), ("<html><head><META CHARSET = ' Shift_JIS '>", "shift_jis"),
        ("<meta http-equiv=Content-Type content='text/html; charset=windows-1251'>", "windows-1251"),
        ("<meta content=\"text/html;charset = 'koi8-r'\" http-equiv=content-type>", "koi8-r"),
        ("<meta name=a><meta charset=gb2312>", "gb2312"),
    ])
    func theDeclarationIsFound(page: String, label: String) {
        #expect(HTMLEncodingHint.label(in: Array(page.utf8)) == label)
    }

    @Test(arguments: [
        "", "<p>charset=utf-8", "<!-- <meta charset=utf-8> -->",
        "<meta http-equiv=refresh content='charset=utf-8'>",
        "<meta charset>", "<meta http-equiv=content-type content='text/html'>",
        String(repeating: " ", count: 1024) + "<meta charset=utf-8>",
    ])
    func noDeclarationIsMadeUp(page: String) {
        #expect(HTMLEncodingHint.label(in: Array(page.utf8)) == nil)
    }
}
