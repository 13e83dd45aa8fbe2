import Foundation
import HTTPTypes
import Learning
import TestKit
import Testing

@testable import Campus
@testable import WebAPI

extension Scenario {
    static let reports = progressReports + searchReports

    private static let progressReports = [
        Scenario("a manager sees what waits for them", .get, "/v1/witnessing", as: .manager, status: 200) { stage in
            let enrollment = try await inCourse(stage, .learner)
            _ = try await stage.test.campus.record(
                [.made(.submitted, "calls", in: enrollment, data: EventData(text: "I asked."))],
                .token(stage.member(.learner).token))
            stage.test.clock.advance(seconds: 14 * 86_400)
            return Request(path: "/v1/witnessing?limit=1")
        } check: { answer, stage in
            let practice = answer.json["data"][0]
            #expect(practice["person_name"] == "Lea Learner")
            #expect(practice["evidence"] == "I asked.")
            #expect(practice["submitted_at"] == "2026-03-02T09:00:00.000Z")
            let next = try #require(answer.json["next"].text)
            let rest = try await stage.client.send(
                .get, "/v1/witnessing?cursor=\(next)", token: stage.member(.manager).token)
            #expect(rest.json["data"].items.map { $0["kind"] } == ["coaching"])
            #expect(rest.json["data"][0]["due_on"] == "2026-03-16")
            #expect(rest.json["has_more"] == false)
        },
        Scenario(
            "a cursor of another list", .get, "/v1/witnessing", as: .manager, status: 422, code: "bad-cursor"
        ) { _ in Request(path: "/v1/witnessing?cursor=\(Cursor.encode(list: "events", ["a", "b", "c", "1"]))") },
        Scenario("a manager reads how far their people are", .get, "/v1/reports/completion", as: .manager, status: 200)
        {
            stage in
            let enrollment = try await inCourse(stage, .learner)
            try await inCourse(stage, .admin)
            _ = try await stage.test.campus.record(
                [.made(.completed, "reasons", in: enrollment)], .token(stage.member(.learner).token))
            return Request(path: "/v1/reports/completion?by=person")
        } check: { answer, stage in
            let rows = answer.json["rows"].items
            #expect(rows.count == 1)
            #expect(rows.first?["person_name"] == "Lea Learner")
            #expect(rows.first?["team_id"] == .null)
            #expect(rows.first?["started"] == 1)
            #expect(rows.first?["done"] == 1)
            #expect(rows.first?["required"] == 14)
        },
        Scenario("a manager reads who is held up", .get, "/v1/reports/held-up", as: .manager, status: 200) { stage in
            let made = try await stage.test.publish(.sample())
            try await stage.test.enroll(stage.deep.person, in: made.course)
            try await stage.test.enroll(stage.lead.person, in: made.course)
            stage.test.clock.advance(seconds: 40 * 86_400)
            return Request()
        } check: { answer, stage in
            let rows = answer.json["rows"].items
            #expect(rows.map { $0["person_id"] } == [.string("\(stage.lead.id)")])
            #expect(rows.first?["offer"].text != nil)
        },
        Scenario("a leader reads numbers of all", .get, "/v1/reports/completion", as: .leader, status: 200) { stage in
            let made = try await stage.test.publish(.sample())
            for actor in Stage.Actor.allCases {
                try await stage.test.enroll(stage.member(actor).person, in: made.course)
            }
            for person in [stage.deep, stage.stranger] {
                try await stage.test.enroll(person.person, in: made.course)
            }
            return Request(path: "/v1/reports/completion?by=module&course=\(made.course)")
        } check: { answer, _ in
            #expect(answer.json["rows"].items.map { $0["module_key"] } == ["break", "try", "corner"])
            #expect(answer.json["rows"].items.map { $0["enrolled"] } == [7, 7, 7])
            #expect(answer.json["rows"].items.allSatisfy { $0["person_name"] == .null })
        },
        Scenario("nobody is enrolled", .get, "/v1/reports/completion", as: .admin, status: 200) { stage in
            _ = try await stage.test.publish(.sample())
            return Request()
        } check: { answer, _ in
            #expect(answer.json == ["rows": []])
        },
        Scenario("a table for a spreadsheet", .get, "/v1/reports/completion", as: .admin, status: 200) { stage in
            let made = try await stage.test.publish(.sample())
            let (person, _) = try await stage.test.person("=cmd|' /C calc'!A0")
            try await stage.test.enroll(person, in: made.course)
            return Request(path: "/v1/reports/completion?by=person&format=csv")
        } check: { answer, _ in
            #expect(answer.headers[.contentType] == "text/csv; charset=utf-8")
            #expect(answer.headers[.contentDisposition] == "attachment; filename=\"completion-by-person.csv\"")
            let table = try CSVTable(answer.text)
            #expect(table.columns.prefix(2) == ["person_id", "person_name"])
            #expect(answer.text.contains(",'=cmd|' /C calc'!A0,"))
            #expect(table.rows.map { $0["person_name"] } == ["=cmd|' /C calc'!A0"])
            #expect(table.rows.allSatisfy { $0.fault == nil })
        },
        Scenario(
            "a table that is refused is a problem", .get, "/v1/reports/completion", as: .learner, status: 403,
            code: "not-allowed"
        ) { _ in Request(path: "/v1/reports/completion?format=csv") },
        Scenario(
            "a grouping that is none", .get, "/v1/reports/completion", as: .admin, status: 422, code: "unknown-value"
        ) { _ in Request(path: "/v1/reports/completion?by=country") },
        Scenario(
            "a course that a manager may not see", .get, "/v1/reports/completion", as: .manager, status: 404,
            code: "not-found"
        ) { stage in
            Request(path: "/v1/reports/completion?course=\(try await stage.test.publish(.sample()).course)")
        },
    ]

    @discardableResult
    private static func inCourse(_ stage: Stage, _ actor: Stage.Actor) async throws -> Identifier<Enrollment> {
        try await stage.test.enroll(stage.member(actor).person, in: try await stage.test.publish(.sample()).course)
    }

    private static let searchReports = [
        Scenario("what was not found, without names", .get, "/v1/reports/unanswered", as: .trainer, status: 200) {
            stage in
            _ = try await stage.test.campus.search(SearchRequest("too dear"), .token(stage.deep.token))
            await stage.test.campus.tendSearch()
            return Request(path: "/v1/reports/unanswered?days=7")
        } check: { answer, stage in
            #expect(answer.json["rows"].items.map { $0["words"] } == ["too dear"])
            #expect(answer.json["rows"][0]["people"] == 1)
            #expect(!answer.text.contains(stage.deep.id.text))
        },
        Scenario(
            "which steps send five people searching", .get, "/v1/reports/stuck-points", as: .trainer, status: 200
        ) { stage in
            let course = try await stage.test.publish(.sample()).course
            try await stage.test.setOpen(true, course)
            for number in 0..<5 {
                let access = Access.token(try await stage.test.person("Rep \(number)").token)
                _ = try await stage.test.campus.search(
                    SearchRequest("price", courseID: course, activity: "reasons"), access)
            }
            await stage.test.campus.tendSearch()
            return Request(path: "/v1/reports/stuck-points?days=7")
        } check: { answer, _ in
            #expect(answer.json["rows"].items.map { $0["activity"] } == ["reasons"])
            #expect(answer.json["rows"][0]["people"] == 5)
        },
        Scenario(
            "which answers do not help five people", .get, "/v1/reports/misleading", as: .trainer, status: 200
        ) { stage in
            let id = try await stage.answer().id
            for number in 0..<5 {
                let access = Access.token(try await stage.test.person("Rep \(number)").token)
                let found = try await stage.test.campus.search(SearchRequest("what now"), access)
                try await stage.test.campus.recordOutcome(
                    number < 2 ? .helped : .notHelped, of: try #require(found.id), helpedBy: id, access)
            }
            return Request(path: "/v1/reports/misleading")
        } check: { answer, _ in
            #expect(answer.json["rows"].items.map { $0["question"] } == ["What now?"])
            #expect(answer.json["rows"][0]["not_helped"] == 3)
        },
        Scenario("of a year and more", .get, "/v1/reports/misleading", as: .trainer, status: 422, code: "out-of-range")
        {
            _ in
            Request(path: "/v1/reports/misleading?days=367")
        },
    ]
}
