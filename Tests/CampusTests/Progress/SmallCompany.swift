import Campus
import Learning
import Store
import TestKit

/// A manager with two reps, one of them in a course; a trainer who owns it, another one, and an admin; and a stranger.
struct SmallCompany: Sendable {
    typealias Somebody = (person: Person, token: String)

    let test: TestCampus
    let admin, director, manager, rep, peer, trainer, otherTrainer, stranger: Somebody
    let course: Identifier<Course>
    let version: Identifier<CourseVersion>
    /// The rep's.
    let enrollment: Identifier<Enrollment>

    init(_ backend: Backend = .standard, draft: CourseDraft = .sample()) async throws {
        test = try await TestCampus(backend)
        admin = try await test.person("Ada", roles: [.admin])
        director = try await test.person("Dora")
        manager = try await test.person("Max", manager: director.person)
        rep = try await test.person("Rita", manager: manager.person)
        peer = try await test.person("Paul", manager: manager.person)
        trainer = try await test.person("Tina", roles: [.trainer])
        otherTrainer = try await test.person("Otto", roles: [.trainer])
        stranger = try await test.person("Sam", manager: otherTrainer.person)
        (course, version) = try await test.publish(draft, by: trainer.person.id)
        enrollment = try await test.enroll(rep.person, in: course)
    }

    var campus: Campus { test.campus }

    /// Sends events as one of them; the outcomes in order.
    func send(_ events: EventDraft..., as somebody: Somebody) async throws -> [EventResult.Outcome] {
        try await campus.record(events, .token(somebody.token)).map(\.outcome)
    }
}

extension EventResult.Outcome {
    /// The code of a refusal; nil when there is none.
    var code: String? {
        if case .refused(let detail) = self { detail.code } else { nil }
    }
}
