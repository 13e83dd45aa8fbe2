import Testing

@testable import Answers

/// What is found by its short form, and by the long one.
@Suite struct AcronymTests {
    private let index = AnswerIndex([
        IndexEntry(number: 1, question: "What do we promise?", text: "Every service level agreement (SLA) says it."),
        IndexEntry(number: 2, question: "Who signs the SLA?", text: "The one who pays."),
        IndexEntry(number: 3, question: "Where is our service level agreement?", text: "In the shared folder."),
        IndexEntry(number: 4, question: "How do I answer a request for proposal?", text: "Fast."),
        IndexEntry(number: 5, question: "Anything else", text: "Nothing.", tags: ["net promoter score"]),
        IndexEntry(number: 6, question: "Who drinks coffee?", text: "Everybody."),
        IndexEntry(
            number: 7, question: "What is a xylophone yard zoo?", text: "XYZ (xylophone yard zoo).", scopes: [7]),
        IndexEntry(number: 8, question: "Who hides the walrus quay ramp?", text: "Nobody.", scopes: [7]),
        IndexEntry(number: 9, question: "Who reads XYZ?", text: "All."),
        IndexEntry(number: 10, question: "Is there a xylophone?", text: "A yard. A zoo."),
        IndexEntry(number: 11, question: "Что такое налог на прибыль?", text: "НП (налог прибыль).", language: "ru"),
        IndexEntry(number: 12, question: "Когда генеральный директор подписывает?", text: "Завтра.", language: "ru"),
        IndexEntry(number: 13, question: "Τι είναι φόρος προστιθέμενης αξίας;", text: "Πολύ.", language: "el"),
        IndexEntry(number: 14, question: "Кто знает НП?", text: "Все.", language: "ru"),
    ])

    @Test(
        arguments: [
            ("sla", [1, 2, 3]), ("SLAs", [1, 2, 3]), ("service level agreement", [1, 2, 3]),
            ("service level agreements", [1, 2, 3]), ("what does the sla promise", [1, 2, 3]),
            ("rfp", [4]), ("rfps", [4]), ("answer an rfp", [4]), ("nps", [5]), ("wdc", [6]), ("wqr", []), ("zzz", []),
            ("кгд", [12]), ("ΦΠΑ", [13]), ("фпа", []), ("нп", [11, 14]), ("налог прибыль", [11, 14]),
        ] as [(String, Set<UInt32>)])
    func `a short form finds the long one, and a long one the short`(words: String, numbers: Set<UInt32>) {
        let found = index.search(SearchQuery(words, sight: .scopes([]))).hits
        let told = found.filter { hit in hit.why.words.contains { words.contains($0) } }
        #expect(Set(found.prefix(numbers.count).map(\.number.value)).isSuperset(of: numbers), "\(words)")
        if numbers.isEmpty { #expect(told.isEmpty) }
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func `initials are found wherever they stand`(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        var table = AcronymTable()
        var texts: [[[UInt8]]] = []
        for _ in 0..<400 {
            let entry = (0..<Int.random(in: 0...3, using: &random)).map { _ in
                (0..<Int.random(in: 0...30, using: &random)).map { _ in UInt8.random(in: 0x61...0x63, using: &random) }
            }
            for text in entry { table.addInitials(of: text.map { [$0][...] }) }
            table.endEntry(explaining: [])
            texts.append(entry)
        }
        for letters in ["abc", "aaaa", "cabab", "zab"].map({ Array($0.utf8) }) {
            let slots = texts.indices.filter { slot in
                texts[slot].contains { text in
                    text.indices.contains { text[$0...].starts(with: letters) }
                }
            }
            #expect(table.slots(withInitials: letters) == slots.map(UInt32.init))
        }
        #expect(AcronymTable().slots(withInitials: Array("abc".utf8)) == [])
    }

    @Test func `what begins with the letters says so`() throws {
        let hit = try #require(index.search(SearchQuery("rfp", sight: .everything)).hits.first)
        #expect(hit.why.shares.map(\.signal) == [.initials])
        #expect(hit.why.words == ["rfp"] && hit.why.missing.isEmpty)
        #expect(abs(hit.why.shares.reduce(0) { $0 + $1.amount } - hit.score) < 0.001)
    }

    @Test func `who may not see the explanation is helped by none`() {
        // The hidden entry 7 explains what the short form of entry 9 stands for.
        #expect(index.found("xylophone yard zoo", sight: .scopes([])) == [10])
        #expect(Set(index.found("xylophone yard zoo", sight: .scopes([7]))) == [7, 9, 10])
        #expect(index.found("xyz", sight: .scopes([])) == [9])
        #expect(Set(index.found("xyz", sight: .scopes([7]))).isSuperset(of: [7, 9]))
        #expect(index.found("wqr", sight: .scopes([7])) == [8])
        #expect(index.found("wqr", sight: .scopes([])).isEmpty)
        let blind = index.search(SearchQuery("wqr", sight: .scopes([]), facets: 5))
        #expect(blind.facets?.total == 0 && !blind.hasMore && blind.repairs.isEmpty)
    }

    @Test func `an explanation that was taken out explains no longer`() {
        index.apply([.remove(1)])
        #expect(index.found("service level agreement").contains(2) == false)
        #expect(index.found("sla").first == 2)
    }

    @Test func `words that are known are not taken for initials, but for one alone`() {
        // "who drinks" is "wd"; "wdc" alone was looked for above.
        let index = AnswerIndex([
            IndexEntry(number: 1, question: "When do cats sleep?"), IndexEntry(number: 2, question: "The wdc papers"),
            IndexEntry(number: 3, question: "Other papers"),
        ])
        #expect(Set(index.found("wdc")) == [1, 2])
        #expect(Set(index.found("wdc papers")) == [2, 3])
        #expect(index.found("wd").isEmpty)
    }
}
