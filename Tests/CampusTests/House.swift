import Campus
import Learning
import TestKit

/// A campus with a course, its trainer, and a learner who is enrolled in it or not yet.
struct House {
    let test: TestCampus
    let course: Identifier<Course>
    let trainer: Access
    let learner: Access
    let person: Person

    init(_ backend: Backend = .standard, isEnrolled: Bool = false) async throws {
        test = try await TestCampus(backend)
        course = try await test.publish(.sample()).course
        trainer = .token(try await test.person("Tia", roles: [.trainer]).token)
        let (person, token) = try await test.person("Lea")
        self.person = person
        learner = .token(token)
        if isEnrolled { try await test.enrollDirectly(person, in: course) }
    }

    /// The titles of what a search finds, best first.
    func titles(_ words: String, _ access: Access) async throws -> [String] {
        try await test.campus.search(SearchRequest(words), access).hits.map(\.title)
    }
}
