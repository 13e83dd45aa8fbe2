import Campus
import Learning
import Store
import TestKit

/// Three levels of managers and two courses, so that every count can be made by hand.
///
///     Dora ── Max ── Rita, Paul
///          └─ Mona ── Rolf        Sam (nobody's)        Tina owns "first", nobody "second"
struct BigCompany: Sendable {
    typealias Somebody = (person: Person, token: String)

    let test: TestCampus
    let dora, max, mona, rita, paul, rolf, sam, tina, lou, ada: Somebody
    let first, second: Identifier<Course>
    /// Whose enrollment in the first course is whose.
    let enrollments: [String: Identifier<Enrollment>]

    init(_ backend: Backend = .standard) async throws {
        test = try await TestCampus(backend)
        dora = try await test.person("Dora", roles: [.manager])
        max = try await test.person("Max", roles: [.manager], manager: dora.person)
        mona = try await test.person("Mona", manager: dora.person)
        rita = try await test.person("Rita", manager: max.person)
        paul = try await test.person("Paul", manager: max.person)
        rolf = try await test.person("Rolf", manager: mona.person)
        sam = try await test.person("Sam")
        tina = try await test.person("Tina", roles: [.trainer])
        lou = try await test.person("Lou", roles: [.leader])
        ada = try await test.person("Ada", roles: [.admin])
        first = try await test.publish(Self.draft("first", "A first"), by: tina.person.id).course
        second = try await test.publish(Self.draft("second", "B second")).course
        var enrollments: [String: Identifier<Enrollment>] = [:]
        for somebody in [max, rita, paul, rolf, sam] {
            enrollments[somebody.person.name] = try await test.enroll(somebody.person, in: first)
        }
        self.enrollments = enrollments
        try await test.enroll(rita.person, in: second)
        // Rita has done all, Paul one of three, Rolf has only opened something.
        try await did("Rita", rita, .made(.completed, "read", in: enrollments["Rita"]!))
        try await did("Rita", rita, .made(.completed, "link", in: enrollments["Rita"]!))
        try await did("Rita", rita, .made(.pledged, "mine", in: enrollments["Rita"]!, data: EventData(text: "I do.")))
        try await did("Paul", paul, .made(.completed, "read", in: enrollments["Paul"]!))
        try await did("Rolf", rolf, .made(.opened, "read", in: enrollments["Rolf"]!))
    }

    private func did(_ name: String, _ somebody: Somebody, _ event: EventDraft) async throws {
        let outcome = try await test.campus.record([event], .token(somebody.token))[0].outcome
        guard outcome == .recorded else { throw Refusal(.conflict, "not-recorded", "\(name): \(outcome)") }
    }

    /// Two modules: a lesson and a link; a pledge.
    static func draft(_ key: String, _ title: String) -> CourseDraft {
        CourseDraft(
            key: key, versionLabel: "1", language: "en", title: title, why: nil, benefit: nil, stop: nil,
            behaviors: [],
            modules: [
                CourseModule(
                    key: "see", kind: .training, title: "See it",
                    steps: [
                        Step(key: "read", kind: .lesson, title: "Read", text: "Read this."),
                        Step(key: "link", kind: .link, title: "Link", href: "https://example.com/"),
                    ]),
                CourseModule(
                    key: "do", kind: .development, title: "Do it",
                    steps: [Step(key: "mine", kind: .pledge, title: "My pledge")]),
            ], answers: [], files: [])
    }

    /// The whole report as lines: what it is about, then enrolled, started, completed, required, done.
    func report(
        _ request: CompletionRequest, as somebody: Somebody? = nil
    ) async throws -> [String] {
        let access = somebody.map { Access.token($0.token) } ?? .operator
        var rows: [CompletionRow] = []
        var place: CompletionPage.Place?
        repeat {
            let part = try await test.campus.completion(request, after: place, access)
            rows += part.rows
            place = part.next
        } while place != nil
        return rows.map { row in
            let counts = row.counts
            let numbers = [counts.enrolled, counts.started, counts.completed, counts.required, counts.done]
            let names = [row.personName, row.teamName, row.courseTitle, row.moduleTitle].compactMap(\.self)
            return (names + [numbers.map(String.init).joined(separator: " ")]).joined(separator: ", ")
        }
    }
}
