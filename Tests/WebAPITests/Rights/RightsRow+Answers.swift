import Campus
import Learning
import TestKit

@testable import WebAPI

extension RightsRow {
    static let answers = [
        RightsRow(.get, "/v1/search", everybody: "200") { _ in Request(path: "/v1/search?q=price") },
        RightsRow(.get, "/v1/searches", everybody: "200"),
        RightsRow(
            .post, "/v1/searches/{id}/outcome", learner: "204 404 404", manager: "204 404 404",
            trainer: "204 404 404", leader: "204 404 404", admin: "204 404 404"
        ) { wanted in
            let found = try await wanted.stage.test.campus.search(
                SearchRequest("price"), .token(wanted.subject.token))
            return Request(
                path: "/v1/searches/\(found.id?.description ?? "none")/outcome", json: ["outcome": "helped"])
        },
        RightsRow(.get, "/v1/answers", everybody: "200"),
        RightsRow(
            .post, "/v1/answers", learner: "403", manager: "403", trainer: "201", leader: "403", admin: "201"
        ) { _ in
            Request(json: ["question": "What now?", "text": "Wait."])
        },
        RightsRow(
            .get, "/v1/answers/{id}", learner: "404", manager: "404", trainer: "200", leader: "200", admin: "200"
        ) { wanted in
            // Of a course that is not open, in which nobody is enrolled.
            Request(path: "/v1/answers/\(try await wanted.stage.answer(inCourse: true).id)")
        },
        RightsRow(
            .post, "/v1/answers/import", learner: "403", manager: "403", trainer: "200", leader: "403", admin: "200"
        ) { _ in
            Request(body: Array("question,text\nWhy?,Because.\n".utf8), headers: [.contentType: "text/csv"])
        },
        RightsRow(
            .patch, "/v1/answers/{id}", learner: "403", manager: "403", trainer: "200", leader: "403", admin: "200"
        ) { wanted in
            Request(
                path: "/v1/answers/\(try await wanted.stage.answer().id)", json: ["text": "Go."],
                headers: [.ifMatch: "\"1\""])
        },
        RightsRow(.get, "/v1/questions", everybody: "200"),
        RightsRow(.post, "/v1/questions", everybody: "201") { _ in Request(json: ["text": "What now?"]) },
        RightsRow(
            .get, "/v1/questions/{id}", learner: "200 404 404", manager: "200 404 404", trainer: "200",
            leader: "200 404 404", admin: "200"
        ) { wanted in
            Request(path: "/v1/questions/\(try await wanted.stage.question(of: wanted.subject))")
        },
        RightsRow(
            .post, "/v1/questions/{id}/answer", learner: "403", manager: "403", trainer: "201", leader: "403",
            admin: "201"
        ) { wanted in
            Request(
                path: "/v1/questions/\(try await wanted.stage.question(of: wanted.subject))/answer",
                json: ["text": "Wait."])
        },
        RightsRow(
            .get, "/v1/reports/unanswered", learner: "403", manager: "403", trainer: "200", leader: "403",
            admin: "200"),
        RightsRow(.get, "/v1/notices", everybody: "200"),
        RightsRow(
            .patch, "/v1/notices/{id}", learner: "200 404 404", manager: "200 404 404", trainer: "200 404 404",
            leader: "200 404 404", admin: "200 404 404"
        ) { wanted in
            Request(
                path: "/v1/notices/\(try await wanted.stage.notice(of: wanted.subject))", json: ["read": true],
                headers: [.ifMatch: "\"1\""])
        },
    ]
}

extension Stage {
    /// A question that somebody asked.
    func question(of asker: Member) async throws -> Identifier<Question> {
        try await test.campus.ask(QuestionDraft("What now?"), .token(asker.token)).question.id
    }

    /// A notice in somebody's inbox.
    func notice(of person: Member) async throws -> Identifier<Notice> {
        _ = try await test.campus.answer(
            try await question(of: person), with: QuestionReply("Wait."), .token(member(.trainer).token))
        return try await test.campus.notices(unreadOnly: true, page: Page(limit: 1), .token(person.token))[0].id
    }

    /// A published answer, of no course or of a closed one.
    func answer(inCourse: Bool = false) async throws -> Answer {
        let course = inCourse ? try await test.publish(.sample()).course : nil
        return try await test.campus.createAnswer(
            AnswerFields(
                question: "What now?", also: ["And now?"], text: "**Wait.**", tags: ["price"], courseID: course),
            .token(member(.trainer).token))
    }
}
