import HTTPTypes
import Learning
import TestKit
import Testing

@testable import WebAPI

extension Scenario {
    static let feedback = [
        Scenario("a learner rates a lesson", .post, "/v1/feedback", as: .learner, status: 201) { stage in
            let course = try await stage.test.publish(.sample()).course
            try await stage.test.setOpen(true, course)
            return Request(
                json: [
                    "course_id": .string("\(course)"), "activity": "reasons", "rating": 4,
                    "words": "It helped on my first call.",
                ])
        } check: { answer, _ in
            #expect(answer.headers[.location] == "/v1/feedback/\(answer.json["id"].text ?? "")")
            #expect(answer.headers[.eTag] == "\"1\"")
            #expect(answer.json["activity_title"] == "Three kinds of reasons")
            #expect(answer.json["mine"] == true)
            #expect(answer.json["outcome"] == .null)
        },
        Scenario("nothing said", .post, "/v1/feedback", as: .trainer, status: 422, code: "required") { stage in
            Request(json: ["course_id": .string("\(try await stage.test.publish(.sample()).course)"), "words": " "])
        },
        Scenario("a trainer reads without names", .get, "/v1/feedback", as: .trainer, status: 200) { stage in
            _ = try await stage.feedback(by: stage.member(.learner))
            return Request()
        } check: { answer, stage in
            #expect(answer.json["data"][0]["words"] == "Too long.")
            #expect(answer.json["data"][0]["mine"] == false)
            #expect(!answer.text.contains(stage.member(.learner).id.text))
            #expect(!answer.text.contains("Lea"))
        },
        Scenario("a learner looks at their own", .get, "/v1/feedback/{id}", as: .learner, status: 200) { stage in
            Request(path: "/v1/feedback/\(try await stage.feedback(by: stage.member(.learner)))")
        } check: { answer, _ in
            #expect(answer.headers[.eTag] == "\"1\"")
            #expect(answer.json["mine"] == true)
        },
        Scenario("a trainer says what came of it", .patch, "/v1/feedback/{id}", as: .trainer, status: 200) { stage in
            Request(
                path: "/v1/feedback/\(try await stage.feedback(by: stage.member(.learner)))",
                json: ["outcome": "changed", "outcome_text": "It is half as long now."], headers: [.ifMatch: "\"1\""])
        } check: { answer, _ in
            #expect(answer.json["outcome"] == "changed")
            #expect(answer.json["outcome_text"] == "It is half as long now.")
            #expect(answer.headers[.eTag] == "\"2\"")
        },
        Scenario(
            "an outcome without If-Match", .patch, "/v1/feedback/{id}", as: .trainer, status: 428,
            code: "if-match-required"
        ) { stage in
            Request(
                path: "/v1/feedback/\(try await stage.feedback(by: stage.member(.learner)))",
                json: ["outcome": "changed", "outcome_text": "Done."])
        },
        Scenario("a leader reads what groups say", .get, "/v1/reports/feedback", as: .leader, status: 200) { stage in
            let course = try await stage.test.publish(.sample()).course
            try await stage.test.setOpen(true, course)
            let crew = try await stage.test.crew(5, under: nil)
            try await stage.test.say(4, "Good", on: course, by: crew)
            try await stage.test.say(1, "Alone", on: course, activity: "reasons", by: crew.prefix(4))
            for person in try await stage.test.campus.people(PersonFilter(), page: Page(limit: 100), .operator)
            where person.name.hasPrefix("Free ") {
                let enrollment = try await stage.test.enroll(person, in: course)
                let data = EventData(text: "Fine", scores: ["belief": 3])
                _ = try await stage.test.campus.record(
                    [.made(.answered, "pulse", in: enrollment, data: data)], .person(person.id))
            }
            return Request(path: "/v1/reports/feedback?course=\(course)")
        } check: { answer, _ in
            let pulse = answer.json["pulses"][0]
            #expect(pulse["occurrence"] == 1)
            #expect(pulse["scales"][0]["average"] == 3)
            #expect(pulse["words"][0]["people"] == 5)
            let rows = answer.json["rows"].items
            #expect(rows.count == 1)
            #expect(rows.first?["people"] == 5)
            #expect(rows.first?["average"] == 4)
            #expect(rows.first?["words"].items.count == 5)
            #expect(rows.first?["activity"] == .null)
        },
        Scenario(
            "a course that a manager may not see", .get, "/v1/reports/feedback", as: .manager, status: 404,
            code: "not-found"
        ) { stage in
            Request(path: "/v1/reports/feedback?course=\(try await stage.test.publish(.sample()).course)")
        },
    ]
}
