import Foundation
import Learning
import TestKit

@testable import WebAPI

extension RightsRow {
    static let courses = [
        RightsRow(
            .post, "/v1/imports", learner: "403", manager: "403", trainer: "202", leader: "403", admin: "202"
        ) { _ in
            Request(path: "/v1/imports?file_name=small.xml", body: Array(SamplePackage.curriculum().utf8))
        },
        RightsRow(.get, "/v1/imports", learner: "403", manager: "403", trainer: "200", leader: "200", admin: "200"),
        RightsRow(
            .get, "/v1/imports/{id}", learner: "403", manager: "403", trainer: "200", leader: "200", admin: "200"
        ) { wanted in
            let job = try await wanted.stage.test.campus.receive(fileName: "a.xml", announced: nil, by: .operator) {
                try await $0.append(Array("<a/>".utf8))
            }
            return Request(path: "/v1/imports/\(job.id)")
        },
        RightsRow(
            .get, "/v1/imports/{id}/changes", learner: "403", manager: "403", trainer: "200", leader: "200",
            admin: "200"
        ) { Request(path: "/v1/imports/\(try await $0.stage.heldUpload())/changes") },
        RightsRow(
            .post, "/v1/imports/{id}/publication", learner: "403", manager: "403", trainer: "202", leader: "403",
            admin: "202"
        ) { Request(path: "/v1/imports/\(try await $0.stage.heldUpload())/publication") },
        RightsRow(
            .get, "/v1/courses/{id}/versions/{version}/changes", learner: "403", manager: "403", trainer: "200",
            leader: "200", admin: "200"
        ) { wanted in
            let key = UUID().uuidString
            _ = try await wanted.stage.test.publish(.sample(key: key, label: "1"))
            let made = try await wanted.stage.test.publish(.sample(key: key, label: "2"))
            return Request(path: "/v1/courses/\(made.course)/versions/\(made.version)/changes")
        },
        RightsRow(
            .get, "/v1/courses/{id}/versions/{version}/package", learner: "403", manager: "403", trainer: "200",
            leader: "403", admin: "200"
        ) { Request(path: try await $0.stage.packagePath()) },
        RightsRow(
            .get, "/v1/starter", learner: "403", manager: "403", trainer: "200", leader: "403", admin: "200"
        ) { _ in Request(path: "/v1/starter?title=Listen") },
        RightsRow(.get, "/v1/courses", everybody: "200"),
        // Somebody's course is one that they are in.
        RightsRow(
            .get, "/v1/courses/{id}", learner: "200 404 404", manager: "200 200 404", trainer: "200", leader: "200",
            admin: "200"
        ) { Request(path: "/v1/courses/\(try await course(of: $0))") },
        RightsRow(
            .patch, "/v1/courses/{id}", learner: "403", manager: "403", trainer: "200", leader: "403", admin: "200"
        ) {
            Request(
                path: "/v1/courses/\(try await course(of: $0))", json: ["open": true], headers: [.ifMatch: "\"1\""])
        },
        RightsRow(
            .get, "/v1/courses/{id}/versions", learner: "200 404 404", manager: "200 200 404", trainer: "200",
            leader: "200", admin: "200"
        ) { Request(path: "/v1/courses/\(try await course(of: $0))/versions") },
        // Of a course that nobody answers for: a trainer moves people in their own.
        RightsRow(
            .post, "/v1/courses/{id}/moves", learner: "403", manager: "403", trainer: "403", leader: "403", admin: "200"
        ) { Request(path: "/v1/courses/\(try await course(of: $0))/moves?commit=true", json: [:]) },
        RightsRow(
            .get, "/v1/courses/{id}/activities/{key}", learner: "200 404 404", manager: "200 200 404", trainer: "200",
            leader: "200", admin: "200"
        ) { Request(path: "/v1/courses/\(try await course(of: $0))/activities/reasons") },
        // Whoever may see somebody's enrollment may not open things as them.
        RightsRow(
            .post, "/v1/launches", learner: "201 404 404", manager: "201 403 404", trainer: "201 404 404",
            leader: "201 404 404", admin: "201 403 403"
        ) { wanted in
            let test = wanted.stage.test
            var draft = CourseDraft.sample(key: UUID().uuidString)
            draft.modules[1].requires = []
            let enrollment = try await test.place(wanted.subject.person, in: try await test.publish(draft))
            return Request(json: ["enrollment_id": .string("\(enrollment)"), "activity": "card"])
        },
    ]

    private static func course(of wanted: Case) async throws -> Identifier<Course> {
        let test = wanted.stage.test
        let made = try await test.publish(.sample(key: UUID().uuidString))
        try await test.place(wanted.subject.person, in: made)
        return made.course
    }
}
