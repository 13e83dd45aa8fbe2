import Testing

@testable import Answers

/// A search reads lists without looking whether they ascend.
@Suite struct SavedPostingsTests {
    struct Lists: Sendable, CustomTestStringConvertible {
        let testDescription: String
        var firstRuns: [UInt32] = [0, 2, 2, 3]
        var highs: [UInt16] = [0, 2, 1]
        var starts: [UInt32] = [0, 2, 4, 6]
        var lows: [UInt16] = [4, 5, 1, 2, 0, 1]
        var isTaken = false
    }

    @Test(arguments: [
        Lists(testDescription: "ascending, each from its own beginning", isTaken: true),
        Lists(
            testDescription: "a list alone may begin below the last", firstRuns: [0, 1, 1, 3], highs: [2, 0, 1],
            isTaken: true),
        Lists(testDescription: "a unit twice", lows: [4, 4, 1, 2, 0, 1]),
        Lists(testDescription: "units that fall", lows: [4, 5, 2, 1, 0, 1]),
        Lists(testDescription: "units that fall at the end", lows: [4, 5, 1, 2, 1, 0]),
        Lists(testDescription: "runs that fall", highs: [2, 0, 1]),
        Lists(testDescription: "runs that are alike", highs: [2, 2, 1]),
        Lists(testDescription: "a run without units", starts: [0, 2, 2, 6]),
    ])
    func `only lists whose units ascend are taken`(lists: Lists) throws {
        let postings = Postings(
            firstRuns: lists.firstRuns, highs: lists.highs, starts: lists.starts, lows: lists.lows,
            codes: Array(repeating: 0, count: lists.lows.count), key: MeasureKey(common: [1 << 7]))
        var bytes: [UInt8] = []
        try postings.save(SavedWriter { bytes.append(contentsOf: $0) })
        bytes.withUnsafeBytes { bytes in
            var reader = SavedReader(bytes)
            do {
                _ = try Postings(&reader, terms: 3, count: 200_000)
                #expect(lists.isTaken)
            } catch {
                #expect(!lists.isTaken, "\(error)")
            }
        }
    }
}
