import Answers
import Testing

@Suite struct ThesaurusTests {
    private let index = AnswerIndex([
        IndexEntry(number: 1, question: "They say the fee is too high"),
        IndexEntry(number: 2, question: "How do I send a purchase order?"),
        IndexEntry(number: 3, question: "Who signs the order?"),
        IndexEntry(number: 4, question: "What does the trial cost them?", scopes: [7]),
        IndexEntry(number: 5, question: "Wie hoch ist die Miete?", language: "de"),
    ])

    private func use(_ groups: [String]...) { index.use(Thesaurus(groups)) }

    private func found(_ words: String, _ sight: Sight = .scopes([])) -> [UInt32] {
        index.search(SearchQuery(words, sight: sight)).hits.map(\.number.value)
    }

    @Test(arguments: [
        // A word for a word, in any of its forms, and typed wrong.
        ("tariff", 1), ("tariffs", 1), ("tarif", 1), ("taruff", 1),
        // One word for several, and several for one.
        ("po", 2), ("charge sheet", 1),
        // Another language; folded.
        ("LOYER", 5),
    ])
    func `who types a synonym finds what has another`(words: String, number: UInt32) {
        #expect(!found(words).contains(number))
        use(["fee", "tariff", "charge sheet"], ["purchase order", "PO"], ["Miete", "loyer"])
        #expect(found(words).first == number)
        index.use(Thesaurus())
        #expect(!found(words).contains(number))
    }

    @Test func `some words of a synonym are not the synonym`() {
        use(["fee", "charge sheet"])
        #expect(found("charge").isEmpty)
        #expect(found("sheet charge").isEmpty)
    }

    @Test func `what was typed counts for more than what means the same`() throws {
        index.apply([.put(IndexEntry(number: 6, question: "They say the tariff is too high"))])
        use(["fee", "tariff"])
        #expect(found("the tariff is too high").prefix(2) == [6, 1])
        #expect(found("the fee is too high").prefix(2) == [1, 6])
    }

    @Test func `two groups that share a word stay two, and a ring of them ends`() {
        use(["fee", "levy"], ["levy", "toll"], ["toll", "fee"])
        #expect(found("levy") == [1])
        #expect(found("toll") == [1])
        use(["fee", "levy"], ["levy", "toll"])
        #expect(found("toll").isEmpty)
    }

    @Test func `ten thousand groups around one word are searched`() {
        index.use(Thesaurus((0..<10_000).map { ["fee", "word\($0)", "word\(($0 + 1) % 10_000)"] }))
        #expect(found("word77") == [1])
        #expect(found("fee").first == 1)
    }

    @Test func `a synonym shows nothing that the asker may not see`() {
        use(["cost", "levy"])
        let query = SearchQuery("levy", sight: .scopes([]))
        let before = index.search(query)
        #expect(before.hits.isEmpty)
        index.apply([.remove(4)])
        let after = index.search(query)
        #expect(after.hits.isEmpty && after.repairs == before.repairs)
        #expect(index.search(SearchQuery("levi", sight: .scopes([]))).repairs.isEmpty)
    }

    @Test func `marks the synonym, and says which word it stands for`() throws {
        use(["fee", "tariff"])
        let results = index.search(SearchQuery("tariff", sight: .everything))
        #expect(results.hits.first?.why.words == ["tariff"])
        #expect(results.highlighter.ranges(in: "They say the fee is too high", language: "en") == [13..<16])
    }

    @Test func `quotes and minus mean the words themselves`() {
        use(["fee", "tariff"])
        #expect(found("\"tariff\"").isEmpty)
        #expect(found("fee -tariff") == [1])
    }

    @Test(arguments: [[], [""], ["?!", "fee"], ["fee"], ["fee", "fees", "Fee"]])
    func `groups that say nothing change nothing`(group: [String]) {
        let before = found("the fee order")
        use(group)
        #expect(found("the fee order") == before)
    }
}
