public import Learning
import Persistence
import Store

/// Courses, for those who may see them.
extension Campus {
    /// The courses that the caller may see, by title.
    /// - Parameter page: its key is the sort key of the title and the id of the last course that the caller has.
    public func courses(
        page: Page<(titleKey: String, id: Identifier<Course>)>, by access: Access
    ) async throws -> [CourseSummary] {
        try await read(access) { connection, caller in
            try CourseStore.list(CourseSight(caller), page: page, connection)
        }
    }

    /// One course with the version that the caller is on, or another that they may see.
    /// - Throws: ``Refusal`` of kind `missing`.
    public func course(
        _ id: Identifier<Course>, version: Identifier<CourseVersion>? = nil, by access: Access
    ) async throws -> CourseContent {
        var content = try await read(access) { connection, caller in
            let (summary, version) = try Self.course(id, version: version, for: caller, connection)
            return CourseContent(
                summary: summary, version: version,
                behaviors: try CourseVersionStore.behaviors(of: version.id, connection),
                modules: try CourseVersionStore.modules(of: version.id, connection),
                versions: try CourseVersionStore.count(of: id, connection))
        }
        content.why = content.version.why.map { Prose($0) }
        content.benefit = content.version.benefit.map { Prose($0) }
        content.stop = content.version.stop.map { Prose($0) }
        return content
    }

    /// The versions of a course, newest first.
    /// - Parameter page: its key is the number of the last version that the caller has.
    /// - Throws: ``Refusal`` of kind `missing`.
    public func versions(
        of id: Identifier<Course>, page: Page<Int>, by access: Access
    ) async throws -> [CourseVersion] {
        try await read(access) { connection, caller in
            let sight = CourseSight(caller)
            guard try CourseStore.summary(id, sight, connection) != nil else { throw Refusal.missing("course") }
            return try CourseVersionStore.list(of: id, sight, page: page, connection)
        }
    }

    /// One activity as the version that the caller is on has it.
    /// - Parameter occurrence: 1-based; of which date the attendance code is asked.
    /// - Throws: ``Refusal`` of kind `missing`.
    public func activity(
        _ key: String, occurrence: Int = 1, of id: Identifier<Course>, version: Identifier<CourseVersion>? = nil,
        by access: Access
    ) async throws -> ActivityContent {
        let today = CivilDate(now(), in: "UTC")
        var content = try await read(access) { connection, caller in
            let (summary, version) = try Self.course(id, version: version, for: caller, connection)
            guard let (module, step) = try CourseVersionStore.step(key, of: version.id, connection) else {
                throw Refusal.missing("activity")
            }
            guard (1...step.schedule.times).contains(occurrence) else {
                throw Refusal.invalid(
                    "occurrence", "out-of-range", "This activity has the occurrences 1 to \(step.schedule.times).")
            }
            let hosts = caller.isTrainer || caller.isManager
            let code =
                hosts && (step.kind == .kickoff || step.kind == .meeting)
                ? try AttendanceCode.make(
                    course: id, activity: step.key, occurrence: occurrence, day: today, connection) : nil
            return ActivityContent(
                course: summary.course, version: version, module: module, step: step, attendanceCode: code)
        }
        content.text = content.step.text.map { Prose($0, from: content.step.document) }
        return content
    }

    /// Changes who may enroll themselves, and who answers for it: they see names in it, so that it is given away by who has
    /// it, or by an admin.
    /// - Parameter owner: a trainer or admin, or nobody.
    /// - Throws: ``Refusal`` of kind `forbidden`, `missing`, `stale` or `invalid`.
    public func updateCourse(
        _ id: Identifier<Course>, isOpen: Edit<Bool>, owner: Edit<Identifier<Person>?>, revision: Int,
        by access: Access
    ) async throws -> CourseSummary {
        let now = now()
        return try await write(access) { connection, caller in
            guard caller.isTrainer else { throw Refusal.forbidden("Courses are changed by trainers.") }
            guard let course = try CourseStore.find(id, connection) else { throw Refusal.missing("course") }
            if owner.applied(to: course.ownerID) != course.ownerID, course.ownerID != caller.id, !caller.isAdmin {
                throw Refusal.forbidden("Who answers for a course is changed by whoever does now, or by an admin.")
            }
            if case .set(let owner?) = owner, try !Self.mayOwn(owner, connection) {
                throw Refusal.invalid("/owner_id", "not-a-trainer", "A course belongs to a trainer who is here.")
            }
            let isCurrent = try CourseStore.update(
                id, isOpen: isOpen.applied(to: course.isOpen), ownerID: owner.applied(to: course.ownerID),
                revision: revision, connection)
            guard isCurrent, let summary = try CourseStore.summary(id, CourseSight(caller), connection) else {
                throw Refusal(.stale, "stale", "The course has changed since: read it again.")
            }
            let changes = [
                AuditChange.of("open", course.isOpen, summary.course.isOpen),
                .of("owner_id", course.ownerID, summary.course.ownerID),
            ].compactMap { $0 }
            if !changes.isEmpty {
                try AuditStore.append(
                    [AuditEntry(at: now, actor: caller.actor, .courseChanged, subject: "\(id)", changes: changes)],
                    connection)
            }
            return summary
        }
    }

    /// A course that may be seen, and the version of it that is shown.
    static func course(
        _ id: Identifier<Course>, version: Identifier<CourseVersion>?, for caller: Caller,
        _ connection: any SQLConnection
    ) throws -> (CourseSummary, CourseVersion) {
        let sight = CourseSight(caller)
        guard let summary = try CourseStore.summary(id, sight, connection) else { throw Refusal.missing("course") }
        let shown = try CourseStore.shownVersion(of: summary.course, asked: version, sight, connection)
        guard let shown else { throw Refusal.missing("version") }
        return (summary, shown)
    }

    private static func mayOwn(_ id: Identifier<Person>, _ connection: any SQLConnection) throws -> Bool {
        guard let person = try PersonStore.find(id, connection), person.leftAt == nil else { return false }
        return !person.roles.isDisjoint(with: [.trainer, .admin])
    }
}

extension Step {
    /// The package's file that its text came in; empty for the manifest.
    var document: String {
        guard kind == .lesson, let href, href.lowercased().hasSuffix(".md") || href.lowercased().hasSuffix(".markdown")
        else { return "" }
        return href
    }
}
