import Campus
import HTTPTypes
import Learning
import TestKit
import Testing

@testable import WebAPI

extension Scenario {
    static let people = sessions + persons + changes + passwords + invitations + roster + teams + tokens

    private static let password = "correct horse battery"

    private static let roster = [
        Scenario("an admin looks at what a roster would change", .post, "/v1/roster", as: .admin, status: 200) { _ in
            Request(
                body: Array("external_id,name,roles\n1,Nell New,learner\n2,,chef\n".utf8),
                headers: [.contentType: "text/csv"])
        } check: { answer, _ in
            #expect(answer.json["committed"] == false)
            #expect(answer.json["rows"].items.map { $0["result"] } == ["added", "refused"])
            #expect(answer.json["rows"][1]["error"]["pointer"] == "/roles")
        },
        Scenario("an admin takes a roster in", .post, "/v1/roster", as: .admin, status: 200) { _ in
            Request(
                path: "/v1/roster?commit=true&invite=true", body: Array("external_id,name\n1,Nell New\n".utf8),
                headers: [.contentType: "text/csv"])
        } check: { answer, _ in
            #expect(answer.json["added"] == 1)
            #expect(answer.json["rows"][0]["invitation_url"].text?.contains("/#/invitation/cmi_") == true)
        },
        Scenario(
            "links for what is only looked at", .post, "/v1/roster", as: .admin, status: 422, code: "nothing-to-invite"
        ) {
            _ in
            Request(
                path: "/v1/roster?invite=true", body: Array("external_id,name\n1,Nell New\n".utf8),
                headers: [.contentType: "text/csv"])
        },
        Scenario(
            "a table of something else as a roster", .post, "/v1/roster", as: .admin, status: 422,
            code: "csv-column-missing"
        ) {
            _ in
            Request(body: Array("name,age\nAda,36\n".utf8), headers: [.contentType: "text/csv"])
        },
        Scenario("an admin reads how many never chose a password", .get, "/v1/roster/links", as: .admin, status: 200) {
            _ in
            Request()
        } check: { answer, _ in
            #expect(answer.json["waiting"] != .null && answer.json["waiting"] != 0)
        },
        Scenario(
            "an admin makes links for those who never chose a password", .post, "/v1/roster/links", as: .admin,
            status: 200
        ) { _ in
            Request()
        } check: { answer, _ in
            #expect(answer.json["rows"][0]["invitation_url"].text?.contains("/#/invitation/cmi_") == true)
            #expect(answer.json["next"] == .null)
        },
        Scenario("an admin reads the roster", .get, "/v1/roster", as: .admin, status: 200) { _ in Request() },
    ]

    private static let sessions = [
        Scenario("a person signs in", .post, "/v1/sessions", status: 201) { stage in
            try await stage.test.setPassword(password, of: stage.deep.person, email: "deep@example.com")
            return Request(json: ["login": "Deep@Example.com", "password": .string(password)])
        } check: { answer, stage in
            #expect(answer.json["person"]["id"] == .string(stage.deep.id.description))
        },
        Scenario("nobody has this name", .post, "/v1/sessions", status: 401, code: "wrong-credentials") { _ in
            Request(json: ["login": "nobody@example.com", "password": .string(password)])
        },
        Scenario("a field that does not exist", .post, "/v1/sessions", status: 422, code: "unknown-field") { _ in
            Request(json: ["login": "x", "password": .string(password), "remember": true])
        } check: { answer, _ in
            #expect(answer.json["errors"][0]["pointer"] == "/remember")
        },
        Scenario("a number for a password", .post, "/v1/sessions", status: 422, code: "wrong-type") { _ in
            Request(json: ["login": "x", "password": 12])
        },
        Scenario("a password without end", .post, "/v1/sessions", status: 422, code: "too-long") { _ in
            Request(json: ["login": "x", "password": .string(String(repeating: "x", count: 1001))])
        },
        Scenario("bytes that are no UTF-8", .post, "/v1/sessions", status: 422, code: "bad-utf8") { _ in
            Request(body: Array(#"{"login": ""#.utf8) + [0xC3, 0x28] + Array(#""}"#.utf8))
        },
        Scenario("a manager is told that they have reports", .get, "/v1/sessions/current", as: .manager, status: 200) {
            _ in
            Request()
        } check: { answer, _ in
            #expect(answer.json["has_reports"] == true)
            #expect(answer.json["scope"] == "all")
        },
        Scenario("a learner signs out", .delete, "/v1/sessions/current", as: .learner, status: 204),
    ]

    private static let persons = [
        Scenario("a manager lists their tree", .get, "/v1/people", as: .manager, status: 200) { _ in
            Request()
        } check: { answer, _ in
            #expect(
                answer.json["data"].items.map { $0["name"] }
                    == ["Deep Down", "Lea Learner", "Lin Lead", "Max Manager"])
        },
        Scenario(
            "a cursor of another list", .get, "/v1/people", as: .admin, status: 422, code: "bad-cursor"
        ) { stage in
            let token = stage.member(.admin).token
            let page = try await stage.client.send(.get, "/v1/teams?limit=1", token: token)
            return Request(path: "/v1/people?cursor=\(try #require(page.json["next"].text))")
        },
        Scenario("a page of nothing", .get, "/v1/people", as: .admin, status: 422, code: "out-of-range") { _ in
            Request(path: "/v1/people?limit=0")
        },
        Scenario("an admin adds a person", .post, "/v1/people", as: .admin, status: 201) { stage in
            Request(
                json: [
                    "name": "Nell New", "email": "nell@example.com", "external_id": "77",
                    "manager_id": .string(stage.member(.manager).id.description), "roles": ["trainer", "learner"],
                ])
        } check: { answer, stage in
            #expect(answer.headers[.eTag] == "\"1\"")
            #expect(answer.json["roles"] == ["learner", "trainer"])
            #expect(answer.json["left_at"] == .null)
        },
        Scenario(
            "everything that is wrong is said at once", .post, "/v1/people", as: .admin, status: 422,
            code: "invalid-fields"
        ) { _ in
            Request(json: [
                "name": " ", "email": "nell", "time_zone": "Mars/Olympus", "locale": "!", "external_id": " ",
            ])
        } check: { answer, _ in
            #expect(
                answer.json["errors"].items.map { $0["pointer"] }
                    == ["/name", "/email", "/external_id", "/time_zone", "/locale"])
        },
        Scenario("a role that there is not", .post, "/v1/people", as: .admin, status: 422, code: "unknown-value") { _ in
            Request(json: ["name": "Nell", "roles": ["learner", "boss"]])
        } check: { answer, _ in
            #expect(answer.json["errors"][0]["pointer"] == "/roles/1")
        },
        Scenario("a manager who is not here", .post, "/v1/people", as: .admin, status: 422, code: "no-such-person") {
            _ in
            Request(json: ["name": "Nell", "manager_id": "per_018f0000-0000-7000-8000-000000000000"])
        },
        Scenario("a learner reads who managed them", .get, "/v1/people/{id}/managers", as: .learner, status: 200) {
            stage in
            Request(path: "/v1/people/\(stage.member(.learner).id)/managers?limit=1")
        } check: { answer, stage in
            let manager = stage.member(.manager).person
            #expect(answer.json["data"].items.count == 1)
            #expect(answer.json["data"][0]["manager_id"] == .string("\(manager.id)"))
            #expect(answer.json["data"][0]["manager_name"] == .string(manager.name))
            #expect(answer.json["data"][0]["until"] == .null)
            #expect(answer.json["has_more"] == false)
        },
        Scenario("an admin shows anybody", .get, "/v1/people/{id}", as: .admin, status: 200) { stage in
            Request(path: "/v1/people/\(stage.deep.id)")
        } check: { answer, stage in
            #expect(answer.json["manager_id"] == .string(stage.lead.id.description))
            #expect(answer.headers[.eTag] == "\"1\"")
        },
        Scenario(
            "an id of another kind is nobody's", .get, "/v1/people/{id}", as: .admin, status: 404, code: "not-found"
        ) { stage in
            Request(path: "/v1/people/crs_\(stage.deep.id.text)")
        },
    ]

    private static let changes = [
        Scenario("a person moves to another place", .patch, "/v1/people/{id}", as: .learner, status: 200) { stage in
            Request(
                path: "/v1/people/\(stage.member(.learner).id)", json: ["time_zone": "Europe/Berlin", "locale": "de"],
                headers: [.ifMatch: "\"1\""])
        } check: { answer, _ in
            #expect(answer.json["time_zone"] == "Europe/Berlin")
            #expect(answer.headers[.eTag] == "\"2\"")
        },
        Scenario("an admin takes an e-mail away", .patch, "/v1/people/{id}", as: .admin, status: 200) { stage in
            try await stage.test.setPassword(password, of: stage.deep.person, email: "deep@example.com")
            return Request(
                path: "/v1/people/\(stage.deep.id)", json: ["email": nil, "external_id": "D-1"],
                headers: [.ifMatch: "\"1\""])
        } check: { answer, _ in
            #expect(answer.json["email"] == .null)
            #expect(answer.json["external_id"] == "D-1")
        },
        Scenario("a name that is null", .patch, "/v1/people/{id}", as: .admin, status: 422, code: "null") { stage in
            Request(path: "/v1/people/\(stage.deep.id)", json: ["name": nil], headers: [.ifMatch: "\"1\""])
        },
        Scenario("a state that is not the newest", .patch, "/v1/people/{id}", as: .admin, status: 412, code: "stale") {
            stage in
            Request(path: "/v1/people/\(stage.deep.id)", json: ["name": "D"], headers: [.ifMatch: "\"7\""])
        },
        Scenario(
            "no state at all", .patch, "/v1/people/{id}", as: .admin, status: 428, code: "if-match-required"
        ) { stage in
            Request(path: "/v1/people/\(stage.deep.id)", json: ["name": "D"])
        },
        Scenario("a learner who makes themselves admin", .patch, "/v1/people/{id}", as: .learner, status: 403) {
            stage in
            Request(
                path: "/v1/people/\(stage.member(.learner).id)", json: ["roles": ["learner", "admin"]],
                headers: [.ifMatch: "\"1\""])
        },
        Scenario(
            "a manager below somebody of their own", .patch, "/v1/people/{id}", as: .admin, status: 409,
            code: "manager-loop"
        ) { stage in
            Request(
                path: "/v1/people/\(stage.member(.manager).id)",
                json: ["manager_id": .string(stage.deep.id.description)], headers: [.ifMatch: "\"1\""])
        },
        Scenario("a person leaves", .patch, "/v1/people/{id}", as: .admin, status: 200) { stage in
            Request(
                path: "/v1/people/\(stage.deep.id)", json: ["left_on": "2026-02-28"], headers: [.ifMatch: "\"1\""])
        } check: { answer, stage in
            #expect(answer.json["left_at"] == "2026-03-01T00:00:00.000Z")
            let dead = try await stage.client.send(.get, "/v1/sessions/current", token: stage.deep.token)
            #expect(dead.status == .unauthorized)
        },
        Scenario("a person leaves tomorrow", .patch, "/v1/people/{id}", as: .admin, status: 422, code: "not-yet") {
            stage in
            Request(
                path: "/v1/people/\(stage.deep.id)", json: ["left_on": "2026-03-03"], headers: [.ifMatch: "\"1\""])
        },
        Scenario("a person leaves on no day", .patch, "/v1/people/{id}", as: .admin, status: 422, code: "bad-date") {
            stage in
            Request(
                path: "/v1/people/\(stage.deep.id)", json: ["left_on": "2026-02-30"], headers: [.ifMatch: "\"1\""])
        },
        Scenario("the only admin leaves", .patch, "/v1/people/{id}", as: .admin, status: 409, code: "last-admin") {
            stage in
            Request(
                path: "/v1/people/\(stage.member(.admin).id)", json: ["left_on": "now"],
                headers: [.ifMatch: "\"1\""])
        },
    ]

    private static let passwords = [
        Scenario("a person changes their password", .put, "/v1/people/{id}/password", as: .learner, status: 204) {
            stage in
            let learner = stage.member(.learner)
            try await stage.test.setPassword(password, of: learner.person, email: "lea@example.com")
            return Request(
                path: "/v1/people/\(learner.id)/password",
                json: ["current": .string(password), "password": "another horse battery"])
        } check: { answer, stage in
            let body: JSONValue = ["login": "lea@example.com", "password": "another horse battery"]
            let begun = try await stage.client.send(.post, "/v1/sessions", json: body)
            #expect(begun.status == .created)
        },
        Scenario(
            "the present password is wrong", .put, "/v1/people/{id}/password", as: .learner, status: 422,
            code: "wrong-password"
        ) { stage in
            Request(
                path: "/v1/people/\(stage.member(.learner).id)/password",
                json: ["current": "wrong wrong wrong", "password": "another horse battery"])
        },
        Scenario(
            "a short password", .put, "/v1/people/{id}/password", as: .admin, status: 422, code: "too-short"
        ) { stage in
            Request(path: "/v1/people/\(stage.deep.id)/password", json: ["password": "123456789"])
        },
        Scenario(
            "a password of one letter", .put, "/v1/people/{id}/password", as: .admin, status: 422, code: "too-simple"
        ) { stage in
            Request(path: "/v1/people/\(stage.deep.id)/password", json: ["password": "aaaaaaaaaaaaaaa"])
        },
    ]

    private static let invitations = [
        Scenario("an admin makes a link", .post, "/v1/invitations", as: .admin, status: 201) { stage in
            Request(json: ["person_id": .string(stage.deep.id.description), "purpose": "invite"])
        } check: { answer, _ in
            #expect(answer.json["url"].text?.hasPrefix("http://127.0.0.1:8080/#/invitation/cmi_") == true)
            #expect(answer.json["expires_at"] == "2026-03-09T09:00:00.000Z")
        },
        Scenario("a link for nobody", .post, "/v1/invitations", as: .admin, status: 404) { _ in
            Request(json: ["person_id": "per_018f0000-0000-7000-8000-000000000000", "purpose": "invite"])
        },
        Scenario("a link for setting up", .post, "/v1/invitations", as: .admin, status: 422, code: "unknown-value") {
            stage in
            Request(json: ["person_id": .string(stage.deep.id.description), "purpose": "setup"])
        },
        Scenario("a link is used", .put, "/v1/invitations/redemption", status: 201) { stage in
            let invited = try await stage.test.campus.invite(stage.deep.id, .invite, .operator)
            return Request(json: ["token": .string(invited.secret), "password": .string(password)])
        } check: { answer, stage in
            let token = try #require(answer.json["token"].text)
            let current = try await stage.client.send(.get, "/v1/sessions/current", token: token)
            #expect(current.json["person"]["name"] == "Deep Down")
        },
        Scenario(
            "a link that never was", .put, "/v1/invitations/redemption", status: 410, code: "link-over"
        ) { _ in
            Request(json: ["token": "cmi_x", "password": .string(password)])
        },
    ]

    private static let teams = [
        Scenario("a manager sees their own team and those within", .get, "/v1/teams", as: .manager, status: 200) { _ in
            Request()
        } check: { answer, _ in
            let teams = answer.json["data"].items
            #expect(teams.map { $0["name"] } == ["Lin Lead", "Max Manager"])
            #expect(teams.map { $0["people"] } == [1, 3])
            #expect(teams.map { $0["direct"] } == [1, 2])
        },
        Scenario("a learner sees none", .get, "/v1/teams", as: .learner, status: 200) { _ in
            Request()
        } check: { answer, _ in
            #expect(answer.json["data"] == [])
        },
        Scenario("a team holds people of every depth", .get, "/v1/teams/{id}/people", as: .manager, status: 200) {
            stage in
            Request(path: "/v1/teams/\(stage.member(.manager).id)/people")
        } check: { answer, _ in
            #expect(answer.json["data"].items.map { $0["name"] } == ["Deep Down", "Lea Learner", "Lin Lead"])
        },
    ]

    private static let tokens = [
        Scenario("tokens are listed without their secrets", .get, "/v1/tokens", as: .learner, status: 200) { _ in
            Request()
        } check: { answer, stage in
            #expect(answer.json["data"].items.count == 1)
            #expect(!answer.text.contains(stage.member(.learner).token))
        },
        Scenario("a learner makes a token", .post, "/v1/tokens", as: .learner, status: 201) { _ in
            Request(json: ["name": "my calendar", "scope": "read", "days": 30])
        } check: { answer, _ in
            #expect(answer.json["token"].text?.hasPrefix("cmp_") == true)
            #expect(answer.json["expires_at"] == "2026-04-01T09:00:00.000Z")
            #expect(answer.headers[.cacheControl] == "no-store")
        },
        Scenario("a token for ever", .post, "/v1/tokens", as: .learner, status: 422, code: "out-of-range") { _ in
            Request(json: ["name": "my calendar", "scope": "read", "days": 367])
        },
        Scenario("a learner revokes their token", .delete, "/v1/tokens/{id}", as: .learner, status: 204) { stage in
            let made = try await stage.test.campus.makeToken(
                name: "mine", scope: .read, days: 1, .token(stage.member(.learner).token))
            return Request(path: "/v1/tokens/\(made.token.id)")
        },
    ]
}
