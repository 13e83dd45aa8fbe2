import HTTPTypes
import Learning
import TestKit
import Testing

@testable import WebAPI

@Suite struct CoursesTests {
    private func keys(_ answer: Client.Answer) -> [String] { answer.json["data"].items.compactMap { $0["key"].text } }

    @Test(arguments: Backend.allCases)
    func `who is asked decides which courses there are`(backend: Backend) async throws {
        let test = try await TestCampus(backend)
        let client = Client(test)
        let boss = try await test.person("Bea")
        let rep = try await test.person("Rob", manager: boss.person)
        let stranger = try await test.person("Sue")
        let trainer = try await test.person("Tom", roles: [.trainer])
        let leader = try await test.person("Liz", roles: [.leader])
        let admin = try await test.person("Ada", roles: [.admin])
        let own = try await test.publish(.sample(key: "own"))
        try await test.publish(.sample(key: "other"))
        let open = try await test.publish(.sample(key: "open"))
        try await test.place(rep.person, in: own)
        let etag = try await client.send(.get, "/v1/courses/\(open.course)", token: trainer.token).headers[.eTag] ?? ""
        let opened = try await client.send(
            .patch, "/v1/courses/\(open.course)", token: trainer.token, json: ["open": true], headers: [.ifMatch: etag])
        #expect(opened.json["open"] == true)
        for (token, sees) in [
            (rep.token, ["open", "own"]), (boss.token, ["open", "own"]), (stranger.token, ["open"]),
            (trainer.token, ["open", "other", "own"]), (leader.token, ["open", "other", "own"]),
            (admin.token, ["open", "other", "own"]),
        ] {
            let list = try await client.send(.get, "/v1/courses", token: token)
            #expect(keys(list).sorted() == sees)
            let shown = try await client.send(.get, "/v1/courses/\(own.course)", token: token)
            #expect(shown.status == (sees.contains("own") ? .ok : .notFound))
            let activity = try await client.send(
                .get, "/v1/courses/\(own.course)/activities/reasons", token: token)
            #expect(activity.status == (sees.contains("own") ? .ok : .notFound))
        }
        let rows = try await client.send(.get, "/v1/courses", token: rep.token).json["data"].items
        #expect(rows.map { $0["enrolled"] }.filter { $0 == true }.count == 1)
    }

    @Test(arguments: Backend.allCases)
    func `courses are listed by title, page by page`(backend: Backend) async throws {
        let test = try await TestCampus(backend)
        let client = Client(test)
        let trainer = try await test.person("Tom", roles: [.trainer])
        for title in ["ångström", "Zebra", "apple", "Apple", "beta"] {
            var draft = CourseDraft.sample(key: title)
            draft.title = title
            try await test.publish(draft)
        }
        var titles: [String] = []
        var path = "/v1/courses?limit=2"
        while true {
            let page = try await client.send(.get, path, token: trainer.token).json
            titles += page["data"].items.compactMap { $0["title"].text }
            guard let next = page["next"].text else { break }
            path = "/v1/courses?limit=2&cursor=\(next)"
        }
        #expect(titles.map(SortKey.make) == ["angstrom", "apple", "apple", "beta", "zebra"])
    }

    @Test(arguments: Backend.allCases)
    func `people under way are shown their own version, others the newest`(backend: Backend) async throws {
        let test = try await TestCampus(backend)
        let client = Client(test)
        let rep = try await test.person("Rob")
        let trainer = try await test.person("Tom", roles: [.trainer])
        let first = try await test.publish(.sample(label: "1"))
        try await test.place(rep.person, in: first)
        var draft = CourseDraft.sample(label: "2")
        draft.modules[0].steps[1].text = "Something new."
        let second = try await test.publish(draft)
        for (token, label) in [(rep.token, "1"), (trainer.token, "2")] {
            let course = try await client.send(.get, "/v1/courses/\(first.course)", token: token).json
            #expect(course["version"]["label"] == .string(label))
            #expect(course["version_label"] == "2")
            let lesson = try await client.send(
                .get, "/v1/courses/\(first.course)/activities/reasons", token: token
            ).json
            #expect(lesson["html"].text?.contains("new") == (label == "2"))
        }
        let versions = try await client.send(.get, "/v1/courses/\(first.course)/versions", token: trainer.token).json
        #expect(versions["data"].items.map { $0["number"] } == [2, 1])
        let older = try await client.send(
            .get, "/v1/courses/\(first.course)?version=\(first.version)", token: trainer.token
        ).json
        #expect(older["version"]["id"] == .string("\(first.version)"))
        let foreign = try await test.publish(.sample(key: "other"))
        let wrong = try await client.send(
            .get, "/v1/courses/\(first.course)?version=\(foreign.version)", token: trainer.token)
        #expect(wrong.status == .notFound)
        #expect(second.course == first.course)
    }

    @Test func `a version that is nobody's in the team cannot be asked for`() async throws {
        let test = try await TestCampus()
        let client = Client(test)
        let rep = try await test.person("Rob")
        let first = try await test.publish(.sample(label: "1"))
        let second = try await test.publish(.sample(label: "2"))
        try await test.place(rep.person, in: second)
        let old = try await client.send(
            .get, "/v1/courses/\(first.course)?version=\(first.version)", token: rep.token)
        #expect(old.status == .notFound)
        let versions = try await client.send(.get, "/v1/courses/\(first.course)/versions", token: rep.token).json
        #expect(versions["data"].items.map { $0["number"] } == [2])
    }

    @Test func `what an author writes becomes safe HTML`() async throws {
        let test = try await TestCampus()
        let client = Client(test)
        let trainer = try await test.person("Tom", roles: [.trainer])
        let (course, _) = try await test.publish(.sample())
        let shown = try await client.send(.get, "/v1/courses/\(course)", token: trainer.token).json
        #expect(shown["why"]["html"] == "<p>Deals end in <strong>no decision</strong>.</p>\n")
        #expect(shown["modules"][0]["activities"][1]["minutes"] == 12)
        let lesson = try await client.send(
            .get, "/v1/courses/\(course)/activities/reasons", token: trainer.token
        ).json
        #expect(lesson["html"].text?.contains("<em>hurts</em>") == true)
        #expect(lesson["html"].text?.contains("<script>") == false)
    }

    @Test func `a quiz tells how many questions it has, and none of their keys`() async throws {
        let test = try await TestCampus()
        let client = Client(test)
        let trainer = try await test.person("Tom", roles: [.trainer])
        let (course, _) = try await test.publish(.sample())
        let quiz = try await client.send(.get, "/v1/courses/\(course)/activities/check", token: trainer.token)
        #expect(quiz.json["questions"] == 2)
        #expect(!quiz.text.contains("It hurts"))
    }

    @Test func `a key with a slash is one part of the address`() async throws {
        let test = try await TestCampus()
        let client = Client(test)
        let trainer = try await test.person("Tom", roles: [.trainer])
        var draft = CourseDraft.sample()
        draft.modules[0].steps[0].key = "vendor/ITEM 1"
        let (course, _) = try await test.publish(draft)
        let answer = try await client.send(
            .get, "/v1/courses/\(course)/activities/vendor%2FITEM%201", token: trainer.token)
        #expect(answer.json["key"] == "vendor/ITEM 1")
    }

    @Test(arguments: Backend.allCases)
    func `the attendance code is for those who host, and differs by date`(backend: Backend) async throws {
        let test = try await TestCampus(backend)
        let client = Client(test)
        let boss = try await test.person("Bea", roles: [.manager])
        let rep = try await test.person("Rob", manager: boss.person)
        let trainer = try await test.person("Tom", roles: [.trainer])
        var draft = CourseDraft.sample()
        draft.modules[0].steps[0].schedule.times = 3
        let (course, version) = try await test.publish(draft)
        try await test.place(rep.person, in: (course, version))
        func code(_ token: String, _ query: String = "", activity: String = "kickoff") async throws -> JSONValue {
            try await client.send(.get, "/v1/courses/\(course)/activities/\(activity)\(query)", token: token)
                .json["attendance_code"]
        }
        let first = try #require(try await code(trainer.token).text)
        #expect(first.count == 6)
        #expect(try await code(boss.token) == .string(first))
        #expect(try await code(rep.token) == .null)
        #expect(try await code(trainer.token, "?occurrence=2") != .string(first))
        #expect(try await code(trainer.token, activity: "reasons") == .null)
        let late = try await client.send(
            .get, "/v1/courses/\(course)/activities/kickoff?occurrence=4", token: trainer.token)
        #expect(late.status == .unprocessableContent)
    }

    @Test(arguments: Backend.allCases)
    func `a course is changed by who knows its newest state`(backend: Backend) async throws {
        let test = try await TestCampus(backend)
        let client = Client(test)
        let trainer = try await test.person("Tom", roles: [.trainer])
        let learner = try await test.person("Lea")
        let (course, _) = try await test.publish(.sample())
        let path = "/v1/courses/\(course)"
        let missing = try await client.send(.patch, path, token: trainer.token, json: ["open": true])
        #expect(missing.status == .preconditionRequired)
        let stale = try await client.send(
            .patch, path, token: trainer.token, json: ["open": true], headers: [.ifMatch: "\"9\""])
        #expect(stale.status == .preconditionFailed)
        let unknown = try await client.send(
            .patch, path, token: trainer.token, json: ["opened": true], headers: [.ifMatch: "\"1\""])
        #expect(unknown.json["errors"][0]["pointer"] == "/opened")
        let admin = try await test.person("Ada", roles: [.admin]).token
        let taken = try await client.send(
            .patch, path, token: trainer.token, json: ["owner_id": .string("\(trainer.person.id)")],
            headers: [.ifMatch: "\"1\""])
        #expect(taken.status == .forbidden)
        let nobody = try await client.send(
            .patch, path, token: admin, json: ["owner_id": .string("\(learner.person.id)")],
            headers: [.ifMatch: "\"1\""])
        #expect(nobody.json["code"] == "not-a-trainer")
        let owned = try await client.send(
            .patch, path, token: admin, json: ["owner_id": .string("\(trainer.person.id)")],
            headers: [.ifMatch: "\"1\""])
        #expect(owned.json["owner_id"] == .string("\(trainer.person.id)"))
        #expect(owned.headers[.eTag] == "\"2\"")
        let freed = try await client.send(
            .patch, path, token: trainer.token, json: ["owner_id": .null], headers: [.ifMatch: "\"2\""])
        #expect(freed.json["owner_id"] == .null)
        let refused = try await client.send(
            .patch, path, token: learner.token, json: ["open": true], headers: [.ifMatch: "\"3\""])
        #expect(refused.status == .forbidden)
    }
}
