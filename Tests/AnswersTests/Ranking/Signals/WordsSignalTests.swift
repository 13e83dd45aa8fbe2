import Answers
import Testing

@Suite struct WordsSignalTests {
    @Test func `what the question does not say may stand in any other field`() {
        let entries = [
            IndexEntry(number: 1, question: "Stalled", text: "Ask what procurement needs."),
            IndexEntry(number: 2, question: "Stalled", tags: ["procurement"]),
            IndexEntry(number: 3, question: "Stalled", courseTitle: "Working with procurement"),
            IndexEntry(number: 4, question: "Stalled", moduleTitle: "Procurement"),
            IndexEntry(number: 5, question: "Stalled", phrasings: ["procurement is silent"]),
            IndexEntry(number: 6, question: "Stalled"),
        ]
        #expect(AnswerIndex(entries).found("procurement").sorted() == [1, 2, 3, 4, 5])
    }

    @Test func `a rare word weighs more than a frequent one`() {
        let filler = (10..<40).map { IndexEntry(number: EntryNumber($0), question: "the deal \($0)") }
        let index = AnswerIndex(
            filler + [
                IndexEntry(number: 1, question: "the deal the deal"),
                IndexEntry(number: 2, question: "an escrow clause"),
            ])
        #expect(index.found("the escrow deal").first == 2)
    }

    @Test func `a short entry beats a long one with the same words`() {
        let long = String(repeating: "and something else entirely ", count: 40)
        let index = AnswerIndex([
            IndexEntry(number: 1, question: "Title", text: "escrow " + long),
            IndexEntry(number: 2, question: "Title", text: "escrow"),
        ])
        #expect(index.found("escrow") == [2, 1])
    }
}
