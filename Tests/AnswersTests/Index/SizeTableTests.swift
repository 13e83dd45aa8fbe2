import Testing

@testable import Answers

@Suite struct SizeTableTests {
    @Test func `sizes come out as they went in, whatever fits`() {
        let sizes = [
            Totals.Small(phrasings: 1, phrasingWords: 5, phrasingLetters: 20, words: 80, tagWords: 3),
            Totals.Small(phrasings: 2, words: 65_535, isPlain: true),
            Totals.Small(phrasings: 201, phrasingWords: 65_534, plainLetters: 65_534, isPlain: true),
            Totals.Small(phrasings: 1, phrasingWords: 65_535), Totals.Small(phrasings: 3, phrasingLetters: 70_000),
            Totals.Small(phrasings: 1, tagWords: 32_766, isPlain: true),
            Totals.Small(phrasings: 1, tagWords: 32_767, isPlain: true),
            Totals.Small(phrasings: 1, plainLetters: 400_000, isPlain: true), Totals.Small(),
        ]
        var table = SizeTable()
        for size in sizes { table.append(size) }
        #expect(sizes.indices.map { table.size(of: $0, phrasings: Int(sizes[$0].phrasings)) } == sizes)
        #expect(table.largeSlots == [1, 3, 4, 6, 7])
        #expect(SizeTable(numbers: table.numbers, largeSlots: [1, 3], largeNumbers: [], entries: sizes.count) == nil)
    }
}
