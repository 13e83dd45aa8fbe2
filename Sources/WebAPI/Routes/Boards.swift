import Campus
import Learning

/// The four conditions of an initiative.
enum Boards {
    private struct Row: Encodable {
        let condition: Condition.Kind
        let state: Condition.State
        let evidence: [String]
        let missing: [String]
        let next: Condition.Step
        let advice: String

        init(_ condition: Condition) {
            self.condition = condition.kind
            state = condition.state
            evidence = condition.evidence
            missing = condition.missing
            next = condition.next
            advice = condition.advice
        }

        static let schema = Schema.object([
            "condition": .words(Condition.Kind.self), "state": .words(Condition.State.self),
            "evidence": Schema.array(.string).described("What is there, a sentence each."),
            "missing": Schema.array(.string).described("What is not there, a sentence each."),
            "next": .words(Condition.Step.self), "advice": Schema.string.described("The next step in words."),
        ])
    }

    private struct Body: Encodable {
        let since: CivilDate
        let conditions: [Row]
    }

    static let show = Operation(
        summary: "Show whether the four conditions of a change are there: leaders, managers, activities, answers.",
        who:
            "its sponsor, its owner, managers with somebody in it, trainers, admins; numbers about people from five on, "
            + "questions and searches in blocks of five people",
        replies: [
            (
                200,
                .json(
                    .object([
                        "since": Schema.date.described(
                            "From which day on it counts what people did: its first, or that of its making if earlier."),
                        "conditions": .array(Row.schema),
                    ]))
            )
        ]
    ) { call in
        let id = try call.identifier(of: Initiative.self, what: "initiative")
        let board = try await call.campus.board(of: id, call.access)
        return try .json(Body(since: board.since, conditions: board.conditions.map(Row.init)))
    }
}
