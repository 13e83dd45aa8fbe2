import Foundation
import HTTPTypes
import Learning
import TestKit

@testable import Campus
@testable import WebAPI

/// Trainers see the names of courses that they own; here the courses are nobody's, so that they see none.
extension RightsRow {
    static let progress = [
        RightsRow(
            .post, "/v1/enrollments", learner: "404", manager: "200", trainer: "404", leader: "404", admin: "200"
        ) { wanted in
            let made = try await wanted.stage.test.publish(.sample(key: UUID().uuidString))
            return Request(
                json: [
                    "people": [.string(wanted.subject.id.description)], "course_id": .string(made.course.description),
                ])
        },
        RightsRow(.get, "/v1/enrollments", everybody: "200"),
        RightsRow(
            .get, "/v1/enrollments/{id}", learner: "200 404 404", manager: "200 200 404", trainer: "200 404 404",
            leader: "200 404 404", admin: "200"
        ) { Request(path: "/v1/enrollments/\(try await enrollment(of: $0))") },
        RightsRow(
            .get, "/v1/enrollments/{id}/plan", learner: "200 404 404", manager: "200 200 404", trainer: "200 404 404",
            leader: "200 404 404", admin: "200"
        ) { Request(path: "/v1/enrollments/\(try await enrollment(of: $0))/plan") },
        RightsRow(
            .get, "/v1/enrollments/{id}/events", learner: "200 404 404", manager: "200 200 404",
            trainer: "200 404 404", leader: "200 404 404", admin: "200"
        ) { Request(path: "/v1/enrollments/\(try await enrollment(of: $0))/events") },
        RightsRow(.get, "/v1/plan", everybody: "200"),
        RightsRow(.get, "/v1/calendar", everybody: "200"),
        RightsRow(.post, "/v1/calendar", everybody: "201"),
        RightsRow(.delete, "/v1/calendar", everybody: "204") { wanted in
            _ = try await wanted.stage.test.campus.makeCalendar(.token(wanted.actor.token))
            return Request()
        },
        // Whoever knows the secret; here nobody does.
        RightsRow(.get, "/calendar/{file}", everybody: "404", anonymous: 404) { _ in
            Request(path: "/calendar/cmf_guess.ics")
        },
        RightsRow(
            .get, "/v1/progress", learner: "200 404 404", manager: "200 200 404", trainer: "200 404 404",
            leader: "200 404 404", admin: "200"
        ) { Request(path: "/v1/progress?enrollment=\(try await enrollment(of: $0))") },
        // What waits for the caller, never anything of others.
        RightsRow(.get, "/v1/witnessing", everybody: "200"),
        // Of the subject's team. Without one leaders read as well: see Scenario+Reports.
        RightsRow(
            .get, "/v1/reports/held-up", learner: "403", manager: "200", trainer: "403", leader: "403", admin: "403"),
        RightsRow(
            .get, "/v1/reports/completion", learner: "403", manager: "200 200 404", trainer: "200", leader: "403",
            admin: "200"
        ) { Request(path: "/v1/reports/completion?by=person&team=\($0.subject.id)") },
        // Each event is refused for itself: see RecordTests.
        RightsRow(.post, "/v1/events", everybody: "200") { wanted in
            Request(json: ["events": [try await event(wanted)]])
        },
        RightsRow(
            .post, "/v1/attempts", learner: "201 404 404", manager: "201 403 404", trainer: "201 404 404",
            leader: "201 404 404", admin: "201 403 403"
        ) { wanted in
            Request(
                json: ["enrollment_id": .string("\(try await enrollment(of: wanted))"), "activity": "check"])
        },
        RightsRow(
            .get, "/v1/attempts", learner: "200 404 404", manager: "200 200 404", trainer: "200 404 404",
            leader: "200 404 404", admin: "200"
        ) { Request(path: "/v1/attempts?enrollment=\(try await enrollment(of: $0))") },
        RightsRow(
            .get, "/v1/attempts/{id}", learner: "200 404 404", manager: "200 200 404", trainer: "200 404 404",
            leader: "200 404 404", admin: "200"
        ) { Request(path: "/v1/attempts/\(try await attempt(of: $0))") },
        RightsRow(
            .patch, "/v1/attempts/{id}", learner: "200 404 404", manager: "200 403 404", trainer: "200 404 404",
            leader: "200 404 404", admin: "200 403 403"
        ) {
            Request(
                path: "/v1/attempts/\(try await attempt(of: $0))", json: ["responses": ["q1": ["1"]]],
                headers: [.ifMatch: "\"1\""])
        },
        RightsRow(
            .post, "/v1/attempts/{id}/submission", learner: "201 404 404", manager: "201 403 404",
            trainer: "201 404 404", leader: "201 404 404", admin: "201 403 403"
        ) { Request(path: "/v1/attempts/\(try await attempt(of: $0))/submission", json: ["responses": [:]]) },
    ]

    private static func enrollment(of wanted: Case) async throws -> Identifier<Enrollment> {
        let made = try await wanted.stage.test.publish(.sample(key: UUID().uuidString))
        return try await wanted.stage.test.enroll(wanted.subject.person, in: made.course)
    }

    private static func attempt(of wanted: Case) async throws -> Identifier<Attempt> {
        let enrollment = try await enrollment(of: wanted)
        let access = Access.token(wanted.subject.token)
        return try await wanted.stage.test.campus.openAttempt(at: "check", in: enrollment, access).sheet.attempt.id
    }

    private static func event(_ wanted: Case) async throws -> JSONValue {
        [
            "id": .string(UUIDv7.make()), "enrollment_id": .string("\(try await enrollment(of: wanted))"),
            "activity": "reasons", "verb": "completed", "occurred_at": "2026-03-02T09:00:00Z",
        ]
    }
}
