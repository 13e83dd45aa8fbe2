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
            .get, "/v1/answers/export", learner: "403", manager: "403", trainer: "200", leader: "403", admin: "200"
        ) { _ in
            Request(path: "/v1/answers/export?format=json")
        },
        RightsRow(
            .patch, "/v1/answers/{id}", learner: "403", manager: "403", trainer: "200", leader: "403", admin: "200"
        ) { wanted in
            Request(
                path: "/v1/answers/\(try await wanted.stage.answer().id)", json: ["text": "Go."],
                headers: [.ifMatch: "\"1\""])
        },
        RightsRow(
            .get, "/v1/answers/{id}/phrasings", learner: "403", manager: "403", trainer: "200", leader: "403",
            admin: "200"
        ) { wanted in
            Request(path: "/v1/answers/\(try await wanted.stage.answer(inCourse: true).id)/phrasings")
        },
        RightsRow(
            .delete, "/v1/answers/{id}/phrasings/{phrasing}", learner: "403", manager: "403", trainer: "204",
            leader: "403", admin: "204"
        ) { wanted in
            let (answer, phrasing) = try await wanted.stage.phrasing()
            return Request(path: "/v1/answers/\(answer)/phrasings/\(phrasing)")
        },
        RightsRow(
            .get, "/v1/synonyms", learner: "403", manager: "403", trainer: "200", leader: "403", admin: "200"),
        RightsRow(
            .put, "/v1/synonyms", learner: "403", manager: "403", trainer: "200", leader: "403", admin: "200"
        ) { wanted in
            let campus = wanted.stage.test.campus
            var synonyms = try await campus.synonyms(.operator)
            synonyms.groups = [["fee", "toll"]]
            synonyms = try await campus.replaceSynonyms(synonyms, .operator)
            return Request(
                json: ["groups": [["terms": ["price", "tariff"]]]],
                headers: [.ifMatch: "\"\(synonyms.revision)\""])
        },
        RightsRow(.get, "/v1/questions", everybody: "200"),
        RightsRow(.post, "/v1/questions", everybody: "201") { _ in Request(json: ["text": "What now?"]) },
        RightsRow(
            .get, "/v1/questions/{id}", learner: "200 404 404", manager: "200 404 404", trainer: "200",
            leader: "200 404 404", admin: "200"
        ) { wanted in
            Request(path: "/v1/questions/\(try await wanted.stage.question(of: wanted.subject))")
        },
        RightsRow(.get, "/v1/questions/similar", everybody: "200") { _ in
            Request(path: "/v1/questions/similar?words=too+dear")
        },
        // One that colleagues may answer; nobody waits for the answer to their own.
        RightsRow(
            .put, "/v1/questions/{id}/follower", learner: "409 200 200", manager: "409 404 200", trainer: "409 200 200",
            leader: "409 200 200", admin: "409 200 200"
        ) { wanted in
            Request(
                path: "/v1/questions/\(try await wanted.stage.question(of: wanted.subject, isShared: true))/follower")
        },
        RightsRow(
            .delete, "/v1/questions/{id}/follower", learner: "204", manager: "204 404 204", trainer: "204",
            leader: "204", admin: "204"
        ) { wanted in
            Request(
                path: "/v1/questions/\(try await wanted.stage.question(of: wanted.subject, isShared: true))/follower")
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
            .get, "/v1/questions/{id}/proposals", learner: "200 404 404", manager: "200 404 404", trainer: "200",
            leader: "200 404 404", admin: "200"
        ) { wanted in
            Request(path: "/v1/questions/\(try await wanted.stage.question(of: wanted.subject))/proposals")
        },
        RightsRow(.get, "/v1/proposals", everybody: "200"),
        // One that colleagues may answer: managers do not see what is asked below them.
        RightsRow(
            .post, "/v1/questions/{id}/proposals", learner: "201", manager: "201 404 201", trainer: "201",
            leader: "201", admin: "201"
        ) { wanted in
            Request(
                path: "/v1/questions/\(try await wanted.stage.question(of: wanted.subject, isShared: true))/proposals",
                json: ["text": "Wait."])
        },
        RightsRow(
            .post, "/v1/questions/{id}/acceptance", learner: "201 404 404", manager: "201 404 404", trainer: "201",
            leader: "201 404 404", admin: "201"
        ) { wanted in
            let id = try await wanted.stage.question(of: wanted.subject)
            let proposal = try await wanted.stage.proposal(to: id)
            return Request(path: "/v1/questions/\(id)/acceptance", json: ["proposal_id": .string("\(proposal)")])
        },
        RightsRow(
            .post, "/v1/questions/{id}/reopening", learner: "201 404 404", manager: "201 404 404", trainer: "201",
            leader: "201 404 404", admin: "201"
        ) { wanted in
            let id = try await wanted.stage.question(of: wanted.subject)
            _ = try await wanted.stage.test.campus.answer(id, with: QuestionReply("Wait."), .operator)
            return Request(path: "/v1/questions/\(id)/reopening", json: ["reason": "I waited."])
        },
        RightsRow(
            .post, "/v1/answers/{id}/verification", learner: "403", manager: "403", trainer: "200", leader: "403",
            admin: "200"
        ) { wanted in
            Request(
                path: "/v1/answers/\(try await wanted.stage.answer().id)/verification", json: [:],
                headers: [.ifMatch: "\"1\""])
        },
        RightsRow(
            .get, "/v1/answers/{id}/revisions", learner: "403", manager: "403", trainer: "200", leader: "403",
            admin: "200"
        ) { wanted in
            Request(path: "/v1/answers/\(try await wanted.stage.answer().id)/revisions")
        },
        RightsRow(
            .post, "/v1/answers/{id}/restoration", learner: "403", manager: "403", trainer: "201", leader: "403",
            admin: "201"
        ) { wanted in
            Request(
                path: "/v1/answers/\(try await wanted.stage.answer().id)/restoration", json: ["revision": 1],
                headers: [.ifMatch: "\"1\""])
        },
        RightsRow(
            .get, "/v1/answers/{id}/duplicates", learner: "403", manager: "403", trainer: "200", leader: "403",
            admin: "200"
        ) { wanted in
            Request(path: "/v1/answers/\(try await wanted.stage.answer().id)/duplicates")
        },
        RightsRow(
            .get, "/v1/answers/{id}/merger", learner: "403", manager: "403", trainer: "200", leader: "403",
            admin: "200"
        ) { wanted in
            let other = try await wanted.stage.answer(inCourse: true).id
            return Request(path: "/v1/answers/\(try await wanted.stage.answer().id)/merger?with=\(other)")
        },
        RightsRow(
            .post, "/v1/answers/{id}/merger", learner: "403", manager: "403", trainer: "201", leader: "403",
            admin: "201"
        ) { wanted in
            let other = try await wanted.stage.answer(inCourse: true).id
            return Request(
                path: "/v1/answers/\(try await wanted.stage.answer().id)/merger",
                json: ["answer_id": .string("\(other)"), "revision": 1], headers: [.ifMatch: "\"1\""])
        },
        RightsRow(
            .get, "/v1/reports/unanswered", learner: "403", manager: "403", trainer: "200", leader: "403",
            admin: "200"),
        RightsRow(
            .get, "/v1/reports/stuck-points", learner: "403", manager: "403", trainer: "200", leader: "403",
            admin: "200"),
        RightsRow(
            .get, "/v1/reports/misleading", learner: "403", manager: "403", trainer: "200", leader: "403",
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
    func question(of asker: Member, isShared: Bool = false) async throws -> Identifier<Question> {
        try await test.campus.ask(QuestionDraft("What now?", isShared: isShared), .token(asker.token)).question.id
    }

    /// An answer that was proposed to a question.
    func proposal(to question: Identifier<Question>) async throws -> Identifier<Proposal> {
        try await test.campus.propose("Wait *here*.", to: question, .token(member(.trainer).token)).proposal.id
    }

    /// A notice in somebody's inbox.
    func notice(of person: Member) async throws -> Identifier<Notice> {
        _ = try await test.campus.answer(
            try await question(of: person), with: QuestionReply("Wait."), .token(member(.trainer).token))
        return try await test.campus.notices(unreadOnly: true, page: Page(limit: 1), .token(person.token))[0].id
    }

    /// What was learned for an answer from two people.
    func phrasing() async throws -> (answer: Identifier<Answer>, id: Identifier<LearnedPhrasing>) {
        let answer = try await answer().id
        for person in [deep, stranger] {
            let access = Access.token(person.token)
            let found = try await test.campus.search(SearchRequest("stuck completely, \(person.person.name)"), access)
            if let id = found.id { try await test.campus.recordOutcome(.helped, of: id, helpedBy: answer, access) }
        }
        let learned = try await test.campus.learnedPhrasings(
            of: answer, page: Page(limit: 1), .token(member(.trainer).token))
        return (answer, learned[0].id)
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
