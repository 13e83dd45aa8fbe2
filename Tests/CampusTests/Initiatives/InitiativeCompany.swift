import Campus
import Learning
import TestKit

/// A leader above two managers with their reps, a trainer and an admin, two courses, and an initiative that begins today.
struct InitiativeCompany: Sendable {
    typealias Somebody = (person: Person, token: String)

    let test: TestCampus
    let leader, otherLeader, manager, otherManager, trainer, admin: Somebody
    /// Below the one manager, and below the other.
    let reps, others: [Somebody]
    let courses: [Identifier<Course>]

    init(_ backend: Backend = .standard, reps count: Int = 3) async throws {
        test = try await TestCampus(backend)
        leader = try await test.person("Lou", roles: [.leader])
        otherLeader = try await test.person("Lee", roles: [.leader])
        manager = try await test.person("Max", roles: [.manager], manager: leader.person)
        otherManager = try await test.person("Mia", roles: [.manager], manager: leader.person)
        trainer = try await test.person("Tia", roles: [.trainer])
        admin = try await test.person("Ada", roles: [.admin])
        var reps: [Somebody] = []
        var others: [Somebody] = []
        for number in 0..<count {
            reps.append(try await test.person("Rep \(number)", manager: manager.person))
            others.append(try await test.person("Other \(number)", manager: otherManager.person))
        }
        self.reps = reps
        self.others = others
        courses = [
            try await test.publish(.sample(key: "one"), by: trainer.person.id).course,
            try await test.publish(.sample(key: "two"), by: trainer.person.id).course,
        ]
    }

    var campus: Campus { test.campus }

    /// Makes an initiative of the leader's.
    func initiative(
        courses: Int = 1, startsOn day: String = "2026-03-02", zone: String = "Europe/Berlin"
    ) async throws -> Initiative {
        try await campus.createInitiative(
            title: "Ask first", why: "Deals end in **no decision**.", owner: trainer.person.id,
            courses: Array(self.courses.prefix(courses)), startsOn: try CivilDate.read(day), timeZone: zone,
            .token(leader.token)
        ).summary.initiative
    }

    func add(
        _ people: [Somebody], to initiative: Initiative, as somebody: Somebody? = nil
    ) async throws -> [InitiativePersonResult] {
        try await campus.add(
            .named(people.map(\.person.id.description)), to: initiative.id, .token((somebody ?? leader).token))
    }
}

extension CivilDate {
    /// A day that a test writes.
    static func read(_ text: String) throws -> CivilDate {
        guard let date = CivilDate(text) else { throw Refusal.invalid("", "bad-date", text) }
        return date
    }
}

extension InitiativePersonResult {
    /// The code of a refusal; nil when there is none.
    var code: String? {
        if case .refused(let detail) = outcome { detail.code } else { nil }
    }
}
