import BenchKit
import Campus
import Foundation
import Learning

/// A course, and learners who are enrolled in it.
struct Stage: Sendable {
    private let campus: Campus
    private let learners: [(person: Identifier<Person>, enrollment: Identifier<Enrollment>)]

    init(_ campus: Campus, learners count: Int, in folder: URL) async throws {
        let lessons = (0..<20).map { "<lesson id=\"l\($0)\"><title>Lesson \($0)</title><text>Words.</text></lesson>" }
        let package = """
            <curriculum xmlns="urn:cornerman:curriculum:1" id="bench" xml:lang="en"><title>Bench</title>
            <module id="m" kind="training"><title>M</title>\(lessons.joined())</module></curriculum>
            """
        let file = folder.appendingPathComponent("bench.xml")
        try Data(package.utf8).write(to: file)
        guard let course = try await campus.importCourse(file, by: .operator).course else {
            throw BenchFailure("the course was refused")
        }
        var people: [Identifier<Person>] = []
        for number in 0..<count {
            people.append(try await campus.addPerson(PersonDraft(name: "Learner \(number)"), .operator).id)
        }
        let results = try await campus.enroll(EnrollmentRequest(.people(people), course: course), .operator)
        self.campus = campus
        learners = results.compactMap { result in
            result.enrollment.flatMap { enrollment in result.person.map { ($0, enrollment) } }
        }
    }

    /// Lets every learner send one event after the other.
    /// - Returns: events a second, of all together.
    func record(for seconds: Double) async throws -> Double {
        let start = ContinuousClock.now
        let total = try await withThrowingTaskGroup(of: Int.self) { tasks in
            for learner in learners {
                tasks.addTask {
                    var count = 0
                    while start.duration(to: .now) < .seconds(seconds) {
                        let event = EventDraft(
                            id: UUIDv7.make(), enrollment: learner.enrollment, activity: "l\(count % 20)",
                            verb: count % 3 == 0 ? .completed : .opened, occurredAt: .system)
                        let result = try await campus.record([event], .person(learner.person))
                        guard result[0].outcome == .recorded else { throw BenchFailure("\(result)") }
                        count += 1
                    }
                    return count
                }
            }
            return try await tasks.reduce(0, +)
        }
        return Double(total) / (start.duration(to: .now) / .seconds(1))
    }
}
