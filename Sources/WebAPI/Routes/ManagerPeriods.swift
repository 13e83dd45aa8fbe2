import Campus
import HTTPTypes
import Learning

/// Who managed a person, and when.
enum ManagerPeriods {
    private struct Row: Encodable {
        @Nullable var managerID: Identifier<Person>?
        @Nullable var managerName: String?
        let since: Timestamp
        @Nullable var until: Timestamp?

        init(_ period: ManagerPeriod) {
            managerID = period.managerID
            managerName = period.managerName
            since = Timestamp(period.since)
            until = Timestamp(period.until)
        }

        static let schema = Schema.object([
            "manager_id": .id(Person.idPrefix).nullable.described("Null where nobody did."),
            "manager_name": .string.nullable, "since": .time,
            "until": Schema.time.nullable.described("Null for the present one."),
        ])
    }

    static let list = Operation(
        summary: "List who managed a person from when until when, oldest first.",
        who: "everybody their own; an admin anybody's", items: Operation.Item.page,
        replies: [(200, .json(.listing(Row.schema)))]
    ) { call in
        let id = try call.identifier(of: Person.self, what: "person")
        let limit = try call.limit()
        let after = try call.cursor(list: "managers", count: 1)?.first.flatMap { Int64($0) }.map {
            Instant(milliseconds: $0)
        }
        let periods = try await call.campus.managers(of: id, page: Page(after: after, limit: limit + 1), call.access)
        return try .json(
            Listing(periods, limit: limit, list: "managers", row: Row.init) { ["\($0.since.milliseconds)"] })
    }
}
