public import Learning
import Persistence
import Store

extension Campus {
    /// The initiatives that the caller may see, newest first.
    /// - Parameters:
    ///   - onlyOwn: only those that the caller is in.
    ///   - sponsor: only those whose sponsor this is.
    public func initiatives(
        onlyOwn: Bool, sponsor: Identifier<Person>? = nil, page: Page<Identifier<Initiative>>, _ access: Access
    ) async throws -> [InitiativeSummary] {
        try await read(access) { connection, caller in
            let initiatives = try InitiativeStore.list(
                seenBy: caller, onlyOwn: onlyOwn, sponsor: sponsor, page: page, connection)
            return try InitiativeStore.summaries(of: initiatives, for: caller.id, connection)
        }
    }

    /// One initiative.
    /// - Throws: ``Refusal`` of kind `missing`.
    public func initiative(_ id: Identifier<Initiative>, _ access: Access) async throws -> InitiativeView {
        try await read(access) { [outlines] connection, caller in
            guard let initiative = try InitiativeStore.find(id, seenBy: caller, connection) else {
                throw Refusal.missing("initiative")
            }
            return try Self.view(of: initiative, for: caller, outlines, connection)
        }
    }

    /// Makes an initiative. A leader sponsors what they make; an admin names the leader.
    /// - Parameters:
    ///   - sponsor: the caller unless said otherwise.
    ///   - owner: the sponsor unless said otherwise.
    ///   - isUnderWay: that its first day may be over.
    /// - Throws: ``Refusal`` of kind `forbidden` for those who are neither, `invalid`.
    public func createInitiative(
        title: String, why: String, sponsor: Identifier<Person>? = nil, owner: Identifier<Person>? = nil,
        courses: [Identifier<Course>], startsOn: CivilDate, timeZone: String, meetsAt: ClockTime? = nil,
        isUnderWay: Bool = false, _ access: Access
    ) async throws -> InitiativeView {
        let id = makeIdentifier(Initiative.self)
        let now = now()
        return try await write(access) { [outlines] connection, caller in
            try Self.checkMayMakeInitiatives(caller)
            let sponsor = sponsor ?? caller.id
            let fields = InitiativeFields(
                title: title, why: why, sponsorID: sponsor, ownerID: owner ?? sponsor, courses: courses,
                startsOn: startsOn, timeZone: timeZone, meetsAt: meetsAt
            ).normalized
            var problems = try Self.problems(fields, was: nil, caller, now: now, connection)
            if let problem = InitiativeStart.problem(fields, isUnderWay: isUnderWay, now: now),
                !problems.contains(where: { $0.pointer == "/starts_on" || $0.pointer == "/time_zone" })
            {
                problems.append(problem)
            }
            try Self.refuse(problems)
            let initiative = Initiative(id: id, fields: fields, createdBy: caller.personID, createdAt: now)
            try InitiativeStore.insert(initiative, connection)
            try Self.note(initiative, was: nil, by: caller, now: now, connection)
            return try Self.view(of: initiative, for: caller, outlines, connection)
        }
    }

    /// Changes an initiative. Its courses may grow; one that people are enrolled in stays.
    /// - Parameters:
    ///   - revision: the one that the caller has read.
    ///   - edit: changes what the caller wants changed.
    /// - Throws: ``Refusal`` of kind `missing`, `forbidden` unless the caller leads it, `stale`, `invalid`.
    public func updateInitiative(
        _ id: Identifier<Initiative>, revision: Int, _ access: Access,
        edit: @escaping @Sendable (inout InitiativeFields) -> Void
    ) async throws -> InitiativeView {
        let now = now()
        return try await write(access) { [outlines] connection, caller in
            guard var initiative = try InitiativeStore.hold(id, seenBy: caller, connection) else {
                throw Refusal.missing("initiative")
            }
            guard initiative.isLed(by: caller) else {
                throw Refusal.forbidden("Only its sponsor changes an initiative.")
            }
            guard initiative.revision == revision else { throw Refusal.stale }
            let before = initiative
            edit(&initiative.fields)
            initiative.fields = initiative.fields.normalized
            guard initiative.fields != before.fields else {
                return try Self.view(of: before, for: caller, outlines, connection)
            }
            var problems = try Self.problems(initiative.fields, was: before, caller, now: now, connection)
            if let problem = InitiativeStart.problem(moving: before, to: initiative.fields, now: now),
                !problems.contains(where: { $0.pointer == problem.pointer })
            {
                problems.append(problem)
            }
            try Self.refuse(problems)
            initiative.revision += 1
            let meetsElsewhen = initiative.fields.meetsAt != before.fields.meetsAt
            try InitiativeStore.update(initiative, meetsMovedAt: meetsElsewhen ? now : nil, connection)
            try Self.note(initiative, was: before, by: caller, now: now, connection)
            if initiative.fields.startsOn != before.fields.startsOn
                || initiative.fields.timeZone != before.fields.timeZone
            {
                try InitiativeStore.moveStart(from: before.fields, to: initiative, now: now, connection)
            }
            return try Self.view(of: initiative, for: caller, outlines, connection)
        }
    }

    private static func checkMayMakeInitiatives(_ caller: Caller) throws(Refusal) {
        guard caller.isAdmin || caller.isLeader else {
            throw .forbidden("Only leaders make initiatives: they stand for them from start to finish.")
        }
    }

    /// Everything that is wrong with fields, in themselves and with what there is.
    /// - Parameter before: what it was; what did not change is not asked for again.
    private static func problems(
        _ fields: InitiativeFields, was before: Initiative?, _ caller: Caller, now: Instant,
        _ connection: any SQLConnection
    ) throws -> [Refusal.Detail] {
        var problems = fields.problems(today: CivilDate(now, in: fields.timeZone))
        func problem(_ pointer: String, _ code: String, _ message: String) {
            problems.append(.init(pointer: pointer, code: code, message: message))
        }
        if fields.sponsorID != before?.fields.sponsorID {
            if !caller.isAdmin, fields.sponsorID != caller.id {
                problem("/sponsor_id", "not-yours", "A leader sponsors what they make; an admin names another leader.")
            } else if try !has([.leader], fields.sponsorID, connection) {
                problem("/sponsor_id", "no-leader", "A sponsor is a leader who is here: this person is none.")
            }
        }
        if fields.ownerID != before?.fields.ownerID, try !has([.leader, .trainer], fields.ownerID, connection) {
            problem("/owner_id", "no-owner", "An owner is a trainer or leader who is here: this person is none.")
        }
        let known = try CourseStore.titles(of: Set(fields.courses), connection)
        for (index, course) in fields.courses.enumerated() where known[course] == nil {
            problem("/courses/\(index)", "unknown-course", "There is no such course.")
        }
        if let before {
            let dropped = before.fields.courses.filter { !fields.courses.contains($0) }
            for course in dropped
            where try InitiativePeopleStore.hasPeople(in: course, of: before.id, connection) {
                problem("/courses", "course-in-use", "People are in the course \(course) already: it stays.")
            }
        }
        return problems
    }

    private static func has(
        _ roles: Set<Role>, _ id: Identifier<Person>, _ connection: any SQLConnection
    ) throws -> Bool {
        guard let person = try PersonStore.find(id, connection), person.leftAt == nil else { return false }
        return !person.roles.isDisjoint(with: roles)
    }

    private static func refuse(_ problems: [Refusal.Detail]) throws(Refusal) {
        guard let first = problems.first else { return }
        throw Refusal(
            .invalid, problems.count == 1 ? first.code : "invalid-fields", first.message, details: problems)
    }

    static func view(
        of initiative: Initiative, for caller: Caller, _ outlines: OutlineCache, _ connection: any SQLConnection
    ) throws -> InitiativeView {
        let summary = try InitiativeStore.summaries(of: [initiative], for: caller.id, connection)[0]
        let isLed = initiative.isLed(by: caller)
        let enrollments = try InitiativePeopleStore.enrollments(
            of: caller.id, in: initiative.fields.courses, for: initiative.id, connection)
        let parts = try zip(initiative.fields.courses, summary.courseTitles).map { id, title in
            var part = InitiativeView.CoursePart(id: id, title: title, enrollment: enrollments[id])
            if let course = try CourseStore.find(id, connection),
                let (_, texts) = try outlines.texts(course.versionID, connection)
            {
                part.why = texts.why
                part.benefit = texts.benefit
                part.stop = texts.stop
            }
            return part
        }
        return InitiativeView(
            summary: summary, courses: parts,
            people: isLed ? try InitiativePeopleStore.count(initiative.id, connection) : nil, isLed: isLed,
            mayAdd: isLed || caller.isManager)
    }
}
