import Learning
import Testing

/// What a sponsor is told of an invitation, and that two looks never tell of fewer than five.
@Suite struct InvitationReportTests {
    private static func person(_ number: Int) -> Identifier<Person> { Identifier(stored: "p\(number)") }

    private static func reply(_ number: Int, _ because: String? = nil, at seconds: Int64 = 0) -> InitiativeReply {
        InitiativeReply(
            personID: person(number), answer: because == nil ? .imIn : .notYet, because: because,
            saidAt: Instant(milliseconds: seconds * 1000))
    }

    @Test func `four people are not told of, five are`() {
        let four = (1...4).map { Self.reply($0) }
        #expect(InvitationReport(four, reader: nil).people == 0)
        let five = InvitationReport(four + [Self.reply(5, "I have no time")], reader: nil)
        #expect(five.people == 5)
        #expect(five.areIn == 4)
        #expect(five.areNotYet == 1)
        // One person's reason is theirs.
        #expect(five.reasons == [])
        #expect(five.writers == 0)
    }

    @Test func `reasons are told once five people gave one, in the order of their letters`() {
        let reasons = ["no time", "another system", "what for", "I tried it", "my customers differ"]
        let report = InvitationReport(reasons.enumerated().map { Self.reply($0, $1) }, reader: nil)
        #expect(report.reasons == reasons.sorted())
        #expect(report.writers == 5)
        #expect(report.areNotYet == 5)
    }

    @Test func `somebody who answers five times is one person`() {
        let one = (0..<5).map { Self.reply(1, "reason \($0)") }
        #expect(InvitationReport(one, reader: nil).people == 0)
        #expect(InvitationReport(one, reader: nil).reasons == [])
    }

    @Test func `of somebody who changed their mind the latest counts, once four others spoke too`() {
        let first = (1...5).map { Self.reply($0, "not now") }
        let changed = first + [Self.reply(1)]
        #expect(InvitationReport(changed, reader: nil) == InvitationReport(first, reader: nil))
        let later = InvitationReport(changed + (6...9).map { Self.reply($0) }, reader: nil)
        #expect(later.people == 9)
        #expect(later.areIn == 5)
        #expect(later.areNotYet == 4)
    }

    @Test func `two reports differ by five people or not at all, in numbers and in words`() {
        var generator = SeededNumbers(state: 7)
        for _ in 0..<50 {
            let replies = (0..<60).map { _ in
                Self.reply(Int(generator.next() % 15), generator.next() % 2 == 0 ? "because \(generator.next())" : nil)
            }
            Self.check(replies) { [$0.people, $0.areIn, $0.areNotYet] }
            Self.check(replies.filter { $0.because != nil }) { $0.reasons }
        }
    }

    /// Whenever what is told changes, five people spoke since it last did.
    private static func check(_ replies: [InitiativeReply], told: (InvitationReport) -> some Equatable) {
        var before = 0
        for count in 1...replies.count
        where told(InvitationReport(Array(replies.prefix(count)), reader: nil))
            != told(InvitationReport(Array(replies.prefix(count - 1)), reader: nil))
        {
            let people = Set(replies[before..<count].map(\.personID)).count
            #expect(people >= 5, "a report changed after \(people) people")
            before = count
        }
    }

    @Test func `whoever is one of the five is not told of the other four`() {
        let replies = (1...10).map { Self.reply($0) }
        #expect(InvitationReport(replies, reader: Self.person(2)).people == 5)
        #expect(InvitationReport(replies, reader: Self.person(11)).people == 10)
    }
}

/// A small generator that makes the same numbers again.
private struct SeededNumbers {
    var state: UInt64

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state >> 33
    }
}
