import Canvas
import Testing

@testable import Terminal

@Suite struct PaletteEntriesTests {
    private func meaning(_ value: UInt32, link: String? = nil) -> Meaning {
        Meaning(color: .rgb(value), link: link)
    }

    @Test func everyTrueColorHasAnEntryOfItsOwnNearIt() {
        var entries = PaletteEntries()
        var told: [UInt8: Meaning] = [:]
        let first = entries.entry(for: meaning(0xFF_8700)) { told[$0] = $1 }
        let second = entries.entry(for: meaning(0xFE_8802)) { told[$0] = $1 }
        #expect(first == 208)
        #expect(second != 208 && RGB(palette: second).distance(to: RGB(0xFF_8700)) < 3_000)
        #expect(entries.entry(for: meaning(0xFF_8700)) { told[$0] = $1 } == 208)
        #expect(told == [208: meaning(0xFF_8700), second: meaning(0xFE_8802)])
    }

    @Test func whenAllEntriesAreTakenTheNearestServes() {
        var entries = PaletteEntries()
        var taken: Set<UInt8> = []
        for value in UInt32(0)..<240 { taken.insert(entries.entry(for: meaning(value << 8)) { _, _ in }) }
        #expect(taken.count == 240 && taken.allSatisfy { $0 > 15 })
        #expect(entries.entry(for: meaning(0xFF_8700)) { _, _ in } == 208)
        #expect(entries.hasRunOut)
    }

    @Test func anEntryThatLeadsSomewhereNeverServesForAnother() {
        var entries = PaletteEntries()
        let linked = entries.entry(for: meaning(0xFF_8700, link: "https://a.example/")) { _, _ in }
        for value in UInt32(0)..<239 { _ = entries.entry(for: meaning(value << 8)) { _, _ in } }
        #expect(linked == 208)
        #expect(entries.entry(for: meaning(0xFF_8701)) { _, _ in } != 208)
        #expect(entries.entry(for: meaning(0xFF_8700, link: "https://b.example/")) { _, _ in } != 208)
    }

    @Test func addressesThatShowNoMoreGiveTheirEntriesBack() {
        var entries = PaletteEntries()
        _ = entries.entry(for: meaning(0xFF_8700)) { _, _ in }
        let kept = entries.entry(for: meaning(0xFF_8700, link: "https://a.example/")) { _, _ in }
        let lost = entries.entry(for: meaning(0xFF_8700, link: "https://b.example/")) { _, _ in }
        var freed: [UInt8] = []
        entries.free(linksBut: ["https://a.example/"]) { freed.append($0) }
        #expect(freed == [lost])
        #expect(entries.entry(for: meaning(0xFF_8700)) { _, _ in } == 208)
        #expect(entries.entry(for: meaning(0xFF_8700, link: "https://a.example/")) { _, _ in } == kept)
        #expect(entries.entry(for: meaning(0xFF_8700, link: "https://c.example/")) { _, _ in } == lost)
    }
}
