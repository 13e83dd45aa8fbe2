import Answers
import Testing

@Suite struct ReadingWhileChangingTests {
    @Test func `a search sees all of a change or nothing of it`() async {
        let index = AnswerIndex((0..<50).map { IndexEntry(number: EntryNumber($0), question: "filler \($0)") })
        func pair(_ round: Int) -> [IndexChange] {
            let kind = EntryKind.allCases[round % 3]
            return [100, 200].map { .put(IndexEntry(number: EntryNumber($0), kind: kind, question: "shared question")) }
                + [.put(IndexEntry(number: EntryNumber(UInt32(round % 50)), question: "filler \(round)"))]
        }
        index.apply(pair(0))
        await withTaskGroup(of: Bool.self) { group in
            group.addTask {
                for round in 1...150 { index.apply(pair(round)) }
                return true
            }
            group.addTask {
                for round in 1...150 { index.apply([.put(IndexEntry(number: 300, question: "other \(round)"))]) }
                return true
            }
            for _ in 0..<2 {
                group.addTask {
                    for _ in 0..<300 {
                        let hits = index.search(SearchQuery("shared question", sight: .everything)).hits
                        guard hits.map(\.number) == [100, 200], hits[0].kind == hits[1].kind else { return false }
                    }
                    return true
                }
            }
            for await isWhole in group { #expect(isWhole) }
        }
        #expect(index.count == 53)
    }
}
