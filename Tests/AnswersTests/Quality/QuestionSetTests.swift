import Testing

/// Holds the ranking to what it reached on the open sets. Every fourth query, to be quick; `docs/search.md` has the figures
/// of all of them.
@Suite(.enabled(if: QuestionSets.arePresent, "needs the shared question sets: CORNERMAN_SHARED, or ../shared"))
struct QuestionSetTests {
    private static let settings = [
        ("stackfaq", false), ("hint3", false), ("hint3", true), ("banking77", false), ("banking77", true),
    ]

    @Test(arguments: [("queries.jsonl", 0.60), ("queries.typo.jsonl", 0.59)])
    func `the first hit is right as often as it was, with typing errors too`(queries: String, share: Double) throws {
        let shares = try Self.settings.map { set, aliases in
            try QuestionSets.successAtOne(set, aliases: aliases, queries: queries)
        }
        let mean = shares.reduce(0, +) / Double(shares.count)
        #expect(mean >= share, "\(shares)")
    }
}
