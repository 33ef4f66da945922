import News
import Testing

@Suite struct TimestampTests {
    @Test(
        arguments: [
            (0, "1970-01-01T00:00:00Z"), (1_563_811_200, "2019-07-22T16:00:00Z"),
            (-1, "1969-12-31T23:59:59Z"),
            (951_827_696, "2000-02-29T12:34:56Z"), (-62_135_596_800, "0001-01-01T00:00:00Z"),
        ] as [(Int64, String)])
    func printsAndReadsBackItsCivilTime(_ seconds: Int64, _ text: String) {
        let moment = Timestamp(seconds: seconds)
        #expect(moment.iso8601 == text)
        #expect(Timestamp(moment.utc) == moment)
    }

    @Test func appliesAnOffset() {
        #expect(CivilTime(Timestamp(seconds: 0), offset: -3600).time() == "23:00")
    }
}
