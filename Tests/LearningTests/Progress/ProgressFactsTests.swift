import Testing

@testable import Learning

@Suite struct ProgressFactsTests {
    @Test func `a late event never lowers a score`() {
        var facts = ProgressFacts.of(.made(.submitted, at: 10, data: EventData(score: 0.9, success: true)))
        facts.add(.made(.submitted, at: 20, data: EventData(score: 0.2, success: false)))
        #expect(facts.scores.best == 0.9)
        #expect(facts.succeeded == .minute(10))
    }

    @Test func `an event that comes late but happened early moves the date back`() {
        var facts = ProgressFacts.of(.made(.completed, at: 10))
        facts.add(.made(.completed, at: 4))
        facts.add(.made(.completed, at: 12))
        #expect(facts.first[.completed] == .minute(4))
    }

    @Test func `what content left last is what it resumes from, and at the same moment the id decides`() {
        let early = EventRecord.made(.suspended, at: 1, id: "z", data: EventData(state: "old", location: "page 1"))
        let one = EventRecord.made(.suspended, at: 2, id: "a", data: EventData(state: "lesser id"))
        let other = EventRecord.made(.suspended, at: 2, id: "b", data: EventData(state: "greater id"))
        for order in [[early, one, other], [other, one, early], [one, early, other, early]] {
            let facts = order.reduce(into: ProgressFacts()) { $0.add($1) }
            #expect(facts.state?.text == "greater id")
            #expect(facts.location?.text == "page 1", "a state without a place leaves the place as it was")
        }
    }

    @Test func `the next try is the one named last, until something is handed in`() {
        let friday = EventRecord.made(.tried, at: 2, data: EventData(nextOn: "2026-03-06"))
        let monday = EventRecord.made(.tried, at: 5, data: EventData(nextOn: "2026-03-09"))
        for order in [[friday, monday], [monday, friday]] {
            let facts = order.reduce(into: ProgressFacts()) { $0.add($1) }
            #expect(facts.nextTryOn == CivilDate("2026-03-09"))
        }
        var facts = ProgressFacts.of(friday)
        facts.add(.made(.submitted, at: 3))
        #expect(facts.nextTryOn == nil)
        facts.add(monday)
        #expect(facts.nextTryOn == CivilDate("2026-03-09"))
        facts.add(.made(.tried, at: 6))
        #expect(facts.nextTryOn == nil)
    }

    @Test func `handing in again after a return waits for the witness again`() {
        var facts = ProgressFacts.of(.made(.submitted, at: 1))
        #expect(facts.isHandedIn)
        facts.add(.made(.returned, at: 2))
        #expect(!facts.isHandedIn)
        facts.add(.made(.submitted, at: 3))
        #expect(facts.isHandedIn)
    }

    @Test(arguments: 0..<300)
    func `any order, repetition and grouping of events comes to the same`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let events = (0..<Int.random(in: 1...14, using: &random)).map { _ in Self.event(&random) }
        let expected = events.reduce(into: ProgressFacts()) { $0.add($1) }
        let repeated = (events + events.filter { _ in Bool.random(using: &random) }).shuffled(using: &random)
        #expect(repeated.reduce(into: ProgressFacts()) { $0.add($1) } == expected)
        var groups: [ProgressFacts] = []
        var group = ProgressFacts()
        for event in repeated {
            group.add(event)
            if Bool.random(using: &random) {
                groups.append(group)
                group = ProgressFacts()
            }
        }
        groups.append(group)
        #expect(groups.shuffled(using: &random).reduce(into: ProgressFacts()) { $0.merge($1) } == expected)
        #expect(groups.reversed().reduce(into: expected) { $0.merge($1) } == expected)
    }

    @Test(arguments: 0..<300)
    func `facts are read as they were written`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        var facts = ProgressFacts()
        for _ in 0..<Int.random(in: 0...10, using: &random) { facts.add(Self.event(&random)) }
        if Bool.random(using: &random) { facts.earned = .minute(3) }
        let read = try #require(ProgressFacts(text: facts.text))
        #expect(read == facts)
        #expect(read.text == facts.text)
    }

    @Test(arguments: [
        "opened", "opened@", "opened@x", "lost@1", "score:a@1", "last:opened@1", "state:a:5@1\nab", "opened@1\nrest",
        "location:a:-1@1\n", "next:a:11@1\n2026-03-09",
    ])
    func `text that is no facts is not read`(text: String) {
        #expect(ProgressFacts(text: text) == nil)
    }

    private static func event(_ random: inout SeededGenerator) -> EventRecord {
        let verb = Verb.allCases.randomElement(using: &random) ?? .opened
        let scores = [nil, 0, 0.25, 0.5, 0.8, 1 as Double?]
        let states = [nil, "", "a b@c:d\nü🥊", "second" as String?]
        return .made(
            verb, at: Int64.random(in: 0...6, using: &random), id: "\(random.next())",
            data: EventData(
                score: scores.randomElement(using: &random) ?? nil,
                success: verb == .submitted ? Bool.random(using: &random) : nil,
                state: states.randomElement(using: &random) ?? nil,
                location: states.randomElement(using: &random) ?? nil,
                nextOn: Bool.random(using: &random) ? "2026-03-0\(Int.random(in: 1...9, using: &random))" : nil),
            via: Bool.random(using: &random) ? .page : .content)
    }
}
