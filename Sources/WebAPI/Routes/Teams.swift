import Campus
import HTTPTypes
import Learning

/// Operations on teams: the people below a manager, at every depth.
enum Teams {
    private struct Row: Encodable {
        let id: Identifier<Person>
        let name: String
        @Nullable var managerID: Identifier<Person>?
        let people: Int
        let direct: Int

        init(_ team: Team) {
            id = team.id
            name = team.name
            managerID = team.managerID
            people = team.people
            direct = team.direct
        }

        static let schema = Schema.object([
            "id": .id(Person.idPrefix).described("The manager's."), "name": .string.described("The manager's."),
            "manager_id": .id(Person.idPrefix).nullable.described("The manager's own: whose team this is part of."),
            "people": .integer.described("At every depth."), "direct": .integer,
        ])
    }

    static let list = Operation(
        summary: "List teams by their managers' names.",
        who: "an admin all, a manager their own and those within; others see none", items: Operation.Item.page,
        replies: [(200, .json(.listing(Row.schema)))]
    ) { call in
        let limit = try call.limit()
        let teams = try await call.campus.teams(
            page: Page(after: try call.place(list: "teams"), limit: limit + 1), call.access)
        return try .json(Listing(teams, limit: limit, list: "teams", row: Row.init) { PersonPlace($0).keys })
    }

    static let people = Operation(
        summary: "List the people of a team, at every depth, by name.", who: "its manager, whoever is above, an admin",
        items: Operation.Item.page, replies: [(200, .json(.listing(PersonRow.schema)))]
    ) { call in
        let filter = PersonFilter(team: try call.identifier(what: "team"))
        return try await People.page(of: filter, list: "team-people", call)
    }
}
