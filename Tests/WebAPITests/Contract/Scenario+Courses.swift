import Foundation
import HTTPTypes
import Learning
import TestKit
import Testing

@testable import Campus
@testable import WebAPI

extension Scenario {
    static let courses = imports + shown + launches

    private static let imports = [
        Scenario("a trainer uploads a package", .post, "/v1/imports", as: .trainer, status: 202) { _ in
            Request(path: "/v1/imports?file_name=small.xml", body: Array(SamplePackage.curriculum().utf8))
        } check: { answer, _ in
            #expect(answer.json["state"] == "waiting")
            #expect(answer.headers[.location] == "/v1/imports/\(answer.json["id"].text ?? "")")
        },
        Scenario("an upload without a name", .post, "/v1/imports", as: .trainer, status: 422, code: "required") { _ in
            Request(body: [1])
        },
        Scenario("an upload of nothing", .post, "/v1/imports", as: .trainer, status: 422, code: "empty") { _ in
            Request(path: "/v1/imports?file_name=a.zip")
        },
        Scenario("an upload over the limit", .post, "/v1/imports", as: .trainer, status: 413, code: "too-large") { _ in
            Request(
                path: "/v1/imports?file_name=a.zip", headers: [.contentLength: "\(Limits.upload.value + 1)"])
        },
        Scenario("a filter that no list has", .get, "/v1/courses", as: .trainer, status: 422, code: "unknown-parameter")
        {
            _ in Request(path: "/v1/courses?titel=a")
        },
        Scenario("a limit twice", .get, "/v1/courses", as: .trainer, status: 422, code: "repeated-parameter") { _ in
            Request(path: "/v1/courses?limit=1&limit=2")
        },
        Scenario("neither open nor closed", .patch, "/v1/courses/{id}", as: .trainer, status: 422, code: "null") {
            stage in
            let made = try await stage.test.publish(.sample())
            return Request(
                path: "/v1/courses/\(made.course)", json: ["open": .null], headers: [.ifMatch: "\"1\""])
        },
        Scenario("a trainer lists imports", .get, "/v1/imports", as: .trainer, status: 200) { stage in
            try await stage.upload(SamplePackage.curriculum())
            try await stage.upload("<curriculum")
            return Request()
        } check: { answer, _ in
            #expect(answer.json["data"].items.map { $0["result"] } == ["refused", "created"])
        },
        Scenario("a leader looks at an import", .get, "/v1/imports/{id}", as: .leader, status: 200) { stage in
            Request(path: "/v1/imports/\(try await stage.upload(SamplePackage.curriculum()))")
        } check: { answer, _ in
            #expect(answer.json["result"] == "created")
            #expect(answer.json["counts"] == ["modules": 1, "activities": 2, "answers": 1, "files": 0])
            let missing = answer.json["findings"].items.first { $0["code"] == "missing-files" }
            #expect(missing?["line"] == 10)
        },
    ]

    private static let shown = [
        Scenario("a trainer lists courses", .get, "/v1/courses", as: .trainer, status: 200) { stage in
            try await stage.test.publish(.sample())
            return Request()
        } check: { answer, _ in
            let course = answer.json["data"][0]
            #expect(course["modules"] == 3)
            #expect(course["activities"] == 8)
            #expect(course["enrolled"] == false)
        },
        Scenario("a learner opens their course", .get, "/v1/courses/{id}", as: .learner, status: 200) { stage in
            let made = try await stage.test.publish(.sample())
            try await stage.test.place(stage.member(.learner).person, in: made)
            return Request(path: "/v1/courses/\(made.course)")
        } check: { answer, _ in
            #expect(answer.json["enrolled"] == true)
            #expect(answer.json["modules"].items.map { $0["kind"] } == ["training", "development", "coaching"])
            #expect(answer.json["behaviors"][0]["key"] == "ask")
            #expect(answer.headers[.eTag] == "\"1\"")
        },
        Scenario("a trainer opens a course to everybody", .patch, "/v1/courses/{id}", as: .trainer, status: 200) {
            stage in
            let made = try await stage.test.publish(.sample())
            return Request(
                path: "/v1/courses/\(made.course)", json: ["open": true], headers: [.ifMatch: "\"1\""])
        } check: { answer, _ in
            #expect(answer.json["open"] == true)
            #expect(answer.headers[.eTag] == "\"2\"")
        },
        Scenario(
            "a change of a state that is not the newest", .patch, "/v1/courses/{id}", as: .trainer, status: 412,
            code: "stale"
        ) { stage in
            let made = try await stage.test.publish(.sample())
            return Request(
                path: "/v1/courses/\(made.course)", json: ["open": true], headers: [.ifMatch: "\"7\""])
        },
        Scenario("versions, the newest first", .get, "/v1/courses/{id}/versions", as: .trainer, status: 200) { stage in
            let made = try await stage.test.publish(.sample(label: "spring"))
            try await stage.test.publish(.sample(label: "fall"))
            return Request(path: "/v1/courses/\(made.course)/versions")
        } check: { answer, _ in
            #expect(answer.json["data"].items.map { $0["label"] } == ["fall", "spring"])
        },
        Scenario(
            "a pulse with its questions", .get, "/v1/courses/{id}/activities/{key}", as: .trainer, status: 200
        ) { stage in
            let made = try await stage.test.publish(.sample())
            return Request(path: "/v1/courses/\(made.course)/activities/pulse")
        } check: { answer, _ in
            #expect(answer.json["occurrences"] == 4)
            #expect(answer.json["scales"][0]["to"] == 5)
        },
    ]
    private static let launches = [
        Scenario("a trainer looks at a file", .post, "/v1/launches", as: .trainer, status: 201) { stage in
            let made = try await stage.test.publish(.sample())
            return Request(json: ["version_id": .string("\(made.version)"), "activity": "card"])
        } check: { answer, stage in
            let url = try #require(answer.json["url"].text.flatMap { URL(string: $0) })
            #expect(try await stage.client.content(.get, url.path).text == "files/card.html")
        },
        Scenario("a launch of nothing", .post, "/v1/launches", as: .trainer, status: 422, code: "required") { _ in
            Request(json: ["activity": "card"])
        },
        Scenario("what comes first is named", .post, "/v1/launches", as: .learner, status: 409, code: "locked") {
            stage in
            let enrollment = try await stage.test.place(
                stage.member(.learner).person, in: try await stage.test.publish(.sample()))
            return Request(json: ["enrollment_id": .string("\(enrollment)"), "activity": "card"])
        } check: { answer, _ in
            #expect(answer.json["errors"][0]["message"] == "Why the old way stopped working (break)")
        },
    ]
}

extension Stage {
    /// Uploads a package as the trainer and lets its import run.
    @discardableResult
    func upload(_ text: String) async throws -> Identifier<ImportJob> {
        let job = try await test.campus.receive(
            fileName: "small.xml", announced: nil, by: .token(member(.trainer).token)
        ) {
            try await $0.append(Array(text.utf8))
        }
        _ = try await test.campus.runNextImport()
        return job.id
    }
}
