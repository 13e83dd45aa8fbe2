import Testing

@testable import Answers

@Suite struct SpellingTableTests {
    @Test func `spellings of a word are numbered, each once`() {
        var table = SpellingTable()
        let numbers = ["price", "prices", "deal", "price", "pricing"].map { spelling in
            table.add(Array(spelling.utf8), of: spelling == "deal" ? 1 : 0)
        }
        #expect(numbers == [0, 1, 0, 0, 2])
        #expect(table.byWord(count: 2) == [[0, 1, 3], [2]])
    }

    @Test func `beyond what can be told apart they share the last number`() {
        var table = SpellingTable()
        let numbers = (0..<40).map { table.add(Array("form\($0)".utf8), of: 0) }
        #expect(numbers == (0..<40).map { UInt8(min($0, 31)) })
        #expect(table.isDistinct(30) && !table.isDistinct(31) && !table.isDistinct(39))
    }
}
