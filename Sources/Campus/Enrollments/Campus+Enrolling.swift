import Learning
import Persistence
import Store

extension Campus {
    /// People of one transaction: a team of any size keeps nobody waiting for long.
    private static let slice = 200

    /// Enrolls people in the course's current version, each for themself: a row that cannot be is refused and says why.
    ///
    /// Admins enroll anybody, managers their own tree, trainers anybody in courses they own, and everybody themselves in an
    /// open course.
    /// - Returns: a result for each person, in the order in which they were named, or by id for a team.
    /// - Throws: ``Refusal`` of kind `missing` when the course or team is not the caller's to see, or `invalid`.
    public func enroll(_ request: EnrollmentRequest, _ access: Access) async throws -> [EnrollmentResult] {
        try Self.check(request, today: CivilDate(now(), in: "UTC"))
        let people = try await people(of: request, access)
        var results: [EnrollmentResult] = []
        var rest = people[...]
        // At least one transaction, so that a course that is not there is refused even for nobody.
        repeat {
            results += try await enroll(Array(rest.prefix(Self.slice)), request, access)
            rest = rest.dropFirst(Self.slice)
        } while !rest.isEmpty
        return results
    }

    private static func check(_ request: EnrollmentRequest, today: CivilDate) throws(Refusal) {
        if case .people(let people) = request.who {
            guard people.count <= EnrollmentRequest.limit else {
                throw .invalid(
                    "/people", "too-many", "At most \(EnrollmentRequest.limit) people can be named at once.")
            }
        }
        let years = EnrollmentRequest.years
        if let day = request.startsOn, abs(day.dayNumber - today.dayNumber) > years * 366 {
            throw .invalid("/starts_on", "out-of-range", "The first day lies within \(years) years of today.")
        }
        if let zone = request.timeZone, !TimeZones.isKnown(zone) {
            throw .invalid("/time_zone", "bad-time-zone", "The name of a time zone like Europe/Berlin is expected.")
        }
    }

    private func people(of request: EnrollmentRequest, _ access: Access) async throws -> [Identifier<Person>] {
        switch request.who {
        case .people(let people):
            var seen: Set<Identifier<Person>> = []
            return people.filter { seen.insert($0).inserted }
        case .team(let manager):
            return try await read(access) { connection, caller in
                let course = try CourseStore.find(request.course, connection)
                let owns = caller.isTrainer && course?.ownerID == caller.id
                guard try owns || manager == caller.id || TeamStore.isAbove(caller, manager, connection) else {
                    throw Refusal.missing("team")
                }
                return try EnrollmentStore.team(of: manager, connection)
            }
        }
    }

    private func enroll(
        _ people: [Identifier<Person>], _ request: EnrollmentRequest, _ access: Access
    ) async throws -> [EnrollmentResult] {
        let now = now()
        let makeID = makeID
        return try await write(access) { [outlines] connection, caller in
            guard let course = try CourseStore.find(request.course, connection),
                try Self.mayEnroll(caller, in: course, connection),
                let outline = try outlines.outline(course.versionID, connection)
            else { throw Refusal.missing("course") }
            let candidates = try EnrollmentStore.candidates(people, for: course, caller: caller, connection)
            let running = try EnrollmentStore.running(people: people, in: course.id, connection)
            var created: [(enrollment: Enrollment, manager: Identifier<Person>?)] = []
            let results = people.map { person in
                guard let candidate = candidates[person] else {
                    return Self.refused(
                        person, "not-found", "There is no such person, or they are not yours to enroll.")
                }
                if candidate.hasLeft { return Self.refused(person, "left", "They have left.") }
                if let enrollment = running[person] {
                    return Self.refused(
                        person, "already-enrolled", "They are under way in this course already.", enrollment)
                }
                let zone = request.timeZone ?? candidate.timeZone
                let enrollment = Enrollment(
                    id: Identifier(stored: makeID()), personID: person, courseID: course.id,
                    versionID: course.versionID, startsOn: request.startsOn ?? CivilDate(now, in: zone),
                    timeZone: zone, createdBy: caller.personID, createdAt: now,
                    totals: Totals(required: outline.required))
                created.append((enrollment, candidate.managerID))
                return EnrollmentResult(person: person, enrollment: enrollment.id, outcome: .created)
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

    private static func refused(
        _ person: Identifier<Person>, _ code: String, _ message: String,
        _ enrollment: Identifier<Enrollment>? = nil
    ) -> EnrollmentResult {
        EnrollmentResult(
            person: person, enrollment: enrollment,
            outcome: .refused(.init(pointer: "/people", code: code, message: message)))
    }
}
