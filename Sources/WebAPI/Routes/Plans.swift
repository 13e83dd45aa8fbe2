import Campus
import HTTPTypes
import Learning

/// Operations on plans.
enum Plans {
    static let show = Operation(
        summary: "Show what an enrollment asks, when, and how far it is.", who: "whoever sees the enrollment",
        replies: [(200, .json(PlanPage.schema))]
    ) { call in
        let read = try await call.campus.plan(of: try call.identifier(what: "enrollment"), call.access)
        return try .json(PlanPage(read))
    }

    static let mine = Operation(
        summary: "Show the caller's own next steps over all courses, those due first.", who: "everybody, their own",
        replies: [(200, .json(NextSteps.schema))]
    ) { call in
        try .json(NextSteps(try await call.campus.plans(call.access)))
    }
}
