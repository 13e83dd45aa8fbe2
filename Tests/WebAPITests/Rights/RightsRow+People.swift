import Campus
import HTTPTypes
import Learning
import Store
import TestKit

@testable import WebAPI

extension RightsRow {
    static let people = [
        RightsRow(.post, "/v1/sessions", everybody: "201", anonymous: 201) { wanted in
            let password = "correct horse battery"
            try await wanted.stage.test.setPassword(
                password, of: wanted.subject.person, email: "\(wanted.subject.id.text)@example.com")
            return Request(
                json: [
                    "login": .string("\(wanted.subject.id.text)@example.com"), "password": .string(password),
                ])
        },
        RightsRow(.get, "/v1/sessions/current", everybody: "200"),
        RightsRow(.delete, "/v1/sessions/current", everybody: "204"),
        RightsRow(.get, "/v1/people", everybody: "200"),
        RightsRow(
            .post, "/v1/people", learner: "403", manager: "403", trainer: "403", leader: "403", admin: "201"
        ) { _ in
            Request(json: ["name": "Nell New"])
        },
        RightsRow(
            .get, "/v1/people/{id}", learner: "200 404 404", manager: "200 200 404", trainer: "200 404 404",
            leader: "200 404 404", admin: "200 200 200"),
        // Everybody changes what is their own to change; of others an admin alone.
        RightsRow(
            .patch, "/v1/people/{id}", learner: "200 404 404", manager: "200 403 404", trainer: "200 404 404",
            leader: "200 404 404", admin: "200"
        ) { _ in
            Request(json: ["locale": "de"], headers: [.ifMatch: "\"1\""])
        },
        RightsRow(
            .get, "/v1/people/{id}/managers", learner: "200 404 404", manager: "200 404 404", trainer: "200 404 404",
            leader: "200 404 404", admin: "200 200 200"),
        RightsRow(
            .put, "/v1/people/{id}/password", learner: "204 404 404", manager: "204 403 404", trainer: "204 404 404",
            leader: "204 404 404", admin: "204"
        ) { wanted in
            let password = "correct horse battery"
            try await wanted.stage.test.setPassword(
                password, of: wanted.subject.person, email: "\(wanted.subject.id.text)@example.com")
            return Request(json: ["current": .string(password), "password": "another horse battery"])
        },
        RightsRow(
            .get, "/v1/roster", learner: "403", manager: "403", trainer: "403", leader: "403", admin: "200"),
        RightsRow(
            .post, "/v1/roster", learner: "403", manager: "403", trainer: "403", leader: "403", admin: "200"
        ) { _ in
            Request(body: Array("external_id,name\n1,Nell New\n".utf8), headers: [.contentType: "text/csv"])
        },
        RightsRow(
            .get, "/v1/roster/links", learner: "403", manager: "403", trainer: "403", leader: "403", admin: "200"),
        RightsRow(
            .post, "/v1/roster/links", learner: "403", manager: "403", trainer: "403", leader: "403", admin: "200"),
        RightsRow(.get, "/v1/teams", everybody: "200"),
        RightsRow(
            .get, "/v1/teams/{id}/people", learner: "404", manager: "200 200 404", trainer: "404", leader: "404",
            admin: "200"
        ) { wanted in
            let stage = wanted.stage
            let team: Identifier<Person> =
                switch wanted.subject.id {
                case stage.deep.id: stage.lead.id
                case stage.stranger.id: stage.stranger.person.managerID ?? stage.stranger.id
                // Whoever has no reports has no team: an admin's own is asked for as the manager's.
                case stage.member(.admin).id: stage.member(.manager).id
                default: wanted.subject.id
                }
            return Request(path: "/v1/teams/\(team)/people")
        },
        RightsRow(
            .get, "/v1/tokens", learner: "200 404 404", manager: "200 404 404", trainer: "200 404 404",
            leader: "200 404 404", admin: "200"
        ) { wanted in
            Request(path: "/v1/tokens?person=\(wanted.subject.id)")
        },
        RightsRow(.post, "/v1/tokens", everybody: "201") { _ in
            Request(json: ["name": "mine", "scope": "read", "days": 1])
        },
        RightsRow(
            .delete, "/v1/tokens/{id}", learner: "204 404 404", manager: "204 404 404", trainer: "204 404 404",
            leader: "204 404 404", admin: "204"
        ) { wanted in
            let made = try await wanted.stage.test.campus.makeToken(
                name: "theirs", scope: .read, days: 1, .token(wanted.subject.token))
            return Request(path: "/v1/tokens/\(made.token.id)")
        },
        RightsRow(
            .post, "/v1/invitations", learner: "403", manager: "403", trainer: "403", leader: "403", admin: "201"
        ) { wanted in
            Request(json: ["person_id": .string(wanted.subject.id.description), "purpose": "invite"])
        },
        RightsRow(.put, "/v1/invitations/redemption", everybody: "201", anonymous: 201) { wanted in
            let invited = try await wanted.stage.test.campus.invite(wanted.subject.id, .reset, .operator)
            return Request(
                json: [
                    "token": .string(invited.secret), "password": "another horse battery",
                ])
        },
    ]
}
