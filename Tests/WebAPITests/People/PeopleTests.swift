import HTTPTypes
import Learning
import TestKit
import Testing

@testable import WebAPI

@Suite struct PeopleTests {
    @Test func `people are listed by name, page by page, and found by any word`() async throws {
        let test = try await TestCampus()
        let client = Client(test)
        let admin = try await test.person("Ann Admin", roles: [.admin]).token
        for name in ["Åsa Öberg", "bo Berg", "Cy Young", "Asa Oberg", "Di Dodd"] { try await test.person(name) }
        var names: [String] = []
        var path = "/v1/people?limit=2"
        while true {
            let page = try await client.send(.get, path, token: admin).json
            names += page["data"].items.compactMap { $0["name"].text }
            guard let next = page["next"].text else { break }
            path = "/v1/people?limit=2&cursor=\(next)"
        }
        #expect(names == ["Ann Admin", "Åsa Öberg", "Asa Oberg", "bo Berg", "Cy Young", "Di Dodd"])
        let found = try await client.send(.get, "/v1/people?q=OBER", token: admin).json
        #expect(found["data"].items.map { $0["name"] } == ["Åsa Öberg", "Asa Oberg"])
    }

    @Test func `a manager sees their tree at every depth, a learner themselves`() async throws {
        let test = try await TestCampus()
        let client = Client(test)
        let top = try await test.person("Top")
        let middle = try await test.person("Middle", manager: top.person)
        let low = try await test.person("Low", manager: middle.person)
        try await test.person("Other")
        func names(_ token: String) async throws -> [String?] {
            try await client.send(.get, "/v1/people", token: token).json["data"].items.map { $0["name"].text }
        }
        #expect(try await names(top.token) == ["Low", "Middle", "Top"])
        #expect(try await names(middle.token) == ["Low", "Middle"])
        #expect(try await names(low.token) == ["Low"])
        let teams = try await client.send(.get, "/v1/teams", token: top.token).json["data"].items
        #expect(teams.map { $0["name"] } == ["Middle", "Top"])
        #expect(teams.map { $0["people"] } == [1, 2])
        #expect(teams.map { $0["direct"] } == [1, 1])
    }

    @Test func `an admin adds a person`() async throws {
        let test = try await TestCampus()
        let client = Client(test)
        let admin = try await test.person("Ann", roles: [.admin]).token
        let body: JSONValue = [
            "name": "Mia Ortiz", "email": "mia@example.com", "external_id": "4711", "roles": ["learner", "trainer"],
            "time_zone": "America/Chicago", "locale": "en-US",
        ]
        let added = try await client.send(.post, "/v1/people", token: admin, json: body)
        #expect(added.status == .created)
        let location = try #require(added.headers[.location])
        let shown = try await client.send(.get, location, token: admin)
        #expect(shown.json == added.json)
        #expect(shown.headers[.eTag] == "\"1\"")
        let twice = try await client.send(.post, "/v1/people", token: admin, json: body)
        #expect(twice.status == .conflict)
        #expect(twice.json["code"] == "taken")
    }
}
