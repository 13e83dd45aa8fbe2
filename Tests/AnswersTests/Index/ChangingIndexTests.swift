import Testing

@testable import Answers

/// After any edits an index tells what one tells that was built of the remaining entries at once.
@Suite struct ChangingIndexTests {
    @Test(arguments: [1, 2, 3, 4] as [UInt64])
    func `edits leave the index as if it were built anew`(seed: UInt64) {
        var made = RandomEntries(seed: seed)
        let index = AnswerIndex()
        var entries: [UInt32: IndexEntry] = [:]
        for step in 0..<25 {
            var changes: [IndexChange] = []
            for _ in 0...made.number(below: 12) {
                let number = made.number(below: 60)
                if made.number(below: 3) == 0 {
                    entries[number] = nil
                    changes.append(.remove(EntryNumber(number)))
                } else {
                    let entry = made.entry(number)
                    entries[number] = entry
                    changes.append(.put(entry))
                }
            }
            index.apply(changes)
            let fresh = AnswerIndex(entries.values)
            #expect(index.count == entries.count, "seed \(seed), step \(step)")
            for _ in 0..<4 {
                let query = SearchQuery(
                    made.query(), sight: made.sight(), limit: Int(made.number(below: 12)) + 1,
                    place: Place(course: made.number(below: 3)), facets: 50)
                #expect(
                    Told(index.search(query)) == Told(fresh.search(query)), "seed \(seed), step \(step), \(query.text)")
            }
        }
    }

    @Test(arguments: [1, 5, 31, 32, 33, 100, 199])
    func `whether few or many are taken out at once makes no difference`(count: UInt32) {
        var made = RandomEntries(seed: UInt64(count))
        let entries = (0..<200).map { made.entry($0) }
        let index = AnswerIndex(entries)
        let replaced = made.entry(0)
        index.apply((1...count).map { .remove(EntryNumber($0)) } + [.put(replaced)])
        let fresh = AnswerIndex([replaced] + entries.dropFirst(Int(count) + 1))
        for _ in 0..<8 {
            let query = SearchQuery(made.query(), sight: made.sight())
            #expect(Told(index.search(query)) == Told(fresh.search(query)), "seed \(count), \(query.text)")
        }
    }

    @Test func `of two changes to one entry the later counts`() {
        let index = AnswerIndex()
        index.apply([
            .put(IndexEntry(number: 1, question: "first words")), .put(IndexEntry(number: 1, question: "second words")),
            .put(IndexEntry(number: 2, question: "third words")), .remove(2),
            .remove(3), .put(IndexEntry(number: 3, question: "fourth words")),
        ])
        #expect(index.count == 2)
        #expect(index.found("second") == [1])
        #expect(index.found("fourth") == [3])
        #expect(index.found("first").isEmpty && index.found("third").isEmpty)
    }

    @Test func `an index that was emptied finds nothing and can be filled again`() {
        let index = AnswerIndex((1...20).map { IndexEntry(number: EntryNumber($0), question: "price \($0)") })
        index.apply((1...20).map { .remove(EntryNumber($0)) })
        #expect(index.count == 0)
        #expect(index.found("price").isEmpty)
        index.apply([.put(IndexEntry(number: 5, question: "price again"))])
        #expect(index.found("price") == [5])
    }

    @Test func `what was changed while segments were merged stays changed`() {
        var snapshot = Snapshot()
        func segment(_ entries: [IndexEntry]) -> LiveSegment {
            var builder = SegmentBuilder()
            for entry in entries { builder.add(entry) }
            return LiveSegment(builder.build())
        }
        snapshot.segments = [
            segment((0..<4).map { IndexEntry(number: EntryNumber($0), question: "one \($0)") }),
            segment((4..<8).map { IndexEntry(number: EntryNumber($0), question: "two \($0)") }),
            segment([IndexEntry(number: 8, question: "three")]),
        ]
        snapshot.remove([0])
        let sources = snapshot.segments
        let merged = SegmentMerger.merge(sources)
        #expect(merged.entries.count == 8)
        snapshot.remove([1, 4, 5, 6, 7])
        snapshot.segments.append(segment([IndexEntry(number: 4, question: "new four")]))
        snapshot.replace(sources, with: merged)
        #expect(snapshot.segments.map(\.count) == [3, 1])
        #expect(
            (0...9).map { number in snapshot.segments.contains { $0.slot(of: number) != nil } }
                == [false, false, true, true, true, false, false, false, true, false])
    }

    @Test func `many small changes leave few segments`() {
        var snapshot = Snapshot()
        for number in 0..<500 as Range<UInt32> {
            var builder = SegmentBuilder()
            builder.add(IndexEntry(number: EntryNumber(number), question: "entry \(number)"))
            snapshot.segments.append(LiveSegment(builder.build()))
            while let due = snapshot.dueForMerge {
                let sources = Array(snapshot.segments[due])
                snapshot.replace(sources, with: SegmentMerger.merge(sources))
            }
            #expect(snapshot.segments.count <= 6)
        }
        #expect(snapshot.count == 500)
        snapshot.remove(0..<400)
        while let due = snapshot.dueForMerge {
            let sources = Array(snapshot.segments[due])
            snapshot.replace(sources, with: SegmentMerger.merge(sources))
        }
        #expect(snapshot.segments.reduce(0) { $0 + $1.segment.entries.count } <= 150)
    }
}
