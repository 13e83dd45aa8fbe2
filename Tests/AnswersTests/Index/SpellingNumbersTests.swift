import Testing

@testable import Answers

@Suite struct SpellingNumbersTests {
    @Test func `numbers take as many bits as the largest of their word needs`() {
        let lists: [[UInt8]] = [
            [], [0, 0, 0], [0, 1, 1, 0, 1, 0, 0, 0, 1], [3, 0, 2, 1, 3], [15, 0, 7], [31, 16, 0, 5], [1],
        ]
        var numbers = SpellingNumbers()
        for list in lists { numbers.append(list) }
        #expect(numbers.widths == [0, 0, 1, 2, 4, 8, 1])
        #expect(numbers.bytes.count == 0 + 0 + 2 + 2 + 2 + 4 + 1)
        for (word, list) in lists.enumerated() {
            #expect(list.indices.map { numbers.number(word, at: $0) } == list.map { Int($0) })
        }
        let again = SpellingNumbers(widths: numbers.widths, bytes: numbers.bytes, counts: lists.map(\.count))
        #expect(again?.starts == numbers.starts)
    }

    @Test(arguments: [([3], [1, 2]), ([1], [1, 2]), ([1], []), ([1, 0], [1]), ([0], [1])] as [([UInt8], [UInt8])])
    func `what does not fit together is none`(widths: [UInt8], bytes: [UInt8]) {
        #expect(SpellingNumbers(widths: widths, bytes: bytes, counts: [8]) == nil)
    }
}
