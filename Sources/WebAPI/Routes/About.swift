import Campus
import HTTPTypes
import Learning

/// Operations about the program itself.
enum About {
    private struct Status: Encodable { let status: String }

    private struct Readiness: Encodable {
        let status: String
        /// What search goes by.
        let search: String
        /// Why it does not go by more.
        @Nullable var searchProblem: String?

        private enum CodingKeys: String, CodingKey {
            case status, search
            case searchProblem = "search_problem"
        }

        init(_ campus: Campus) {
            status = "ready"
            search = campus.isSearchingByMeaning ? "words-and-meaning" : "words"
            searchProblem = campus.searchProblem
        }

        static let schema = Schema.object([
            "status": .string, "search": .string, "search_problem": .string.nullable,
        ])
    }

    static let health = Operation(
        summary: "Say that the process runs.", who: "everybody",
        replies: [(200, .json(.object(["status": .string])))], needsSignIn: false
    ) { _ in
        try .json(Status(status: "ok"))
    }

    static let ready = Operation(
        summary: "Say whether requests can be served.", who: "everybody",
        replies: [(200, .json(Readiness.schema))], needsSignIn: false
    ) { call in
        guard await call.campus.isReady() else {
            throw Refusal(.unavailable, "database-unavailable", "The database does not answer.", retryAfter: 5)
        }
        return try .json(Readiness(call.campus))
    }

    static let document = Operation(
        summary: "Describe this API.", who: "everybody",
        replies: [(200, .json(Schema(json: ["type": "object"])))], needsSignIn: false
    ) { _ in
        try .json(OpenAPIDocument.make(routes: Routes.all, version: WebServer.version))
    }

    private struct LimitRow: Encodable {
        let name: String
        let value: Int
        let unit: String
        let meaning: String
    }

    private struct LimitList: Encodable { let data: [LimitRow] }

    static let limits = Operation(
        summary: "State every limit.", who: "everybody",
        replies: [
            (
                200,
                .json(
                    .object([
                        "data": .array(
                            .object(["name": .string, "value": .integer, "unit": .string, "meaning": .string]))
                    ]))
            )
        ], needsSignIn: false
    ) { _ in
        try .json(
            LimitList(
                data: Limits.all.map { LimitRow(name: $0.name, value: $0.value, unit: $0.unit, meaning: $0.meaning) }))
    }
}
