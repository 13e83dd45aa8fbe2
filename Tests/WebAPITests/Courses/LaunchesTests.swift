import Campus
import Foundation
import HTTPTypes
import Learning
import Store
import TestKit
import Testing

@testable import WebAPI

@Suite struct LaunchesTests {
    /// A learner in the sample course, whose files hold their own paths.
    private struct Scene {
        let test: TestCampus
        let client: Client
        let learner: (person: Person, token: String)
        let course: Identifier<Course>
        let version: Identifier<CourseVersion>
        let enrollment: Identifier<Enrollment>

        init(
            _ backend: Backend = .standard, files: [String: [UInt8]] = [:],
            _ change: (inout CourseDraft) -> Void = { _ in }
        ) async throws {
            test = try await TestCampus(backend)
            client = Client(test)
            learner = try await test.person("Lea")
            var draft = CourseDraft.sample()
            draft.modules[1].requires = []
            change(&draft)
            (course, version) = try await test.publish(draft, files: files)
            enrollment = try await test.place(learner.person, in: (course, version))
        }

        func launch(_ fields: [String: JSONValue], token: String? = nil) async throws -> Client.Answer {
            try await client.send(.post, "/v1/launches", token: token ?? learner.token, json: .object(fields))
        }

        /// The path of a launched file on the content origin.
        func open(_ activity: String = "card", path: String? = nil) async throws -> String {
            var fields: [String: JSONValue] = [
                "enrollment_id": .string("\(enrollment)"), "activity": .string(activity),
            ]
            if let path { fields["path"] = .string(path) }
            let url = try #require(try await launch(fields).json["url"].text)
            return try #require(URLComponents(string: url)?.percentEncodedPath)
        }

        func get(_ path: String, _ headers: HTTPFields = [:], method: HTTPRequest.Method = .get) async throws
            -> Client.Answer
        {
            try await client.content(method, path, headers: headers)
        }
    }

    @Test func `a launch ends with the session that made it`() async throws {
        let scene = try await Scene(files: ["files/card.html": Array("<h1>Card</h1>".utf8)])
        let path = try await scene.open()
        #expect(try await scene.get(path).status == .ok)
        #expect(
            try await scene.client.send(.delete, "/v1/sessions/current", token: scene.learner.token).status
                == .noContent)
        #expect(try await scene.get(path).status == .gone)
    }

    @Test(arguments: Backend.allCases)
    func `a launch opens the activity's file and what stands beside it`(backend: Backend) async throws {
        let scene = try await Scene(backend, files: ["files/card.html": Array("<h1>Card</h1>".utf8)])
        let launched = try await scene.launch(
            ["enrollment_id": .string("\(scene.enrollment)"), "activity": "card"])
        #expect(launched.status == .created)
        #expect(launched.headers[.cacheControl] == "no-store")
        #expect(launched.json["expires_at"] == "2026-03-02T17:00:00.000Z")
        let url = try #require(launched.json["url"].text)
        #expect(url.hasPrefix("http://127.0.0.1:8081/l/cml_"))
        #expect(url == (launched.json["base"].text ?? "") + "files/card.html")
        let path = try #require(URLComponents(string: url)?.path)
        let page = try await scene.get(path)
        #expect(page.status == .ok)
        #expect(page.text == "<h1>Card</h1>")
        #expect(page.headers[.contentType] == "text/html")
        let style = try await scene.get(path.replacing("card.html", with: "card.css"))
        #expect(style.headers[.contentType] == "text/css")
        #expect(try await scene.get(path.replacing("card.html", with: "none.css")).status == .notFound)
    }

    @Test func `other people's pages may do little, and only the app may frame them`() async throws {
        let scene = try await Scene()
        let page = try await scene.get(try await scene.open())
        for answer in [page, try await scene.get("/l/nothing/x"), try await scene.get("/")] {
            #expect(answer.headers[.xContentTypeOptions] == "nosniff")
            #expect(answer.headers[.referrerPolicy] == "no-referrer")
            #expect(answer.headers[.setCookie] == nil)
            let policy = answer.headers[.contentSecurityPolicy] ?? ""
            #expect(policy.hasSuffix("frame-ancestors http://127.0.0.1:8080 'self'"))
            #expect(policy.contains("connect-src 'self'"))
        }
    }

    @Test(arguments: [("reasons", "Something <em>hurts<"), ("check", "Can you tell")])
    func `a lesson and a quiz play in a page that holds no keys and shares nothing`(
        _ sample: (activity: String, text: String)
    ) async throws {
        let scene = try await Scene()
        let path = try await scene.open(sample.activity)
        #expect(path.hasPrefix("/p/cml_"))
        let page = try await scene.get(path)
        #expect(page.status == .ok)
        #expect(page.text.replacing("\\u003c", with: "<").contains(sample.text))
        for secret in ["<script>alert", "It hurts", "It has tabs", "isCorrect", "accepted"] {
            #expect(!page.text.contains(secret))
        }
        let policy = page.headers[.contentSecurityPolicy] ?? ""
        #expect(policy.hasPrefix("sandbox allow-scripts ") && !policy.contains("allow-same-origin"))
        #expect(policy.hasSuffix("frame-ancestors http://127.0.0.1:8080"))
    }

    @Test(arguments: [
        ("/player/own.js", true), ("/app/dom.js", true), ("/app/parts/fields.js", true), ("/style/tokens.css", true),
        ("/app/../index.html", false), ("/app/..%2Findex.html", false), ("/player/own.html", false),
        ("/schema/curriculum-1.xsd", false), ("/index.html", false),
    ])
    func `the player's files are open, and no others`(_ sample: (path: String, isThere: Bool)) async throws {
        let answer = try await Scene().get(sample.path)
        #expect(answer.status == (sample.isThere ? .ok : .notFound))
        #expect(answer.headers[.accessControlAllowOrigin] == (sample.isThere ? "*" : nil))
    }

    @Test func `a launch ends with the working day, and with its person's leaving`() async throws {
        let scene = try await Scene()
        let path = try await scene.open()
        scene.test.clock.advance(seconds: 8 * 3600 - 1)
        #expect(try await scene.get(path).status == .ok)
        let id = scene.learner.person.id
        try await scene.test.campus.database.write { connection in
            _ = try connection.execute("UPDATE person SET left_at = 1 WHERE id = \(id)")
        }
        #expect(try await scene.get(path).status == .gone)
        try await scene.test.campus.database.write { connection in
            _ = try connection.execute("UPDATE person SET left_at = NULL WHERE id = \(id)")
        }
        scene.test.clock.advance(seconds: 1)
        #expect(try await scene.get(path).status == .gone)
        #expect(try await scene.get("/l/cml_made-up/files/card.html").status == .gone)
    }

    @Test(arguments: [
        ("bytes=0-4", 206, "files", "bytes 0-4/15"), ("bytes=6-", 206, "card.html", "bytes 6-14/15"),
        ("bytes=-4", 206, "html", "bytes 11-14/15"), ("bytes=0-999", 206, "files/card.html", "bytes 0-14/15"),
        ("bytes=-999", 206, "files/card.html", "bytes 0-14/15"), ("bytes=15-", 416, "", "bytes */15"),
        ("bytes=-0", 416, "", "bytes */15"), ("bytes=4-1", 200, "files/card.html", nil),
        ("bytes=0-1,3-4", 200, "files/card.html", nil), ("lines=1-2", 200, "files/card.html", nil),
        ("bytes=a-b", 200, "files/card.html", nil), ("bytes=-", 200, "files/card.html", nil),
    ])
    func `parts of a file`(_ sample: (range: String, status: Int, text: String, says: String?)) async throws {
        let scene = try await Scene()
        let answer = try await scene.get(try await scene.open(), [.range: sample.range])
        #expect(answer.status.code == sample.status)
        #expect(answer.text == sample.text)
        #expect(answer.headers[.contentRange] == sample.says)
        #expect(answer.headers[.contentLength] == "\(sample.text.utf8.count)")
    }

    @Test func `what a browser has already is not sent again`() async throws {
        let scene = try await Scene()
        let path = try await scene.open()
        let first = try await scene.get(path)
        let etag = try #require(first.headers[.eTag])
        #expect(etag.count == 66)
        let again = try await scene.get(path, [.ifNoneMatch: "\"x\", \(etag)"])
        #expect(again.status == .notModified)
        #expect(again.body.isEmpty)
        #expect(try await scene.get(path, [.range: "bytes=0-1", .ifRange: etag]).text == "fi")
        #expect(try await scene.get(path, [.range: "bytes=0-1", .ifRange: "\"old\""]).text == "files/card.html")
        let head = try await scene.get(path, method: .head)
        #expect(head.body.isEmpty)
        #expect(head.headers[.contentLength] == "15")
    }

    @Test func `a large file comes whole, and its parts where they belong`() async throws {
        let bytes = (0..<1_000_003).map { UInt8(truncatingIfNeeded: $0 &* 31 >> 3) }
        let scene = try await Scene(files: ["files/film.mp4": bytes])
        let path = try await scene.open(path: "files/film.mp4")
        let whole = try await scene.get(path)
        #expect(whole.headers[.contentType] == "video/mp4")
        #expect(Array(whole.body) == bytes)
        let part = try await scene.get(path, [.range: "bytes=262000-800000"])
        #expect(Array(part.body) == Array(bytes[262_000...800_000]))
    }

    @Test func `an empty file is a file`() async throws {
        let scene = try await Scene(files: ["files/empty.txt": []])
        let answer = try await scene.get(try await scene.open(path: "files/empty.txt"))
        #expect(answer.status == .ok)
        #expect(answer.body.isEmpty)
    }

    @Test(arguments: ["files/a b#c?d%25.html", "ünïcode/日本.txt", "files/a+b&c=d.js"])
    func `names that addresses must write otherwise are found`(path: String) async throws {
        let scene = try await Scene(files: [path: Array("here".utf8)])
        #expect(try await scene.get(try await scene.open(path: path)).text == "here")
    }

    @Test func `Markdown is shown as a page whose links work`() async throws {
        let text = "# Notes\n\nSee the [card](card.html), ![plan](plan.png).\n\n<script>alert(1)</script>"
        let scene = try await Scene(files: ["files/notes.md": Array(text.utf8)])
        let path = try await scene.open(path: "files/notes.md")
        let page = try await scene.get(path)
        #expect(page.headers[.contentType] == "text/html; charset=utf-8")
        #expect(page.text.contains("<h1>Notes</h1>"))
        #expect(page.text.contains("<base href=\"\(path.replacing("files/notes.md", with: ""))\">"))
        #expect(page.text.contains("href=\"files/card.html\""))
        #expect(!page.text.contains("<script>"))
    }

    @Test func `nobody opens what is not theirs`() async throws {
        let boss = Role.manager
        let scene = try await Scene()
        let stranger = try await scene.test.person("Sue", roles: [boss])
        let trainer = try await scene.test.person("Tom", roles: [.trainer])
        let admin = try await scene.test.person("Ada", roles: [.admin])
        let mine: [String: JSONValue] = ["enrollment_id": .string("\(scene.enrollment)"), "activity": "card"]
        let preview: [String: JSONValue] = ["version_id": .string("\(scene.version)"), "activity": "card"]
        #expect(try await scene.launch(mine, token: stranger.token).status == .notFound)
        #expect(try await scene.launch(mine, token: admin.token).status == .forbidden)
        #expect(try await scene.launch(preview, token: trainer.token).status == .created)
        #expect(try await scene.launch(preview).status == .forbidden)
        #expect(try await scene.launch(mine.merging(preview) { $1 }).json["code"] == "required")
    }

    @Test(arguments: Backend.allCases)
    func `the file of a locked activity stays closed whichever way it is asked for`(backend: Backend) async throws {
        let scene = try await Scene(backend, files: ["files/later.html": Array("later".utf8)]) { draft in
            draft.modules[1].steps += [
                Step(key: "later", kind: .file, title: "Later", href: "files/later.html", requires: ["reasons"]),
                Step(key: "later2", kind: .file, title: "Again", href: "files/both.html", requires: ["reasons"]),
                Step(key: "now", kind: .file, title: "Now", href: "files/both.html"),
            ]
            draft.files.append(PackagedFile(path: "files/both.html", size: 15))
        }
        let locked = try await scene.launch([
            "enrollment_id": .string("\(scene.enrollment)"), "activity": "card", "path": "files/later.html",
        ])
        #expect(locked.status == .conflict)
        #expect(locked.json["code"] == "locked")
        let later = try await scene.open().replacing("card.html", with: "later.html")
        #expect(try await scene.get(later).status == .conflict)
        #expect(try await scene.get(later.replacing("later.html", with: "both.html")).status == .ok)
        let done: JSONValue = [
            "events": [
                [
                    "id": .string(UUID().uuidString.lowercased()), "enrollment_id": .string("\(scene.enrollment)"),
                    "activity": "reasons", "verb": "completed", "occurred_at": "2026-03-02T09:00:00Z",
                ]
            ]
        ]
        let recorded = try await scene.client.send(.post, "/v1/events", token: scene.learner.token, json: done)
        #expect(recorded.status == .ok, "\(recorded.text)")
        #expect(try await scene.get(later).text == "later")
    }

    /// What is asked for, and why it cannot be had.
    private static let refused: [(fields: [String: JSONValue], status: Int, code: String)] = [
        (["activity": "kickoff"], 409, "nothing-to-open"), (["activity": "none"], 404, "not-found"),
        (["activity": "card", "path": "curriculum.xml"], 404, "not-found"),
        (["activity": "card", "path": "../card.html"], 404, "not-found"),
        (["activity": "card", "occurrence": 2], 422, "out-of-range"), (["activity": "web"], 409, "is-a-link"),
        (["activity": "lost"], 409, "unavailable"), (["activity": "later"], 409, "locked"),
    ]

    @Test(arguments: refused)
    func `what cannot be opened says why`(
        _ sample: (fields: [String: JSONValue], status: Int, code: String)
    ) async throws {
        let scene = try await Scene { draft in
            draft.modules[1].steps += [
                Step(key: "web", kind: .link, title: "Web", href: "https://example.org/"),
                Step(key: "lost", kind: .file, title: "Lost", href: "files/lost.pdf", unavailable: "It is missing."),
                Step(key: "later", kind: .file, title: "Later", href: "files/card.html", requires: ["reasons"]),
            ]
        }
        let answer = try await scene.launch(
            sample.fields.merging(["enrollment_id": .string("\(scene.enrollment)")]) { $1 })
        #expect(answer.status.code == sample.status)
        #expect(answer.json["code"] == .string(sample.code))
        if sample.code == "locked" {
            #expect(answer.json["detail"].text?.contains("Three kinds of reasons") == true)
        }
    }
}
