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
            .union((told.initiatives ?? []).flatMap(\.names))
        let keys = Set(told.enrollments.map(\.course)).union((told.initiatives ?? []).flatMap(\.courses))
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
        let day = Self.day(daysAgo, before: base)
        let zone = people[name]?.timeZone ?? "UTC"
        let time = ClockTime((hour < 10 ? "0" : "") + "\(hour):00") ?? .midnight
        return min(base, day.moment(at: time, in: zone))
    }

    /// The same day for everybody: if each had the day of their own zone, the order of what people far apart did would depend
    /// on the hour at which the organization is loaded.
    static func day(_ daysAgo: Int, before base: Instant) -> CivilDate {
        CivilDate(base, in: "UTC").advanced(days: -daysAgo)
    }
}
