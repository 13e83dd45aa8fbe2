import Campus
import Foundation
import Learning
import TestKit

@testable import WebAPI

extension RightsRow {
    static let feedback = [
        RightsRow(.get, "/v1/feedback", everybody: "200"),
        // On a course that the subject is in.
        RightsRow(
            .post, "/v1/feedback", learner: "201 422 422", manager: "201 201 422", trainer: "201", leader: "201",
            admin: "201"
        ) { wanted in
            let made = try await wanted.stage.test.publish(.sample(key: UUID().uuidString))
            try await wanted.stage.test.place(wanted.subject.person, in: made)
            return Request(json: ["course_id": .string("\(made.course)"), "rating": 4])
        },
        RightsRow(
            .get, "/v1/feedback/{id}", learner: "200 404 404", manager: "200 404 404", trainer: "200",
            leader: "200 404 404", admin: "200"
        ) { Request(path: "/v1/feedback/\(try await $0.stage.feedback(by: $0.subject))") },
        RightsRow(
            .patch, "/v1/feedback/{id}", learner: "403", manager: "403", trainer: "200", leader: "403", admin: "200"
        ) { wanted in
            Request(
                path: "/v1/feedback/\(try await wanted.stage.feedback(by: wanted.subject))",
                json: ["outcome": "answered", "outcome_text": "Thank you."], headers: [.ifMatch: "\"1\""])
        },
        RightsRow(
            .get, "/v1/reports/feedback", learner: "403", manager: "200 200 404", trainer: "200", leader: "200",
            admin: "200"
        ) { Request(path: "/v1/reports/feedback?team=\($0.subject.id)") },
    ]
}

extension Stage {
    /// Feedback on an open course.
    func feedback(by member: Member) async throws -> Identifier<Feedback> {
        let course = try await test.publish(.sample(key: UUID().uuidString)).course
        try await test.setOpen(true, course)
        return try await test.campus.giveFeedback(
            FeedbackDraft(courseID: course, activity: "reasons", rating: 2, words: "Too long."), .token(member.token)
        ).feedback.id
    }
}
