import Foundation
import Learning
import TestKit

@testable import Campus
@testable import WebAPI

/// The subject is in the initiative; the stage's leader sponsors it.
extension RightsRow {
    static let initiatives = [
        RightsRow(.get, "/v1/initiatives", everybody: "200"),
        RightsRow(
            .post, "/v1/initiatives", learner: "403", manager: "403", trainer: "403", leader: "201", admin: "201"
        ) { wanted in
            let course = try await wanted.stage.test.publish(.sample(key: UUID().uuidString)).course
            return Request(
                json: [
                    "title": "Ask first", "why": "Because.", "courses": [.string("\(course)")],
                    "sponsor_id": .string("\(wanted.stage.member(.leader).id)"), "starts_on": "2026-03-02",
                    "time_zone": "Europe/Berlin",
                ])
        },
        RightsRow(
            .get, "/v1/initiatives/{id}", learner: "200 404 404", manager: "200", trainer: "200", leader: "200",
            admin: "200"
        ) { Request(path: "/v1/initiatives/\(try await $0.stage.initiative(with: $0.subject))") },
        RightsRow(
            .patch, "/v1/initiatives/{id}", learner: "403 404 404", manager: "403", trainer: "403", leader: "200",
            admin: "200"
        ) {
            Request(
                path: "/v1/initiatives/\(try await $0.stage.initiative(with: $0.subject))", json: ["title": "Now"],
                headers: [.ifMatch: "\"1\""])
        },
        RightsRow(
            .get, "/v1/initiatives/{id}/people", learner: "200 404 404", manager: "200", trainer: "200", leader: "200",
            admin: "200"
        ) { Request(path: "/v1/initiatives/\(try await $0.stage.initiative(with: $0.subject))/people") },
        // Each row is refused for itself: see InitiativePeopleTests.
        RightsRow(
            .post, "/v1/initiatives/{id}/people", learner: "403 404 404", manager: "200", trainer: "403", leader: "200",
            admin: "200"
        ) {
            Request(
                path: "/v1/initiatives/\(try await $0.stage.initiative(with: $0.subject))/people",
                json: ["people": [.string("\($0.subject.id)")]])
        },
        RightsRow(
            .get, "/v1/initiatives/{id}/replies", learner: "200 404 404", manager: "200", trainer: "200",
            leader: "200", admin: "200"
        ) { Request(path: "/v1/initiatives/\(try await $0.stage.initiative(with: $0.subject))/replies") },
        RightsRow(
            .get, "/v1/initiatives/{id}/board", learner: "403 404 404", manager: "403 200 403", trainer: "200",
            leader: "200", admin: "200"
        ) { Request(path: "/v1/initiatives/\(try await $0.stage.initiative(with: $0.subject))/board") },
        RightsRow(.get, "/v1/stories", everybody: "200"),
        RightsRow(
            .post, "/v1/stories", learner: "201 404 404", manager: "201", trainer: "201", leader: "201", admin: "201"
        ) {
            Request(
                json: [
                    "initiative_id": .string("\(try await $0.stage.initiative(with: $0.subject))"),
                    "text": "It worked.",
                ])
        },
        // One that the subject told of themselves.
        RightsRow(
            .get, "/v1/stories/{id}", learner: "200 404 404", manager: "200", trainer: "200", leader: "200",
            admin: "200"
        ) { Request(path: "/v1/stories/\(try await $0.stage.story(of: $0.subject))") },
        RightsRow(
            .patch, "/v1/stories/{id}", learner: "200 404 404", manager: "200 403 403", trainer: "200 403 403",
            leader: "200 403 403", admin: "200 403 403"
        ) {
            Request(
                path: "/v1/stories/\(try await $0.stage.story(of: $0.subject))", json: ["state": "withdrawn"],
                headers: [.ifMatch: "\"1\""])
        },
        // Whoever is invited answers, for themselves.
        RightsRow(
            .post, "/v1/initiatives/{id}/replies", learner: "200 404 404", manager: "200 403 403",
            trainer: "200 403 403", leader: "200 403 403", admin: "200 403 403"
        ) {
            Request(
                path: "/v1/initiatives/\(try await $0.stage.initiative(with: $0.subject))/replies",
                json: ["answer": "not-yet", "because": "I travel."])
        },
    ]
}

extension Stage {
    /// An initiative of the leader's that this member is in.
    func initiative(with member: Member? = nil) async throws -> Identifier<Initiative> {
        let course = try await test.publish(.sample(key: UUID().uuidString)).course
        let access = Access.token(self.member(.leader).token)
        let id = try await test.campus.createInitiative(
            title: "Ask first", why: "Deals end in **no decision**.", courses: [course],
            startsOn: CivilDate(test.clock.now, in: "Europe/Berlin"), timeZone: "Europe/Berlin", access
        ).summary.initiative.id
        if let member { _ = try await test.campus.add(.named([member.id.description]), to: id, access) }
        return id
    }

    /// A story that this member tells of themselves.
    func story(of member: Member) async throws -> Identifier<Story> {
        try await test.campus.tell(
            StoryDraft(initiativeID: try await initiative(with: member), text: "It **worked**."), .token(member.token)
        ).stories[0].story.id
    }
}
