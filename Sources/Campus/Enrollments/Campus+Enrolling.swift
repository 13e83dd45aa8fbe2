import Learning
import Persistence
import Store

extension Campus {
    /// People of one transaction: a team of any size keeps nobody waiting for long.
    private static let slice = 200

    /// Somebody of a request, and who is meant by what was given.
    private struct Row {
        var number: Int
        var given: String
        var person: Identifier<Person>?

        func result(
            _ outcome: EnrollmentResult.Outcome, _ enrollment: Identifier<Enrollment>? = nil
        ) -> EnrollmentResult {
            EnrollmentResult(row: number, given: given, person: person, enrollment: enrollment, outcome: outcome)
        }

        func refused(
            _ code: String, _ message: String, _ enrollment: Identifier<Enrollment>? = nil
        ) -> EnrollmentResult {
            result(.refused(.init(pointer: "/people", code: code, message: message)), enrollment)
        }
    }

    /// Enrolls people in the course's current version, each for themself: a row that cannot be is refused and says why.
    ///
    /// Admins enroll anybody, managers their own tree, trainers anybody in courses they own, and everybody themselves in an
    /// open course.
    /// - Returns: a result for each person, in the order in which they were named, or by id for a team. Who is named again is no
    ///   other row.
    /// - Throws: ``Refusal`` of kind `missing` when the course or team is not the caller's to see, or `invalid`.
    public func enroll(_ request: EnrollmentRequest, _ access: Access) async throws -> [EnrollmentResult] {
        try Self.check(request, today: CivilDate(now(), in: "UTC"))
        let rows = try await rows(of: request, access)
        var results: [EnrollmentResult] = []
        var rest = rows[...]
        // At least one transaction, so that a course that is not there is refused even for nobody.
        repeat {
            results += try await enroll(Array(rest.prefix(Self.slice)), request, access)
            rest = rest.dropFirst(Self.slice)
        } while !rest.isEmpty
        return results
    }

    private static func check(_ request: EnrollmentRequest, today: CivilDate) throws(Refusal) {
        if case .named(let people) = request.who {
            guard people.count <= Limits.enrolledTogether.value else {
                throw .invalid(
                    "/people", "too-many", "At most \(Limits.enrolledTogether.value) people can be named at once.")
            }
        }
        let years = Limits.startYears.value
        if let day = request.startsOn, abs(day.dayNumber - today.dayNumber) > years * 366 {
            throw .invalid("/starts_on", "out-of-range", "The first day lies within \(years) years of today.")
        }
        if let zone = request.timeZone, !TimeZones.isKnown(zone) {
            throw .invalid("/time_zone", "bad-time-zone", "The name of a time zone like Europe/Berlin is expected.")
        }
    }

    private func rows(of request: EnrollmentRequest, _ access: Access) async throws -> [Row] {
        try await read(access) { connection, caller in
            switch request.who {
            case .named(let names):
                let numbered = try PersonStore.find(externalIDs: Set(names), connection)
                var (people, unknown): (Set<Identifier<Person>>, Set<String>) = ([], [])
                let rows = names.enumerated().map { index, name in
                    Row(number: index + 1, given: name, person: numbered[name] ?? Identifier(name))
                }
                return rows.filter { row in
                    row.person.map { people.insert($0).inserted } ?? unknown.insert(row.given).inserted
                }
            case .team(let name):
                let numbered = try PersonStore.find(externalIDs: [name], connection)
                guard let manager = numbered[name] ?? Identifier(name) else { throw Refusal.missing("team") }
                let course = try CourseStore.find(request.course, connection)
                let owns = caller.isTrainer && course?.ownerID == caller.id
                guard try owns || manager == caller.id || TeamStore.isAbove(caller, manager, connection) else {
                    throw Refusal.missing("team")
                }
                return try EnrollmentStore.team(of: manager, connection).enumerated().map { index, person in
                    Row(number: index + 1, given: person.description, person: person)
                }
            }
        }
    }

    private func enroll(
        _ rows: [Row], _ request: EnrollmentRequest, _ access: Access
    ) async throws -> [EnrollmentResult] {
        let now = now()
        let makeID = makeID
        return try await write(access) { [outlines] connection, caller in
            guard let course = try CourseStore.find(request.course, connection),
                try Self.mayEnroll(caller, in: course, connection),
                let outline = try outlines.outline(course.versionID, connection)
            else { throw Refusal.missing("course") }
            let people = rows.compactMap(\.person)
            let candidates = try EnrollmentStore.candidates(people, for: course, caller: caller, connection)
            let running = try EnrollmentStore.running(people: people, in: course.id, connection)
            var created: [(enrollment: Enrollment, manager: Identifier<Person>?)] = []
            let results = rows.map { row in
                guard let candidate = row.person.flatMap({ candidates[$0] }) else {
                    // Whose number it is, is not for everybody to know.
                    var row = row
                    row.person = Identifier(row.given)
                    return row.refused("not-found", "There is no such person, or they are not yours to enroll.")
                }
                if candidate.hasLeft { return row.refused("left", "They have left.") }
                if let enrollment = running[candidate.id] {
                    return row.refused("already-enrolled", "They are under way in this course already.", enrollment)
                }
                let zone = request.timeZone ?? candidate.timeZone
                let enrollment = Enrollment(
                    id: Identifier(stored: makeID()), personID: candidate.id, courseID: course.id,
                    versionID: course.versionID, startsOn: request.startsOn ?? CivilDate(now, in: zone),
                    timeZone: zone, createdBy: caller.personID, createdAt: now,
                    totals: Totals(required: outline.required))
                created.append((enrollment, candidate.managerID))
                return row.result(.created, enrollment.id)
            }
            try EnrollmentStore.insert(created, outline, connection)
            return results
        }
    }

    /// Whether the course is one in which the caller may enroll anybody at all.
    private static func mayEnroll(
        _ caller: Caller, in course: Course, _ connection: any SQLConnection
    ) throws -> Bool {
        caller.isAdmin || caller.isManager || course.isOpen || (caller.isTrainer && course.ownerID == caller.id)
    }
}
