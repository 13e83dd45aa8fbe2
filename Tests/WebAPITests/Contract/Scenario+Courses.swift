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
        Scenario(
            "a trainer looks at what an upload would change", .get, "/v1/imports/{id}/changes", as: .trainer,
            status: 200
        ) { stage in
            Request(path: "/v1/imports/\(try await stage.heldUpload())/changes")
        } check: { answer, _ in
            #expect(
                answer.json["activities"]["entries"][0]["fields"][0] == [
                    "field": "title", "before": "Reasons", "after": "Three reasons",
                ])
            #expect(answer.json["course"][0]["field"] == "label")
        },
        Scenario("changes of what was not held", .get, "/v1/imports/{id}/changes", as: .trainer, status: 404) { stage in
            Request(path: "/v1/imports/\(try await stage.upload(SamplePackage.curriculum()))/changes")
        },
        Scenario("a trainer publishes it", .post, "/v1/imports/{id}/publication", as: .trainer, status: 202) { stage in
            Request(path: "/v1/imports/\(try await stage.heldUpload())/publication")
        } check: { answer, stage in
            #expect(answer.json["state"] == "waiting")
            let isRun = try await stage.test.campus.runNextImport()
            #expect(isRun)
        },
        Scenario(
            "publishing what is not held", .post, "/v1/imports/{id}/publication", as: .trainer, status: 409,
            code: "not-held"
        ) { stage in
            Request(path: "/v1/imports/\(try await stage.upload(SamplePackage.curriculum()))/publication")
        },
        Scenario(
            "two versions side by side", .get, "/v1/courses/{id}/versions/{version}/changes", as: .leader, status: 200
        ) { stage in
            let before = try await stage.test.publish(.sample(label: "spring"))
            let made = try await stage.test.publish(.sample(label: "fall"))
            return Request(
                path: "/v1/courses/\(made.course)/versions/\(made.version)/changes?since=\(before.version)")
        } check: { answer, _ in
            #expect(answer.json["activities"]["kept"] == 8)
            #expect(answer.json["course"] == [["field": "label", "before": "spring", "after": "fall"]])
        },
        Scenario(
            "the first version has none before it", .get, "/v1/courses/{id}/versions/{version}/changes", as: .leader,
            status: 422, code: "first-version"
        ) { stage in
            let made = try await stage.test.publish(.sample())
            return Request(path: "/v1/courses/\(made.course)/versions/\(made.version)/changes")
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
            "a trainer downloads a course", .get, "/v1/courses/{id}/versions/{version}/package", as: .trainer,
            status: 200
        ) {
            Request(path: try await $0.packagePath())
        } check: { answer, _ in
            #expect(answer.headers[.contentDisposition]?.hasSuffix(".zip\"") == true)
            #expect(Array(answer.body.prefix(2)) == Array("PK".utf8))
        },
        Scenario(
            "a course that was not imported whole", .get, "/v1/courses/{id}/versions/{version}/package", as: .trainer,
            status: 409, code: "package-not-whole"
        ) { stage in
            let made = try await stage.test.publish(.sample())
            return Request(path: "/v1/courses/\(made.course)/versions/\(made.version)/package")
        },
        Scenario("a starter", .get, "/v1/starter", as: .trainer, status: 200) { _ in
            Request(path: "/v1/starter?title=Ask%20%26%20listen")
        } check: { answer, _ in
            #expect(answer.headers[.contentDisposition] == "attachment; filename=\"ask---listen.zip\"")
        },
        Scenario(
            "a starter with a title of two lines", .get, "/v1/starter", as: .trainer, status: 422,
            code: "control-character"
        ) { _ in Request(path: "/v1/starter?title=a%0Ab") },
        Scenario("a starter without a title", .get, "/v1/starter", as: .trainer, status: 422, code: "required") { _ in
            Request(path: "/v1/starter?title=%20")
        },
        Scenario("what moving people comes to", .post, "/v1/courses/{id}/moves", as: .admin, status: 200) { stage in
            let made = try await stage.test.publish(.sample())
            try await stage.test.place(stage.member(.learner).person, in: made)
            var draft = CourseDraft.sample(label: "2")
            draft.modules[0].steps.append(Step(key: "more", kind: .lesson, title: "More", text: "."))
            try await stage.test.publish(draft)
            return Request(path: "/v1/courses/\(made.course)/moves", json: [:])
        } check: { answer, _ in
            #expect(answer.json["committed"] == false)
            #expect(answer.json["moved"] == 1)
            #expect(answer.json["rows"][0]["new"] == ["more"])
            #expect(answer.json["steps"][0] == ["key": "more", "title": "More", "new": 1, "credited": 0, "retired": 0])
        },
        Scenario(
            "moving what is no list", .post, "/v1/courses/{id}/moves", as: .admin, status: 422, code: "invalid-fields"
        ) { stage in
            let made = try await stage.test.publish(.sample())
            return Request(
                path: "/v1/courses/\(made.course)/moves", json: ["enrollments": "all", "version": "newest"])
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
    func upload(_ text: String, hold: Bool = false) async throws -> Identifier<ImportJob> {
        let job = try await test.campus.receive(
            fileName: "small.xml", isHold: hold, announced: nil, by: .token(member(.trainer).token)
        ) {
            try await $0.append(Array(text.utf8))
        }
        _ = try await test.campus.runNextImport()
        return job.id
    }

    /// Where the package of a course that was uploaded is.
    func packagePath() async throws -> String {
        let job = try await upload(SamplePackage.curriculum(key: UUID().uuidString))
        let made = try await test.campus.importJob(job, by: .operator).job
        guard let course = made.courseID, let version = made.versionID else { throw Refusal.missing("course") }
        return "/v1/courses/\(course)/versions/\(version)/package"
    }

    /// A new version that waits to be published.
    func heldUpload() async throws -> Identifier<ImportJob> {
        let key = UUID().uuidString
        try await upload(SamplePackage.curriculum(key: key))
        return try await upload(
            SamplePackage.curriculum(key: key, label: "2").replacing("<title>Reasons<", with: "<title>Three reasons<"),
            hold: true)
    }
}
