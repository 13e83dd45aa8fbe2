import Testing

@testable import Answers

@Suite struct CompletionTests {
    private let index = AnswerIndex([
        IndexEntry(number: 1, question: "When is a discount right?", text: "Discounts are traded."),
        IndexEntry(number: 2, question: "Discovery in ten minutes"),
        IndexEntry(number: 3, question: "A discount for everybody"),
        IndexEntry(number: 4, question: "Disclosure of plans", scopes: [7]),
        IndexEntry(number: 5, question: "Die Diskussion", language: "de"),
    ])

    private func results(_ text: String, sight: Sight = .scopes([]), isTyping: Bool = true) -> SearchResults {
        index.search(SearchQuery(text, sight: sight, isTyping: isTyping))
    }

    @Test(arguments: [
        ("disc", ["discount", "discovery"]), ("give disco", ["discount", "discovery"]),
        ("dis", ["discount", "discovery", "diskussion"]),
        ("discount", []), ("d", []), ("disc ", []), ("\"disc\"", []), ("disclo", []), ("zz", []), ("tag:disc", []),
        ("give -disc", []),
    ])
    func `the word being typed is completed, most frequent first`(text: String, words: [String]) {
        #expect(results(text).completions == words)
    }

    @Test func `a word of hidden entries completes nothing`() {
        #expect(results("disclo", sight: .scopes([7])).completions == ["disclosure"])
        #expect(results("disclo").hits.isEmpty && results("disclo*", isTyping: false).hits.isEmpty)
    }

    @Test func `half a word finds what it may become while it is typed, and not when it is meant`() {
        #expect(results("discov").hits.first?.number == 2)
        #expect(results("discov").repairs.isEmpty)
        #expect(results("disku").hits.first?.number == 5)
        #expect(results("disc", isTyping: false).completions.isEmpty)
    }

    @Test func `a whole word ranks before those that begin with it`() {
        let index = AnswerIndex([
            IndexEntry(number: 1, question: "The contractor called"),
            IndexEntry(number: 2, question: "The contract came"),
        ])
        let hits = index.search(SearchQuery("contract", sight: .everything, isTyping: true)).hits
        #expect(hits.map(\.number) == [2, 1])
    }

    @Test func `a star stands for every word that begins so`() {
        func best(_ count: Int, _ sight: Sight) -> [UInt32] {
            results("disc*", sight: sight, isTyping: false).hits.prefix(count).map(\.number.value).sorted()
        }
        #expect(best(3, .scopes([])) == [1, 2, 3])
        #expect(best(4, .everything) == [1, 2, 3, 4])
        #expect(results("disc* -discount", isTyping: false).hits.first?.number == 2)
    }
}
