import Learning
import Testing

@Suite struct ConditionBoardTests {
    private static let now = Instant(milliseconds: 1_772_442_000_000)

    /// A board on which everything is there.
    private static var good: BoardFacts {
        var facts = BoardFacts(people: 12, hasBegun: true, sponsor: .init(name: "Lou"))
        facts.sponsor.takesPart = true
        facts.sponsor.pledged = 1
        facts.sponsor.kept = 1
        facts.sponsor.stories = 2
        facts.sponsor.support = 3
        facts.sponsor.lastAt = now.advanced(bySeconds: -86_400)
        facts.stories = 4
        facts.managers.isPlanned = true
        facts.managers.due = 10
        facts.managers.held = 10
        facts.managers.witnessed = 5
        facts.managers.waiting = 0
        facts.activities.enrolled = 12
        facts.activities.completed = 3
        facts.activities.required = 120
        facts.activities.done = 60
        facts.answers.published = 20
        facts.answers.open = 0
        facts.answers.notFound = 0
        return facts
    }

    private static func condition(_ kind: Condition.Kind, _ change: (inout BoardFacts) -> Void) throws -> Condition {
        var facts = good
        change(&facts)
        return try #require(ConditionBoard.conditions(facts, now: now).first { $0.kind == kind })
    }

    @Test func `where everything is there nothing is missing`() {
        let conditions = ConditionBoard.conditions(Self.good, now: Self.now)
        #expect(conditions.map(\.kind) == [.leaders, .managers, .activities, .answers])
        #expect(conditions.map(\.state) == [.there, .there, .there, .there])
        #expect(conditions.flatMap(\.missing) == [])
        #expect(conditions.allSatisfy { !$0.evidence.isEmpty && !$0.advice.isEmpty })
        #expect(conditions[2].evidence.contains("50 percent of all steps are done; 3 of 12 courses are complete."))
    }

    @Test func `a sponsor who was never seen is missing, and one who went away is missed`() throws {
        let never = try Self.condition(.leaders) { facts in
            facts.sponsor = .init(name: "Lou")
            facts.stories = 0
        }
        #expect(never.state == .missing)
        #expect(never.next == .tellStory)
        #expect(never.evidence == [])
        let away = try Self.condition(.leaders) {
            $0.sponsor.lastAt = Self.now.advanced(bySeconds: -15 * 86_400)
        }
        #expect(away.state == .partly)
        #expect(away.missing == ["Nothing was seen of Lou for 14 days."])
        let silent = try Self.condition(.leaders) { $0.sponsor.stories = 0 }
        #expect(silent.next == .tellStory)
        #expect(silent.evidence.contains("Others told 4 stories."))
        #expect(try Self.condition(.leaders) { $0.sponsor.pledged = 0 }.next == .pledge)
    }

    @Test func `coachings that were not held are missing`() throws {
        #expect(try Self.condition(.managers) { $0.managers.isPlanned = false }.next == .designCoaching)
        #expect(try Self.condition(.managers) { $0.managers.isPlanned = false }.state == .missing)
        let half = try Self.condition(.managers) { $0.managers.held = 5 }
        #expect(half.state == .partly)
        #expect(half.missing == ["5 of 10 coachings that should have been held were held."])
        #expect(half.next == .coach)
        #expect(try Self.condition(.managers) { $0.managers.held = 1 }.state == .missing)
        let waiting = try Self.condition(.managers) { $0.managers.waiting = 1 }
        #expect(waiting.state == .partly)
        #expect(waiting.next == .witness)
        #expect(waiting.missing == ["1 practice waits for a witness."])
        #expect(try Self.condition(.managers) { $0.managers.due = 0 }.state == .early)
    }

    @Test func `nobody, advice and too few people are said`() throws {
        let nobody = try Self.condition(.activities) { facts in
            facts.people = 0
            facts.activities = .init()
        }
        #expect(nobody.state == .missing)
        #expect(nobody.next == .addPeople)
        let advice = try Self.condition(.activities) {
            $0.activities.advice = [.init(course: Identifier(stored: "c"), title: "Ask", count: 2)]
        }
        #expect(advice.state == .partly)
        #expect(advice.missing == ["Ask: 2 things in its design will not stick."])
        #expect(advice.next == .mendDesign)
        let early = try Self.condition(.activities) { $0.hasBegun = false }
        #expect(early.state == .early)
        let idle = try Self.condition(.activities) { $0.activities.done = 0 }
        #expect(idle.state == .partly)
        #expect(idle.missing == ["Nobody has done a step yet."])
    }

    @Test func `numbers that are withheld are not told`() throws {
        var facts = Self.good
        facts.people = nil
        facts.managers = .init()
        facts.managers.isPlanned = true
        facts.activities = .init()
        let conditions = ConditionBoard.conditions(facts, now: Self.now)
        #expect(conditions[1].missing == ["Too few people for numbers."])
        #expect(conditions[1].evidence == [])
        #expect(conditions[2].missing == ["Too few people for numbers."])
        #expect(conditions[3].state == .there)
        #expect(!conditions.dropFirst().flatMap { $0.evidence + $0.missing }.contains { $0.contains("percent") })
    }

    @Test func `a place without answers, late ones and searches in vain`() throws {
        #expect(try Self.condition(.answers) { $0.answers.published = 0 }.state == .missing)
        let late = try Self.condition(.answers) { facts in
            facts.answers.open = 6
            facts.answers.isLate = true
        }
        #expect(late.state == .partly)
        #expect(late.next == .answerQuestions)
        #expect(late.missing == ["At least 6 questions are open.", "A question has waited for more than 2 days."])
        let vain = try Self.condition(.answers) { $0.answers.notFound = 9 }
        #expect(vain.next == .seeUnanswered)
        #expect(vain.missing.first?.hasPrefix("At least 9 searches found nothing likely") == true)
    }

    @Test func `what was done before it began is told apart`() throws {
        let some = try Self.condition(.activities) { $0.activities.doneBefore = 6 }
        #expect(some.state == .there)
        #expect(some.evidence.last == "6 steps of these were done before the initiative began.")
        let all = try Self.condition(.activities) { $0.activities.doneBefore = 60 }
        #expect(all.state == .partly)
        #expect(all.missing == ["Nobody has done a step since it began."])
    }
}
