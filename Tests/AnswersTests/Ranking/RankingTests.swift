import Testing

@testable import Answers

@Suite struct RankingTests {
    @Test(arguments: [21, 22, 23] as [UInt64])
    func `scores and order are those of the ranking as it is written down`(seed: UInt64) {
        var made = RandomEntries(seed: seed)
        let entries = (0..<300).map { made.entry($0) }
        let index = AnswerIndex(entries)
        let naive = NaiveRanking(entries)
        for _ in 0..<12 {
            // Words of an entry are known, so that nothing is repaired; each once.
            let words = entries[Int(made.number(below: 300))].question.split(separator: " ")
            var seen: Set<[UInt8]> = []
            let query = words.filter { seen.insert(WordKey.stemmed(Array($0.utf8)[...])).inserted }.joined(
                separator: " ")
            let scores = naive.scores(query)
            let expected = scores.filter { $0.value >= Double(Weights.floor) }.values.sorted(by: >).prefix(20)
            let hits = index.search(SearchQuery(query, sight: .everything, limit: 20)).hits
            #expect(hits.count == expected.count, "seed \(seed), \(query)")
            for (hit, score) in zip(hits, expected) {
                #expect(abs(hit.score - score) < 1e-4, "seed \(seed), \(query), rank \(hit.rank)")
                #expect(abs(hit.score - (scores[hit.number.value] ?? -1)) < 1e-4, "seed \(seed), \(query)")
            }
        }
    }

    @Test func `what the signals gave adds up to the score`() {
        var made = RandomEntries(seed: 5)
        let index = AnswerIndex((0..<100).map { made.entry($0) })
        for _ in 0..<20 {
            let query = SearchQuery(made.query(), sight: .everything, place: Place(course: 1))
            for hit in index.search(query).hits {
                let sum = hit.why.shares.reduce(0) { $0 + $1.amount }
                #expect(abs(sum - hit.score) < 1e-5)
                #expect(hit.why.shares.map(\.amount) == hit.why.shares.map(\.amount).sorted(by: >))
            }
        }
    }

    /// Whoever counts all hits has every block of entries looked at; else most blocks are passed over.
    @Test func `the best of ten thousand queries are the same, all entries looked at or not, in windows of any size`() {
        var made = RandomEntries(seed: 6)
        let entries = (0..<250).map { made.entry($0) }
        let whole = AnswerIndex(entries)
        // Small enough for entries to be left out by what their lists can give (``PrunedWindowTests``).
        let pruned = AnswerIndex(entries, window: 63)
        let others = [AnswerIndex(entries, window: 1), AnswerIndex(entries, window: 100), whole]
        for round in 0..<10_000 {
            let text = round % 3 == 0 ? made.narrowed() : made.query()
            var query = SearchQuery(text, sight: made.sight(), place: Place(course: made.number(below: 4)))
            let best = pruned.search(query)
            if round < 1_000 {
                for other in others { #expect(Told(other.search(query)) == Told(best), "\(text)") }
            }
            query.facets = 1
            let all = whole.search(query)
            #expect(best.hits == all.hits && best.hasMore == all.hasMore, "\(text)")
        }
    }

    @Test func `initials count in windows, too`() {
        let entries = (0..<40).map {
            IndexEntry(number: EntryNumber($0), question: $0 % 13 == 5 ? "Who drinks coffee?" : "Other words \($0)")
        }
        for window in [1, 6, 40] {
            #expect(AnswerIndex(entries, window: window).found("wdc") == [5, 18, 31])
        }
    }

    @Test func `hits are numbered from one, best first, and of two alike the lower number comes first`() {
        let index = AnswerIndex([9, 3, 7].map { IndexEntry(number: $0, question: "price objection") })
        let hits = index.search(SearchQuery("price", sight: .everything)).hits
        #expect(hits.map(\.number) == [3, 7, 9])
        #expect(hits.map(\.rank) == [1, 2, 3])
    }

    @Test(arguments: [(0, 1), (-5, 1), (1, 1), (7, 7), (200, 200), (5_000, 200)])
    func `as many hits come as were asked for, within the bounds`(limit: Int, count: Int) {
        let index = AnswerIndex((0..<250).map { IndexEntry(number: EntryNumber($0), question: "price \($0)") })
        let results = index.search(SearchQuery("price", sight: .everything, limit: limit))
        #expect(results.hits.count == count)
        #expect(results.hasMore)
    }

    @Test func `there are no more where there is exactly one page`() {
        let index = AnswerIndex((0..<10).map { IndexEntry(number: EntryNumber($0), question: "price \($0)") })
        #expect(!index.search(SearchQuery("price", sight: .everything, limit: 10)).hasMore)
        #expect(index.search(SearchQuery("price", sight: .everything, limit: 9)).hasMore)
    }

    @Test func `only the kinds asked for are found`() {
        let index = AnswerIndex(
            EntryKind.allCases.map { IndexEntry(number: EntryNumber(UInt32($0.rawValue)), kind: $0, question: "price") }
        )
        for kind in EntryKind.allCases {
            let results = index.search(SearchQuery("price", sight: .everything, kinds: [kind]))
            #expect(results.hits.map(\.kind) == [kind])
            #expect(!results.hasMore)
        }
        #expect(index.search(SearchQuery("price", sight: .everything, kinds: [])).hits.isEmpty)
    }

    @Test func `a best hit that meets little of the query is weak, one that meets all of it is not`() {
        let index = AnswerIndex(
            (0..<30).map { IndexEntry(number: EntryNumber($0), question: "filler number\($0)") }
                + [IndexEntry(number: 99, question: "What do I say when they open with the price?")])
        let good = index.search(SearchQuery("what to say when they open with price", sight: .everything))
        #expect(good.hits.first?.number == 99 && !good.isWeak && good.hits[0].isWeak == false)
        let poor = index.search(SearchQuery("where do people park their bicycles say after lunch", sight: .everything))
        #expect(poor.isWeak)
        #expect(index.search(SearchQuery("zzzz", sight: .everything)).isWeak)
    }

    @Test func `words that an entry has and has not are told apart`() {
        let index = AnswerIndex([IndexEntry(number: 1, question: "Price objections", text: "They always come.")])
        let why = index.search(SearchQuery("pricing objection tomorrow always", sight: .everything)).hits[0].why
        #expect(why.words == ["pricing", "objection", "always"])
        #expect(why.missing == ["tomorrow"])
    }
}
