import Learning
import Persistence
import Store

/// Adds some people to an initiative within one transaction, set by set.
struct InitiativeAdding {
    let initiative: Initiative
    let caller: Caller
    let now: Instant
    let makeID: @Sendable () -> String

    private var candidates: [Identifier<Person>: InitiativePeopleStore.Candidate] = [:]

    init(initiative: Initiative, caller: Caller, now: Instant, makeID: @escaping @Sendable () -> String) {
        self.initiative = initiative
        self.caller = caller
        self.now = now
        self.makeID = makeID
    }

    /// - Parameter rows: named, not yet looked up; those that are refused already stay so.
    mutating func add(
        _ rows: [InitiativePersonResult], outline: (Identifier<CourseVersion>) throws -> CourseOutline?,
        _ connection: any SQLConnection
    ) throws -> [InitiativePersonResult] {
        var results = try lookUp(rows, connection)
        let people = results.compactMap { $0.isOpen ? $0.person : nil }
        guard !people.isEmpty else { return results }
        let members = try InitiativePeopleStore.members(among: people, of: initiative.id, connection)
        var places: [Identifier<Person>: [InitiativePersonResult.Place]] = [:]
        for course in initiative.fields.courses {
            guard let course = try CourseStore.find(course, connection),
                let outline = try outline(course.versionID)
            else { continue }
            for (person, place) in try enroll(people, in: course, outline, connection) {
                places[person, default: []].append(place)
            }
        }
        let new = people.filter { !members.contains($0) }
        try InitiativePeopleStore.insert(
            new, into: initiative.id, by: caller.personID, now: now, connection)
        for index in results.indices where results[index].isOpen {
            guard let person = results[index].person else { continue }
            results[index].places = places[person] ?? []
            if !members.contains(person) {
                results[index].outcome = .added
            } else if results[index].places.contains(where: { $0.how != .kept }) {
                results[index].outcome = .extended
            }
        }
        return results
    }

    /// Finds who is meant, and refuses whoever cannot be.
    private mutating func lookUp(
        _ rows: [InitiativePersonResult], _ connection: any SQLConnection
    ) throws -> [InitiativePersonResult] {
        let found = try InitiativePeopleStore.candidates(
            named: rows.filter(\.isOpen).map(\.given), anybody: initiative.isLed(by: caller), caller: caller, connection
        )
        candidates = Dictionary(found.map { ($0.id, $0) }) { one, _ in one }
        let numbered = Dictionary(
            found.compactMap { candidate in candidate.externalID.map { ($0, candidate) } }
        ) { one, _ in one }
        var seen: [Identifier<Person>: Int] = [:]
        return rows.map { row in
            guard row.isOpen else { return row }
            var row = row
            guard let candidate = numbered[row.given] ?? Identifier(row.given).flatMap({ candidates[$0] }) else {
                row.refuse("not-found", "There is no such person, or they are not yours to add.")
                return row
            }
            row.person = candidate.id
            row.name = candidate.name
            if candidate.hasLeft {
                row.refuse("left", "They have left.")
            } else if let earlier = seen[candidate.id] {
                row.outcome = .refused(Campus.twice(row: row.row, earlier: earlier))
            } else {
                seen[candidate.id] = row.row
            }
            return row
        }
    }

    /// Enrolls people in one course of the initiative, unless they are in it.
    private func enroll(
        _ people: [Identifier<Person>], in course: Course, _ outline: CourseOutline, _ connection: any SQLConnection
    ) throws -> [(Identifier<Person>, InitiativePersonResult.Place)] {
        let enrolled = try InitiativePeopleStore.enrolled(people, in: course.id, for: initiative.id, connection)
        var created: [(enrollment: Enrollment, manager: Identifier<Person>?)] = []
        var taken: [Identifier<Enrollment>] = []
        let places = people.map { person -> (Identifier<Person>, InitiativePersonResult.Place) in
            if let there = enrolled[person] {
                if there.initiative == nil { taken.append(there.id) }
                return (
                    person,
                    .init(
                        course: course.id, enrollment: there.id, how: there.initiative == nil ? .takenOver : .kept)
                )
            }
            let enrollment = Enrollment(
                id: Identifier(stored: makeID()), personID: person, courseID: course.id, versionID: course.versionID,
                startsOn: initiative.start(forEnrolled: now), timeZone: initiative.fields.timeZone,
                createdBy: caller.personID, createdAt: now, totals: Totals(required: outline.required),
                initiativeID: initiative.id)
            created.append((enrollment, candidates[person]?.managerID))
            return (person, .init(course: course.id, enrollment: enrollment.id, how: .created))
        }
        try EnrollmentStore.insert(created, outline, connection)
        try InitiativePeopleStore.take(over: taken, into: initiative.id, now: now, connection)
        return places
    }
}

extension InitiativePersonResult {
    /// Whether nothing is wrong with it so far.
    fileprivate var isOpen: Bool {
        if case .refused = outcome { false } else { true }
    }

    fileprivate mutating func refuse(_ code: String, _ message: String) {
        outcome = .refused(.init(pointer: "/people/\(row - 1)", code: code, message: message))
    }
}
