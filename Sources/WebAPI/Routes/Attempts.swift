import Campus
import HTTPTypes
import Learning

/// Operations on attempts at quizzes.
enum Attempts {
    static let create = Operation(
        summary: "Open the next attempt at a quiz, or give back the one that is open.", who: "the learner alone",
        body: .json(
            .object([
                "enrollment_id": .id(Enrollment.idPrefix), "activity": .string(1...500),
                "occurrence?": .integer(1...1_000_000),
            ]).orNulls),
        replies: [(200, .json(AttemptPage.schema)), (201, .json(AttemptPage.schema))], refusals: [409]
    ) { call in
        let body = try await call.fields()
        let enrollment = body.identifier("enrollment_id", Enrollment.self)
        let activity = body.string("activity", 1...500)
        let occurrence = body.optionalInteger("occurrence", 1...1_000_000) ?? 1
        try body.check()
        let (sheet, isNew) = try await call.campus.openAttempt(
            at: activity, occurrence: occurrence, in: enrollment, call.access)
        return isNew
            ? try .created(
                AttemptPage(sheet), at: "/v1/attempts/\(sheet.attempt.id)", etag: sheet.attempt.revision)
            : try .json(AttemptPage(sheet), etag: sheet.attempt.revision)
    }

    static let list = Operation(
        summary: "List the attempts of an enrollment, by activity, occurrence and number.",
        who: "whoever sees the enrollment; questions, responses and results are the learner's alone to see",
        items: [
            .query("enrollment", .id(Enrollment.idPrefix), "The enrollment.", required: true),
            .query("activity", .string, "Only those at this activity."),
        ] + Operation.Item.page,
        replies: [(200, .json(.listing(AttemptPage.schema)))]
    ) { call in
        guard let enrollment = try call.queryIdentifier("enrollment", of: Enrollment.self) else {
            throw Refusal.invalid("enrollment", "required", "Name the enrollment.")
        }
        let limit = try call.limit()
        let after = try call.cursor(list: "attempts", count: 3).map { keys throws(Refusal) in
            guard let occurrence = Int(keys[1]), let number = Int(keys[2]) else { throw Cursor.refusal }
            return AttemptPlace(activity: keys[0], occurrence: occurrence, number: number)
        }
        let sheets = try await call.campus.attempts(
            of: enrollment, activity: try call.text("activity", upTo: Limits.requestBody.value),
            page: Page(after: after, limit: limit + 1), call.access)
        return try .json(
            Listing(sheets, limit: limit, list: "attempts", row: AttemptPage.init) {
                [$0.attempt.activity, "\($0.attempt.occurrence)", "\($0.attempt.number)"]
            })
    }

    static let show = Operation(
        summary: "Show an attempt.",
        who: "whoever sees the enrollment; questions, responses and results are the learner's alone to see",
        replies: [(200, .json(AttemptPage.schema))]
    ) { call in
        let sheet = try await call.campus.attempt(try call.identifier(what: "attempt"), call.access)
        return try .json(AttemptPage(sheet), etag: sheet.attempt.revision)
    }

    static let update = Operation(
        summary: "Keep answers while the attempt is open; those to other questions stay.", who: "the learner alone",
        items: [.ifMatch], body: .json(.object(["responses": AttemptPage.responses])),
        replies: [(200, .json(AttemptPage.schema))], refusals: [409]
    ) { call in
        let id: Identifier<Attempt> = try call.identifier(what: "attempt")
        let body = try await call.fields()
        let responses = body.lists("responses", count: 1000)
        try body.check()
        let revision = try call.ifMatch()
        let sheet = try await call.campus.answer(responses, in: id, revision: revision, call.access)
        return try .json(AttemptPage(sheet), etag: sheet.attempt.revision)
    }

    static let submit = Operation(
        summary: """
            Submit an attempt, with the answers that were not kept before: it is scored, and the score counts. Once \
            submitted it is given back as it is.
            """,
        who: "the learner alone",
        body: .json(.object(["responses?": AttemptPage.responses]).orNulls, isRequired: false),
        replies: [(201, .json(AttemptPage.schema))], refusals: [409]
    ) { call in
        let id: Identifier<Attempt> = try call.identifier(what: "attempt")
        var responses: [String: [String]] = [:]
        if let body = try await call.optionalFields() {
            responses = body.optionalLists("responses", count: 1000) ?? [:]
            try body.check()
        }
        let sheet = try await call.campus.submitAttempt(id, keeping: responses, call.access)
        return try .created(
            AttemptPage(sheet), at: "/v1/attempts/\(sheet.attempt.id)", etag: sheet.attempt.revision)
    }
}
