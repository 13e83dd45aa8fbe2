import Answers
import Testing

@Suite struct PlaceSignalTests {
    private let index = AnswerIndex([
        IndexEntry(number: 1, question: "price objection"),
        IndexEntry(number: 2, question: "price objection", place: Place(course: 1, module: 10, activity: 100)),
        IndexEntry(number: 3, question: "price objection", place: Place(course: 1, module: 10, activity: 101)),
        IndexEntry(number: 4, question: "price objection", place: Place(course: 1, module: 11, activity: 102)),
        IndexEntry(number: 5, question: "quarterly forecast", place: Place(course: 1, module: 10, activity: 100)),
    ])

    private func found(_ query: String, at place: Place) -> [UInt32] {
        index.search(SearchQuery(query, sight: .everything, place: place)).hits.map(\.number.value)
    }

    @Test func `the nearer an entry is to what the asker works on, the higher it ranks`() {
        #expect(found("price", at: Place(course: 1, module: 10, activity: 101)) == [3, 2, 4, 1])
        #expect(found("price", at: Place(course: 1, module: 11)) == [4, 2, 3, 1])
        #expect(found("price", at: Place()) == [1, 2, 3, 4])
        #expect(found("price", at: Place(course: 2)) == [1, 2, 3, 4])
    }

    @Test func `nearness alone finds nothing`() {
        #expect(!found("price", at: Place(course: 1, module: 10, activity: 100)).contains(5))
    }

    @Test func `its share is told`() {
        let place = Place(course: 1)
        let hits = index.search(SearchQuery("price", sight: .everything, place: place)).hits
        #expect(hits.map { $0.why.shares.contains { $0.signal == .place } } == [true, true, true, false])
    }

    @Test func `a lift brings an entry past others that are passed over together`() {
        // The lifted entry is the last of a large segment of entries that match a little better.
        var entries = (0..<500).map { IndexEntry(number: EntryNumber($0), question: "price objection") }
        entries.append(
            IndexEntry(number: 900, question: "price objection again", place: Place(course: 1, module: 1, activity: 1)))
        let hits = AnswerIndex(entries).search(
            SearchQuery("price objection", sight: .everything, limit: 3, place: Place(activity: 1))
        ).hits
        #expect(hits.map(\.number) == [900, 0, 1])
    }
}
