import Testing

@testable import Interchange

@Suite struct TableRecordsTests {
    private func records(_ text: String) -> [TableRecords.Record] {
        var table = TableRecords()
        var records: [TableRecords.Record] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            records += table.take(Array(line.utf8))
        }
        return records + table.finish()
    }

    @Test func quotedFieldsHoldCommasQuotationMarksAndLineFeeds() {
        let found = records("a,\"b, \"\"c\"\"\nd\",\ne,,\"\"\n")
        #expect(found.map(\.fields) == [["a", "b, \"c\"\nd", ""], ["e", "", ""]])
        #expect(found.map(\.line) == [1, 3])
    }

    @Test func aQuotationMarkInsideAFieldIsALetter() {
        #expect(records("5\" disk,x").map(\.fields) == [["5\" disk", "x"]])
    }

    @Test func aMarkThatIsNeverClosedCostsItsOwnRecordOnly() {
        let found = records("a,1\nb,\"2\nc,3\nd,4")
        #expect(found.map(\.isBroken) == [false, true, false, false])
        #expect(found.map(\.line) == [1, 2, 3, 4])
        #expect(String(decoding: found[1].raw, as: UTF8.self) == "b,\"2")
    }

    @Test func manyOpenMarksTakeLinearTime() {
        var table = TableRecords()
        var count = 0
        let line = Array("a\"b,\"c".utf8)
        for _ in 0..<200_000 { count += table.take(line).count }
        count += table.finish().count
        #expect(count > 0)
    }
}
