import Answers
import Testing

/// A team that searches in its own words, and says what helped: the more it does, the oftener the first hit is right for those
/// who come later.
@Suite struct UseTests {
    /// An answer, how reps ask for it, and how others ask later.
    private struct Topic {
        var question: String
        var asked: [String]
        var later: [String]
    }

    private static let topics = [
        Topic(
            question: "My contact does not want me to talk to the others",
            asked: ["plant manager wont let me near anybody", "the plant manager wont let me talk to anybody"],
            later: ["plant manager wont let me in", "plant manager keeps everybody away"]),
        Topic(
            question: "I talk too much about the product",
            asked: ["i keep pitching features", "keep pitching features to customers", "pitching features again"],
            later: ["how to quit pitching", "why am i still pitching features"]),
        Topic(
            question: "They ask for a lower price",
            asked: ["buyer wants 10 percent off", "wants ten percent off", "buyer wants something off the list"],
            later: ["buyer wants a bit off", "another ten percent off"]),
        Topic(
            question: "Nobody answers after my offer",
            asked: ["customer went dark", "they went dark on me", "customer went dark after quote"],
            later: ["prospect went dark", "customer dark since monday"]),
        Topic(
            question: "How to prepare the first meeting",
            asked: ["homework before visiting a new account", "what homework for a new account"],
            later: ["homework for new accounts", "do i need homework"]),
        Topic(
            question: "They compare us with a competitor",
            asked: ["northern rival is cheaper", "rival cheaper than we are", "the rival is cheaper"],
            later: ["rival undercuts us", "a cheaper rival shows up"]),
    ]

    private static func entry(_ number: Int, _ phrasings: [String]) -> IndexChange {
        .put(
            IndexEntry(number: EntryNumber(UInt32(number)), question: topics[number].question, phrasings: phrasings))
    }

    /// The share of the later searches whose first hit is right.
    private static func successAtOne(_ index: AnswerIndex) -> Double {
        let later = topics.enumerated().flatMap { number, topic in topic.later.map { (number, $0) } }
        let right = later.count { number, words in
            index.search(SearchQuery(words, sight: .everything, limit: 1)).hits.first?.number.value == UInt32(number)
        }
        return Double(right) / Double(later.count)
    }

    @Test func `the first hit is right more often the more people say what helped`() {
        let index = AnswerIndex()
        index.apply(Self.topics.indices.map { Self.entry($0, []) })
        var curve = [Self.successAtOne(index)]
        for people in 1...3 {
            for (number, topic) in Self.topics.enumerated() {
                let searches = topic.asked.prefix(people).enumerated().map {
                    (person: $0.offset, words: AskedWords($0.element))
                }
                index.apply([Self.entry(number, SharedPhrasing.learned(from: searches).map(\.words))])
            }
            curve.append(Self.successAtOne(index))
        }
        // One person teaches nothing.
        #expect(curve[1] == curve[0])
        #expect(curve[2] > curve[1] + 0.3, "\(curve)")
        #expect(curve[3] >= curve[2], "\(curve)")
        #expect(curve[3] >= 0.8, "\(curve)")
    }
}
