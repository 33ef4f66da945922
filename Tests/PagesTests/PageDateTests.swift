import News
import Testing

@testable import Pages

@Suite struct PageDateTests {
    @Test(arguments: [
        ("2024-05-03T10:15:30Z", "2024-05-03T10:15:30Z"),
        ("2024-05-03T10:15:30.123+02:00", "2024-05-03T08:15:30Z"),
        ("2024-05-03 10:15", "2024-05-03T10:15:00Z"),
        ("20240503", "2024-05-03T00:00:00Z"),
        ("July 22, 2019, 12:42 pm EDT", "2019-07-22T16:42:00Z"),
        ("Last Updated on July 24, 2019 at 9:05 am EDT by Rowan Tillis", "2019-07-24T13:05:00Z"),
        ("9:40 PM EST, January 14, 2025", "2025-01-15T02:40:00Z"),
        ("3 de mayo de 2024", "2024-05-03T00:00:00Z"),
        ("le 1er janvier 2024 à 18h30", "2024-01-01T18:30:00Z"),
        ("3. März 2024, 09:30 Uhr", "2024-03-03T09:30:00Z"),
        ("12.03.2024", "2024-03-12T00:00:00Z"),
        ("5/13/24", "2024-05-13T00:00:00Z"),
        ("2024年5月3日 10:15", "2024-05-03T10:15:00Z"),
        ("2024년 5월 3일", "2024-05-03T00:00:00Z"),
        ("17 марта 2026", "2026-03-17T00:00:00Z"),
        ("Thursday, 3rd of May 2024 at 4:30 a.m.", "2024-05-03T04:30:00Z"),
        ("Mon, 03 May 2024 10:15:00 +0530", "2024-05-03T04:45:00Z"),
    ])
    func datesAreReadInManyShapes(text: String, expected: String) {
        #expect(PageDate.find(in: text)?.iso8601 == expected)
    }

    @Test(arguments: [
        "", "Chapter 12", "99/99/2024", "Room 2024", "May we? 3 times", "1 2 3 4 5", "2024-13-45",
    ])
    func whatIsNoDateGivesNothing(text: String) {
        #expect(PageDate.find(in: text) == nil)
    }

    @Test func americanPagesPutTheMonthFirst() {
        let american = DateStyle.of(language: "en-US", host: "news.example.com")
        let british = DateStyle.of(language: "en", host: "news.example.co.uk")
        #expect(PageDate.find(in: "10/04/2016", american)?.utc.date == "2016-10-04")
        #expect(PageDate.find(in: "10/04/2016", british)?.utc.date == "2016-04-10")
    }

    @Test func timesWithoutAZoneAreInTheZoneOfThePagesLanguage() {
        let german = DateStyle.of(language: "de-AT", host: "")
        #expect(PageDate.find(in: "12.07.2024, 12:00 Uhr", german)?.iso8601 == "2024-07-12T10:00:00Z")
        #expect(PageDate.find(in: "12.12.2024, 12:00 Uhr", german)?.iso8601 == "2024-12-12T11:00:00Z")
        #expect(PageDate.find(in: "2024-07-12T12:00:00Z", german)?.iso8601 == "2024-07-12T12:00:00Z")
        let japanese = DateStyle.of(language: "ja", host: "")
        #expect(PageDate.find(in: "2024年5月3日", japanese)?.iso8601 == "2024-05-02T15:00:00Z")
    }

    @Test func addressesNameDays() {
        #expect(AddressDate.find(in: "https://a.example/2024/05/03/story")?.utc.date == "2024-05-03")
        #expect(AddressDate.find(in: "https://a.example/x-20240503.html")?.utc.date == "2024-05-03")
        #expect(AddressDate.find(in: "https://a.example/2024/story-12345678") == nil)
        #expect(AddressDate.find(in: "https://a.example/2024/13/03/") == nil)
    }
}
