import Testing

@testable import Learning

@Suite struct VerbRuleTests {
    /// The table of the design: kind, verb, witness or coach, who may. Whatever is not here is nobody's.
    static let table: [(ActivityKind, Verb, Relations)] =
        ActivityKind.allCases.flatMap { kind -> [(ActivityKind, Verb, Relations)] in
            [
                (kind, .opened, .learner), (kind, .waived, [.manager, .trainer, .admin]),
                (kind, .credited, [.trainer, .admin]),
            ]
        } + [
            (.kickoff, .attended, [.learner, .manager, .trainer, .admin]),
            (.meeting, .attended, [.learner, .manager, .trainer, .admin]),
            (.lesson, .completed, .learner), (.lesson, .suspended, .learner),
            (.link, .completed, .learner),
            (.file, .completed, .learner), (.file, .suspended, .learner),
            (.quiz, .submitted, .server),
            (.package, .completed, [.learner, .content]), (.package, .passed, .content), (.package, .failed, .content),
            (.package, .suspended, .content),
            (.practice, .submitted, .learner), (.practice, .tried, .learner),
            (.practice, .confirmed, [.manager, .admin]), (.practice, .returned, [.manager, .admin]),
            (.pledge, .pledged, .learner), (.pledge, .kept, .learner), (.pledge, .broken, .learner),
            (.coaching, .held, [.manager, .admin]), (.coaching, .noted, .learner),
            (.feedback, .answered, .learner),
        ]

    static let single: [Relations] = [.learner, .manager, .peer, .trainer, .admin, .server, .content, .other]

    @Test(arguments: ActivityKind.allCases, Verb.allCases)
    func `each verb is for those to say whom the table names`(kind: ActivityKind, verb: Verb) {
        let step = Step(key: "step", kind: kind, title: "A step", witness: kind == .practice ? .manager : nil)
        let row = Self.table.first { $0.0 == kind && $0.1 == verb }
        for relation in Self.single {
            let refusal = VerbRule.refusal(of: verb, to: step, from: relation)
            if let row {
                #expect((refusal == nil) == row.2.contains(relation), "\(kind) \(verb) \(relation)")
            } else {
                #expect(refusal != nil)
            }
            if let refusal, [.peer, .other].contains(relation) {
                #expect(refusal.code == "not-found", "to outsiders the enrollment does not exist")
            } else if let refusal {
                #expect(refusal.code == (row == nil ? "verb-not-of-kind" : "verb-not-yours"))
            }
        }
    }

    static let witnesses: [(Step.Witness, Relations)] = [
        (.manager, [.manager, .admin]), (.peer, [.peer, .manager, .admin]), (.trainer, [.trainer, .admin]),
        (.anyone, [.peer, .manager, .trainer, .admin, .other]),
    ]

    @Test(arguments: witnesses)
    func `a practice is confirmed by the witness it names`(witness: Step.Witness, may: Relations) {
        let step = Step(key: "step", kind: .practice, title: "Three calls", witness: witness)
        for relation in Self.single {
            for verb in [Verb.confirmed, .returned] {
                #expect((VerbRule.refusal(of: verb, to: step, from: relation) == nil) == may.contains(relation))
            }
        }
    }

    @Test func `a coaching is held by the coach it names`() {
        for (coach, may) in [
            (nil, [.manager, .admin]), ("manager", [.manager, .admin]), ("trainer", [.trainer, .admin]),
            ("peer", [.peer, .manager, .admin]),
        ] as [(String?, Relations)] {
            let step = Step(key: "step", kind: .coaching, title: "One on one", with: coach)
            for relation in Self.single {
                #expect((VerbRule.refusal(of: .held, to: step, from: relation) == nil) == may.contains(relation))
            }
        }
    }

    @Test(arguments: [Verb.confirmed, .returned, .waived, .credited, .held])
    func `nobody witnesses, waives or coaches for themself`(verb: Verb) {
        let kind: ActivityKind = verb == .held ? .coaching : .practice
        let step = Step(key: "step", kind: kind, title: "A step", witness: .anyone)
        let everything: Relations = [.learner, .manager, .peer, .trainer, .admin, .other]
        #expect(VerbRule.refusal(of: verb, to: step, from: everything)?.code == "verb-not-yours")
    }

    @Test func `a practice without a witness is confirmed by nobody`() {
        let step = Step(key: "step", kind: .practice, title: "A step")
        #expect(VerbRule.refusal(of: .confirmed, to: step, from: .manager)?.code == "verb-not-of-kind")
    }

    @Test func `a refusal says whose word it is`() throws {
        let step = Step(key: "step", kind: .practice, title: "A step", witness: .peer)
        let refusal = try #require(VerbRule.refusal(of: .confirmed, to: step, from: .learner))
        #expect(refusal.message == "\"confirmed\" is for a peer, a manager above or an admin to say.")
        #expect(refusal.pointer == "/verb")
    }
}
