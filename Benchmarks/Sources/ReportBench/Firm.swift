import BenchKit
import Campus
import Foundation
import Learning

/// People in teams of equal size, and a course that all of them take.
struct Firm: Sendable {
    /// Events of one request.
    static let batch = 100

    private let campus: Campus
    private let course: Identifier<Course>
    private let managers: [Identifier<Person>]
    private let people: [Identifier<Person>]
    private let lessons: Int

    init(_ campus: Campus, teams: Int, people count: Int, lessons: Int, in folder: URL) async throws {
        let written = (0..<lessons).map {
            "<lesson id=\"l\($0)\"><title>Lesson \($0)</title><text>Words.</text></lesson>"
        }
        let file = folder.appendingPathComponent("bench.xml")
        try Data(
            """
            <curriculum xmlns="urn:cornerman:curriculum:1" id="bench" xml:lang="en"><title>Bench</title>
            <module id="m" kind="training"><title>M</title>\(written.joined())</module></curriculum>
            """.utf8
        ).write(to: file)
        guard let course = try await campus.importCourse(file, by: .operator).course else {
            throw BenchFailure("the firm is not as it should be")
        }
        var roster = "external_id,name,manager_external_id\n"
        for team in 0..<teams { roster += "m\(team),Manager \(team),\n" }
        for number in 0..<count { roster += "p\(number),Person \(number),m\(number % teams)\n" }
        var managers: [Identifier<Person>] = []
        var people: [Identifier<Person>] = []
        // As many rows as a roster may have.
        let lines = roster.split(separator: "\n")
        for start in stride(from: 1, to: lines.count, by: Limits.rosterRows.value) {
            let part = lines[start..<min(start + Limits.rosterRows.value, lines.count)]
            let csv = ([lines[0]] + part).joined(separator: "\n")
            for row in try await campus.takeRoster(csv: csv, isChanging: true, .operator) {
                guard case .added = row.outcome, let id = row.person else {
                    throw BenchFailure("the firm is not as it should be")
                }
                if managers.count < teams { managers.append(id) } else { people.append(id) }
            }
        }
        self.campus = campus
        self.course = course
        self.managers = managers
        self.people = people
        self.lessons = lessons
    }

    /// Takes everybody into an initiative, in one request.
    func enroll() async throws {
        let leader = try await campus.addPerson(
            PersonDraft(name: "Leader", roles: [.learner, .leader]), .operator
        ).id
        let initiative = try await campus.createInitiative(
            title: "Bench", why: "To measure it.", sponsor: leader, owner: leader, courses: [course],
            startsOn: CivilDate(.system, in: "UTC"), timeZone: "UTC", .operator)
        let results = try await campus.add(
            .named(people.map(\.description)), to: initiative.summary.initiative.id, .operator)
        guard results.count == people.count, results.allSatisfy({ $0.outcome == .added }) else {
            throw BenchFailure("the firm is not as it should be")
        }
    }

    /// Everybody opens every lesson, and reads two of three.
    func recordEverything() async throws {
        let enrollments = try await enrollments()
        guard enrollments.count == people.count else { throw BenchFailure("the firm is not as it should be") }
        let tasks = 16
        try await withThrowingTaskGroup(of: Void.self) { group in
            for task in 0..<tasks {
                group.addTask {
                    for (id, person) in stride(from: task, to: enrollments.count, by: tasks).map({ enrollments[$0] }) {
                        for start in stride(from: 0, to: lessons, by: Self.batch) {
                            let events = (start..<min(start + Self.batch, lessons)).map { lesson in
                                EventDraft(
                                    id: UUIDv7.make(), enrollment: id, activity: "l\(lesson)",
                                    verb: lesson % 3 == 0 ? .opened : .completed, occurredAt: .system)
                            }
                            let results = try await campus.record(events, .person(person))
                            guard results.allSatisfy({ $0.outcome == .recorded }) else {
                                throw BenchFailure("the firm is not as it should be")
                            }
                        }
                    }
                }
            }
            try await group.waitForAll()
        }
    }

    private func enrollments() async throws -> [(Identifier<Enrollment>, Identifier<Person>)] {
        var all: [(Identifier<Enrollment>, Identifier<Person>)] = []
        while true {
            let page = try await campus.enrollments(
                EnrollmentFilter(), page: Page(after: all.last?.0, limit: 1_000), .operator)
            all += page.map { ($0.enrollment.id, $0.enrollment.personID) }
            if page.count < 1_000 { return all }
        }
    }

    func readAllTeams() async throws {
        var rows = 0
        var place: CompletionPage.Place?
        repeat {
            let part = try await campus.completion(CompletionRequest(by: .team), after: place, .operator)
            rows += part.rows.count
            place = part.next
        } while place != nil
        guard rows == managers.count else { throw BenchFailure("the firm is not as it should be") }
    }

    func readOneTeam() async throws {
        let request = CompletionRequest(by: .course, team: managers.randomElement())
        guard
            try await campus.completion(request, .operator).rows.first?.counts.enrolled == people.count / managers.count
        else { throw BenchFailure("the firm is not as it should be") }
    }
}
