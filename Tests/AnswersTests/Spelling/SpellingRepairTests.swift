import Answers
import Testing

@Suite struct SpellingRepairTests {
    private let index = AnswerIndex([
        IndexEntry(number: 1, question: "What do I say when they open with the price?", tags: ["discounts"]),
        IndexEntry(number: 2, question: "Who sits on the buying committee?", text: "Procurement, mostly."),
        IndexEntry(number: 3, question: "The company changed its forecast"),
        IndexEntry(number: 4, question: "Was tun bei Preisverhandlungen?", text: "Größe zählt nicht.", language: "de"),
    ])

    @Test(arguments: [
        // One letter missing, too many, wrong, or two swapped.
        ("prce", "price", 1), ("priice", "price", 1), ("prixe", "price", 1), ("pirce", "price", 1),
        // The first letter.
        ("lrice", "price", 1),
        // Of a form that nobody wrote: by its stem.
        ("discuont", "discounts", 1), ("forcasts", "forecast", 3),
        // Two errors in a long word.
        ("comittte", "committee", 2), ("prokuremant", "procurement", 2),
        // Another language.
        ("preisverhandlungn", "preisverhandlungen", 4), ("größre", "grosse", 4),
    ])
    func `a word with an error is read as one that somebody wrote`(typed: String, readAs: String, number: UInt32) {
        let results = index.search(SearchQuery(typed, sight: .everything))
        #expect(results.hits.first?.number.value == number)
        #expect(results.repairs.map(\.readAs) == [readAs])
    }

    @Test func `the folded word is told as typed`() {
        #expect(index.search(SearchQuery("PRÏXE", sight: .everything)).repairs.map(\.typed) == ["prixe"])
    }

    @Test func `a word may be read in several ways, the likeliest first`() {
        index.apply([.put(IndexEntry(number: 5, question: "Win the prize"))])
        let results = index.search(SearchQuery("prie", sight: .everything))
        #expect(results.repairs.map(\.readAs) == ["price"])
        #expect(Set(results.hits.map(\.number)) == [1, 5])
    }

    @Test(arguments: ["teh", "hwo", "price", "prices", "pricing", "2024", "q42x", "zzzzzz", "価格"])
    func `short, known, hopeless words and numbers are left alone`(typed: String) {
        #expect(index.search(SearchQuery(typed, sight: .everything)).repairs.isEmpty)
    }

    @Test func `a repaired word counts for less than one typed right`() {
        let scores = ["price", "prixe"].map { index.search(SearchQuery($0, sight: .everything)).hits.first?.score ?? 0 }
        #expect(scores[0] > scores[1] && scores[1] > 0)
    }

    @Test func `a repaired word is marked in the text`() {
        let results = index.search(SearchQuery("discuont", sight: .everything))
        #expect(results.highlighter.ranges(in: "No discounts today", language: "en") == [3..<12])
    }

    @Test func `a word that is gone is no longer offered`() {
        index.apply([.remove(2)])
        #expect(index.search(SearchQuery("procurment", sight: .everything)).repairs.isEmpty)
    }
}
