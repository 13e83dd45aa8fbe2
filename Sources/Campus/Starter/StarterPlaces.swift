import Foundation
import Learning
import Persistence
import Store

/// Who and what the names in a starter organization mean here.
struct StarterPlaces: Sendable {
    private let people: [String: Person]
    private let courses: [String: Identifier<Course>]
    /// By key; `course/key` for those that a course brought.
    let answers: [String: Identifier<Answer>]

    init(_ told: StarterHappenings, _ campus: Campus) async throws {
        let names = Set(told.enrollments.map(\.person) + told.events.map(\.actor) + told.searches.map(\.person))
            .union(told.questions.compactMap(\.answeredBy)).union(told.questions.map(\.person))
            .union(told.feedback.map(\.person)).union(told.feedback.compactMap { $0.outcome?.by })
        let keys = Set(told.enrollments.map(\.course))
        let helped = Set(told.searches.compactMap(\.helped))
        (people, courses, answers) = try await campus.read(.operator) { connection, _ in
            var people: [String: Person] = [:]
            for (name, id) in try PersonStore.find(externalIDs: names, connection) {
                people[name] = try PersonStore.find(id, connection)
            }
            var courses: [String: Identifier<Course>] = [:]
            for key in keys { courses[key] = try CourseStore.find(key: key, connection)?.id }
            var answers: [String: Identifier<Answer>] = [:]
            for name in helped {
                let parts = name.split(separator: "/", maxSplits: 1).map(String.init)
                answers[name] =
                    parts.count == 2
                    ? try AnswerStore.find(key: parts[1], course: courses[parts[0]], connection)?.id
                    : try AnswerStore.find(key: name, course: nil, connection)?.id
            }
            return (people, courses, answers)
        }
    }

    func person(_ name: String) throws(Refusal) -> Identifier<Person> {
        guard let person = people[name] else {
            throw .invalid("/person", "unknown-person", "organization.json: there is nobody with the number \(name).")
        }
        return person.id
    }

    func course(_ key: String) throws(Refusal) -> Identifier<Course> {
        guard let course = courses[key] else {
            throw .invalid("/course", "unknown-course", "organization.json: there is no course \"\(key)\".")
        }
        return course
    }

    /// The hour of a person's own clock, so many days before the base; never after the base.
    func moment(_ name: String, daysAgo: Int, hour: Int, _ base: Instant) -> Instant {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = people[name].flatMap { TimeZone(identifier: $0.timeZone) } ?? .gmt
        let today = calendar.startOfDay(for: Date(timeIntervalSince1970: Double(base.milliseconds) / 1000))
        guard let day = calendar.date(byAdding: .day, value: -daysAgo, to: today),
            let moment = calendar.date(bySettingHour: hour, minute: 0, second: 0, of: day)
        else { return base }
        return min(base, Instant(milliseconds: Int64(moment.timeIntervalSince1970 * 1000)))
    }
}
