import HTTPTypes

/// What a route does, with all that `/openapi.json` says about it.
struct Operation: Sendable {
    /// A query item or header that the operation reads.
    struct Item: Sendable {
        enum Place: String, Sendable { case query, header }

        var name: String
        var place: Place
        var schema: Schema
        var meaning: String
        var isRequired = false

        static func query(_ name: String, _ schema: Schema, _ meaning: String, required: Bool = false) -> Item {
            Item(name: name, place: .query, schema: schema, meaning: meaning, isRequired: required)
        }

        /// What every list takes.
        static let page: [Item] = [
            .query("limit", .integer(1...100), "Rows of a page; 25 unless said otherwise."),
            .query("cursor", .string, "`next` of the page before."),
        ]

        static let ifMatch = Item(
            name: "If-Match", place: .header, schema: .string, meaning: "The ETag of the state that is changed.",
            isRequired: true)
    }

    /// A media type and what it holds.
    struct Content: Sendable {
        var type: String
        var schema: Schema
        /// Whether a request must have it.
        var isRequired = true

        static func json(_ schema: Schema, isRequired: Bool = true) -> Content {
            Content(type: "application/json", schema: schema, isRequired: isRequired)
        }
    }

    /// One sentence, in the imperative.
    var summary: String
    /// Who may call it, in words, for the reader of the document.
    var who: String
    var items: [Item] = []
    var body: Content?
    /// Other media types in which the same may come.
    var otherBodies: [Content] = []
    /// The good answers by status; one status may have several, of different media types.
    var replies: [(status: Int, content: Content?)]
    /// Statuses of refusals beside those that ``refusalStatuses`` adds by itself.
    var refusals: [Int] = []
    var needsSignIn = true
    var handle: @Sendable (Call) async throws -> Reply

    /// Every status that a refusal may have: what this operation says, and what follows from its shape.
    var refusalStatuses: [Int] {
        // An unknown query item is refused everywhere.
        var statuses: Set<Int> = [422, 503]
        if needsSignIn { statuses.formUnion([401, 403, 404]) }
        if body != nil { statuses.insert(413) }
        if !otherBodies.isEmpty { statuses.insert(415) }
        if items.contains(where: { $0.name == Item.ifMatch.name }) { statuses.formUnion([412, 428]) }
        return statuses.union(refusals).sorted()
    }
}

/// One line of the URL table.
struct Route: Sendable {
    var method: HTTPRequest.Method
    /// As OpenAPI writes it: `/v1/people/{id}`.
    var path: String
    var operation: Operation

    init(_ method: HTTPRequest.Method, _ path: String, _ operation: Operation) {
        self.method = method
        self.path = path
        self.operation = operation
    }
}
