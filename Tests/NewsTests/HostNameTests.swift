import News
import Testing

@Suite struct HostNameTests {
    @Test(arguments: [
        ("https://bücher.example/ü", "https://xn--bcher-kva.example/ü"),
        ("https://BÜCHER.example:8080/", "https://xn--bcher-kva.example:8080/"),
        ("https://b%C3%BCcher.example/", "https://xn--bcher-kva.example/"),
        ("https://me:pw@日本語。example/", "https://xn--wgv71a119e.example/"),
        ("https://пример.example/", "https://xn--e1afmkfd.example/"),
        ("https://faß.example/", "https://xn--fa-hia.example/"),
        ("https://ｖｅｌｌ.example/", "https://vell.example/"),
        ("https://他们为什么不说中文.example", "https://xn--ihqwcrb4cv8a8dqg056pqjye.example"),
    ])
    func lettersPastASCIITravelAsALabels(_ raw: String, _ expected: String) {
        #expect(WebAddress(raw)?.text == expected)
    }

    @Test(arguments: [
        "https://a%2Fb.example/", "https://a%00.example/", "https://%zz.example", "https://a%20b.example/",
    ])
    func aHostThatHidesOtherCharactersIsRefused(_ raw: String) {
        #expect(WebAddress(raw) == nil)
    }

    @Test(arguments: [
        ("https://xn--bcher-kva.example/", "bücher.example"),
        ("https://日本語.example/", "日本語.example"),
        ("https://пример.example/", "пример.example"),
        ("https://vell.example/", "vell.example"),
    ])
    func aHostInOneScriptIsShownInItsOwnLetters(_ raw: String, _ expected: String) {
        #expect(WebAddress(raw)?.shownHost == expected)
    }

    @Test(arguments: [
        "https://pаypal.example/",  // a Cyrillic а among Latin letters
        "https://аррӏе.example/",  // Cyrillic throughout, and looks like “apple”
        "https://xn--.example/", "https://xn--a.example/", "https://xn--99999999.example/",
        "https://xn--vell-.example/",
    ])
    func aHostThatPretendsIsShownAsItTravels(_ raw: String) throws {
        let address = try #require(WebAddress(raw))
        #expect(address.shownHost == address.host && address.host.contains("xn--"))
    }
}

@Suite struct UpdateHintsTests {
    @Test func periodAndFrequencyMakeAnInterval() {
        #expect(UpdateHints.updateInterval(period: "daily", frequency: 4) == 21_600)
        #expect(UpdateHints.updateInterval(period: nil, frequency: 2) == 43_200)
        #expect(UpdateHints.updateInterval(period: "Hourly", frequency: 0) == 3600)
        #expect(UpdateHints.updateInterval(period: "sometimes", frequency: 1) == nil)
        #expect(UpdateHints.updateInterval(period: nil, frequency: nil) == nil)
    }

    @Test func daysGoByTheirNames() {
        #expect(UpdateHints.weekday(named: "Sunday") == 0)
        #expect(UpdateHints.weekday(named: "saturday") == 6)
        #expect(UpdateHints.weekday(named: "Someday") == nil)
    }
}
