import Testing

@testable import Answers

/// Compound words are found joined and split.
@Suite struct CompoundTests {
    private let index = AnswerIndex([
        IndexEntry(number: 1, question: "Where is the checklist?", text: "In the folder."),
        IndexEntry(number: 2, question: "Who keeps it?", text: "Whoever wrote the check list keeps it."),
        IndexEntry(number: 3, question: "When do I call?", text: "A follow-up comes after a week."),
        IndexEntry(number: 4, question: "Wie lang ist die Preisliste?", text: "Kurz.", language: "de"),
        IndexEntry(number: 5, question: "Was soll das?", text: "Der Preis steht in der Liste.", language: "de"),
        IndexEntry(number: 6, question: "Bis wann?", text: "Ein Angebot braucht eine Abgabe.", language: "de"),
        IndexEntry(number: 7, question: "The moonwalk", text: "Dance.", scopes: [7]),
        IndexEntry(number: 8, question: "A moon", text: "Far off."),
        IndexEntry(number: 9, question: "A walk", text: "Near."),
        IndexEntry(number: 10, question: "Sunset", text: "A flower pot.", scopes: [7]),
        IndexEntry(number: 11, question: "Flowerpot", text: "Red."),
    ])

    @Test(
        arguments: [
            ("checklist", [1, 2]), ("check list", [1, 2]), ("check-list", [1, 2]), ("checklists", [1, 2]),
            ("followup", [3]), ("follow-up", [3]), ("follow up", [3]), ("Preisliste", [4, 5]), ("Preis Liste", [4, 5]),
            ("Angebotsabgabe", [6]), ("flowerpot", [11]), ("flower pot", [11]),
        ] as [(String, Set<UInt32>)])
    func `both ways of writing find both`(words: String, numbers: Set<UInt32>) {
        let results = index.search(SearchQuery(words, sight: .scopes([])))
        #expect(Set(results.hits.prefix(numbers.count).map(\.number.value)) == numbers)
        #expect(results.repairs.isEmpty)
    }

    @Test func `words of entries that the asker may not see join and split nothing`() {
        // "moonwalk" stands in a hidden entry alone, and only hidden ones have "flower" and "pot" apart.
        let blind = index.search(SearchQuery("moon walk", sight: .scopes([])))
        #expect(Set(blind.hits.map(\.number.value)) == [8, 9])
        #expect(blind.highlighter.ranges(in: "moonwalk", language: "en").isEmpty)
        let seeing = index.search(SearchQuery("moon walk", sight: .scopes([7])))
        #expect(Set(seeing.hits.map(\.number.value)) == [7, 8, 9])
        #expect(seeing.highlighter.ranges(in: "moonwalk", language: "en") == [0..<8])
        let joined = index.search(SearchQuery("flowerpot", sight: .scopes([])))
        #expect(joined.highlighter.ranges(in: "flower pot", language: "en").isEmpty)
        let split = index.search(SearchQuery("flowerpot", sight: .scopes([7])))
        #expect(split.highlighter.ranges(in: "flower pot", language: "en") == [0..<6, 7..<10])
    }

    @Test(arguments: ["in to", "wherein", "thefolder", "a b", "kept"])
    func `small words alone make no compound, and parts that nothing has together none either`(words: String) {
        let index = AnswerIndex([
            IndexEntry(number: 1, question: "into where in the folder ab"), IndexEntry(number: 2, question: "ke pt"),
        ])
        let found = index.search(SearchQuery(words, sight: .everything))
        #expect(found.highlighter.ranges(in: "into", language: "en").isEmpty)
        #expect(found.highlighter.ranges(in: "ab", language: "en").isEmpty)
    }
}
