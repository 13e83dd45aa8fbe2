import Answers
import Testing

@Suite struct MeaningSignalTests {
    /// A direction in a plane, by its angle: two texts mean as much the same as their angles are alike.
    private static func angle(_ degrees: Int) -> MeaningVector {
        // Cosines and sines of multiples of ten degrees, so that nothing needs to be computed.
        let cosines: [Float] = [1, 0.98481, 0.93969, 0.86603, 0.76604, 0.64279, 0.5, 0.34202, 0.17365, 0]
        let vector = MeaningVector([cosines[degrees / 10], cosines[9 - degrees / 10]])
        return vector ?? angle(0)
    }

    private static func entry(
        _ number: EntryNumber, _ question: String, _ degrees: Int?, phrasings: [Int] = [], text: Int? = nil,
        tags: Int? = nil, scopes: Set<UInt32> = []
    ) -> IndexEntry {
        IndexEntry(
            number: number, question: question, scopes: scopes,
            meaning: degrees.map { degrees in
                EntryMeaning(
                    phrasings: [angle(degrees)] + phrasings.map(angle), text: text.map(angle), tags: tags.map(angle))
            })
    }

    private static func query(_ words: String, _ degrees: Int?, _ sight: Sight = .everything) -> SearchQuery {
        SearchQuery(words, sight: sight, meaning: degrees.map(angle))
    }

    private let index = AnswerIndex([
        entry(1, "I talk too much about the product", 10),
        entry(2, "What is a drum?", 90),
        entry(3, "How do I pitch at a fair?", 70),
        entry(4, "Nobody encoded this pitch", nil),
    ])

    private func found(_ query: SearchQuery) -> [UInt32] { index.search(query).hits.map(\.number.value) }

    @Test func `what means the same is found without a common word`() {
        #expect(found(Self.query("keep rambling", nil)) == [])
        #expect(found(Self.query("keep rambling", 10)) == [1, 3])
        #expect(found(Self.query("keep rambling", 90)) == [2, 3])
    }

    @Test func `without a vector of the query, vectors of entries change nothing`() {
        let plain = AnswerIndex([
            Self.entry(1, "I talk too much about the product", nil), Self.entry(2, "What is a drum?", nil),
            Self.entry(3, "How do I pitch at a fair?", nil), Self.entry(4, "Nobody encoded this pitch", nil),
        ])
        for words in ["pitch", "talk product fair", "what is"] {
            #expect(index.search(Self.query(words, nil)).hits == plain.search(Self.query(words, nil)).hits)
            #expect(plain.search(Self.query(words, 20)).hits == plain.search(Self.query(words, nil)).hits)
        }
    }

    @Test func `an entry that nobody encoded is found by its words, and ranks as without vectors`() {
        let words = index.search(Self.query("pitch", nil)).hits.first { $0.number == 4 }
        let fused = index.search(Self.query("pitch", 10)).hits.first { $0.number == 4 }
        #expect(words?.score == fused?.score)
        #expect(words != nil)
    }

    @Test func `the phrasing that comes nearest counts`() throws {
        let index = AnswerIndex([Self.entry(1, "one", 90, phrasings: [80, 20, 70]), Self.entry(2, "two", 20)])
        let hits = index.search(Self.query("something", 20)).hits
        #expect(hits.map(\.number) == [1, 2])
        #expect(hits[0].score == hits[1].score)
    }

    @Test func `text and tags add a little`() {
        let index = AnswerIndex([
            Self.entry(1, "one", 20), Self.entry(2, "two", 20, text: 20),
            Self.entry(3, "three", 20, text: 20, tags: 20),
        ])
        #expect(index.search(Self.query("something", 20)).hits.map(\.number) == [3, 2, 1])
    }

    @Test func `words and meaning add up, and the reasons tell how much each gave`() throws {
        let hit = try #require(index.search(Self.query("pitch at the fair", 70)).hits.first)
        #expect(hit.number == 3)
        #expect(hit.why.shares.contains { $0.signal == .meaning })
        #expect(hit.why.shares.contains { $0.signal == .words })
        #expect(abs(hit.why.shares.reduce(0) { $0 + $1.amount } - hit.score) < 1e-5)
    }

    @Test func `the repaired sentence is asked for only where a word was repaired, and the better reading counts`() {
        var asked: [String] = []
        func meaning(_ sentence: String) -> MeaningVector? {
            asked.append(sentence)
            return Self.angle(10)
        }
        _ = index.search(Self.query("talk product", 90), repaired: meaning)
        #expect(asked == [])
        let hits = index.search(Self.query("Prodct, please!", 90), repaired: meaning).hits
        #expect(asked == ["product, please!"])
        #expect(hits.first?.number == 1)
        _ = index.search(Self.query("prodct", nil), repaired: meaning)
        #expect(asked.count == 1)
    }

    @Test(arguments: ["tag:fair", "course:x", "-pitch tag:fair", "…", ""])
    func `what says nothing but where to look means nothing`(_ words: String) {
        #expect(QuerySyntax(words).sentence == nil)
        #expect(found(Self.query(words, 10)) == [])
    }

    @Test(arguments: [
        ("how do I pitch", "how do I pitch"), ("tag:fair how -drum do \"I pitch\" course:x", "how do I pitch"),
        ("-one -two", "one two"),
    ])
    func `a sentence is what is sought, without what narrows`(_ words: String, _ sentence: String) {
        #expect(QuerySyntax(words).sentence == sentence)
    }

    @Test func `what the search is narrowed to holds for what means the same`() {
        #expect(found(Self.query("rambling -product", 10)) == [3])
        #expect(found(Self.query("rambling tag:fair", 10)) == [])
    }

    @Test func `what may not be seen is not found by what it means, nor does it change anything`() {
        let open = Self.entry(1, "Open", 30)
        let hidden = (2..<40).map { Self.entry(EntryNumber(UInt32($0)), "Hidden", 20, scopes: [7]) }
        let index = AnswerIndex([open] + hidden)
        let alone = AnswerIndex([open])
        let query = Self.query("something", 20, .scopes([1]))
        #expect(index.search(query).hits == alone.search(query).hits)
        #expect(!index.search(query).hasMore)
        #expect(index.search(Self.query("something", 20, .scopes([7]))).hits.count == 10)
    }

    @Test func `vectors live through changes and merges`() {
        let index = AnswerIndex()
        for number in 0..<200 {
            index.apply([.put(Self.entry(EntryNumber(UInt32(number)), "entry", number == 150 ? 10 : 90))])
        }
        #expect(index.search(Self.query("something", 10)).hits.map(\.number) == [150])
        index.apply((0..<150).map { IndexChange.remove(EntryNumber(UInt32($0))) })
        #expect(index.search(Self.query("something", 10)).hits.map(\.number) == [150])
        index.apply([.put(Self.entry(150, "entry", nil))])
        #expect(index.search(Self.query("something", 10)).hits == [])
    }

    @Test func `vectors of another encoder are left out`() {
        let other = MeaningVector([1, 0, 0])
        var query = Self.query("something", 10)
        query.meaning = other
        #expect(index.search(query).hits == [])
    }

    @Test(arguments: [[], [0, 0], [.nan, 1], [.infinity, 1]] as [[Float]])
    func `what is no direction is no vector`(_ numbers: [Float]) {
        #expect(MeaningVector(numbers) == nil)
    }

    @Test func `the best of many are those of all`() {
        var made = RandomEntries(seed: 5)
        let entries = (0..<300).map { (number: UInt32) -> IndexEntry in
            var entry = made.entry(number)
            entry.meaning = EntryMeaning(phrasings: [Self.angle(10 * Int(made.number(below: 10)))])
            return entry
        }
        let index = AnswerIndex(entries)
        for _ in 0..<50 {
            var query = SearchQuery(
                made.query(), sight: .everything, limit: 100, meaning: Self.angle(10 * Int(made.number(below: 10))))
            let all = index.search(query).hits
            query.limit = 7
            #expect(Array(all.prefix(7)).map(\.number) == index.search(query).hits.map(\.number))
            #expect(all.map(\.score) == all.map(\.score).sorted(by: >))
        }
    }
}
