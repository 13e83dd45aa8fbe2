import Learning
import Persistence
import Store

extension Campus {
    /// Enrollments of one transaction.
    private static let movedTogether = 200

    private struct Target: Sendable {
        var course: Course
        var version: CourseVersion
        var ids: [Identifier<Enrollment>]
        var left: Int
    }

    /// Moves people under way to a later version of their course, each for themself, or says what that would come to. Nothing
    /// that was earned is lost; who is there already stays as they are, so that the same request twice is one.
    ///
    /// - Parameter isLook: writes nothing.
    /// - Returns: a result for each enrollment, in the order in which they were named, or by id.
    /// - Throws: ``Refusal`` of kind `missing`, `forbidden` for whoever neither answers for the course nor is an admin, `invalid`.
    public func move(_ request: MoveRequest, isLook: Bool, _ access: Access) async throws -> MoveReport {
        if let count = request.enrollments?.count, count > Limits.enrolledTogether.value {
            throw Refusal.invalid(
                "/enrollments", "too-many", "At most \(Limits.enrolledTogether.value) can be named at once.")
        }
        let target = try await read(access) { connection, caller in try Self.target(of: request, caller, connection) }
        var results: [MoveResult] = []
        var rest = target.ids[...]
        // At least one transaction, so that a token that may only read is refused even for nobody.
        repeat {
            let ids = Array(rest.prefix(Self.movedTogether))
            results += isLook ? try await look(ids, target, access) : try await move(ids, target, access)
            rest = rest.dropFirst(Self.movedTogether)
        } while !rest.isEmpty
        let titles = try await read(access) { [outlines, results] connection, _ in
            try Self.titles(of: results, in: target.version, outlines, connection)
        }
        return MoveReport(version: target.version, results: results, left: target.left, titles: titles)
    }

    private func look(
        _ ids: [Identifier<Enrollment>], _ target: Target, _ access: Access
    ) async throws -> [MoveResult] {
        try await read(access) { [outlines] connection, caller in
            try Self.checkMayMove(caller, in: target.course.id, connection)
            let moves = try VersionMoveStore.look(
                ids, to: target.version.id, of: target.course.id, outline: { try outlines.outline($0, connection) },
                connection)
            return try Self.results(moves, connection)
        }
    }

    private func move(
        _ ids: [Identifier<Enrollment>], _ target: Target, _ access: Access
    ) async throws -> [MoveResult] {
        let now = now()
        return try await write(access) { [outlines, makeID] connection, caller in
            try Self.checkMayMove(caller, in: target.course.id, connection)
            let moves = try VersionMoveStore.move(
                ids, to: target.version.id, of: target.course.id, by: caller.personID, now: now,
                outline: { try outlines.outline($0, connection) }, connection)
            let outline = try outlines.outline(target.version.id, connection)
            try NoticeStore.insert(
                moves.compactMap { move in
                    move.notice(of: target.version, outline, id: Identifier(stored: makeID()), now: now)
                }, connection)
            try AuditStore.append(
                moves.compactMap { move in
                    guard case .moved = move.outcome else { return nil }
                    return AuditEntry(
                        at: now, actor: caller.actor, .moved, subject: "\(move.enrollment)", person: move.person,
                        changes: [
                            AuditChange(
                                "version_id", before: move.from.map { "\($0)" }, after: "\(target.version.id)")
                        ])
                }, connection)
            // The lessons of a version that nobody is on any more are found no longer.
            let hasMoved = moves.contains { if case .moved = $0.outcome { true } else { false } }
            if hasMoved { try ChangeStore.append(.version, subject: target.version.id.text, connection) }
            return try Self.results(moves, connection)
        }
    }

    private static func target(
        of request: MoveRequest, _ caller: Caller, _ connection: any SQLConnection
    ) throws -> Target {
        try checkMayMove(caller, in: request.course, connection)
        guard let course = try CourseStore.find(request.course, connection) else { throw Refusal.missing("course") }
        guard let version = try CourseVersionStore.find(request.version ?? course.versionID, connection),
            version.courseID == course.id
        else { throw Refusal.missing("version") }
        if let ids = request.enrollments {
            var seen: Set<Identifier<Enrollment>> = []
            return Target(course: course, version: version, ids: ids.filter { seen.insert($0).inserted }, left: 0)
        }
        let limit = Limits.enrolledTogether.value
        let ids = try VersionMoveStore.underWay(in: course.id, before: version.number, limit: limit, connection)
        let all =
            ids.count < limit
            ? ids.count : try VersionMoveStore.countUnderWay(in: course.id, before: version.number, connection)
        return Target(course: course, version: version, ids: ids, left: all - ids.count)
    }

    private static func checkMayMove(
        _ caller: Caller, in id: Identifier<Course>, _ connection: any SQLConnection
    ) throws {
        guard caller.isTrainer else { throw Refusal.forbidden("People are moved to another version by trainers.") }
        guard let course = try CourseStore.find(id, connection) else { throw Refusal.missing("course") }
        guard caller.isAdmin || course.ownerID == caller.id else {
            throw Refusal.forbidden("People are moved by whoever answers for the course, or by an admin.")
        }
    }

    private static func results(
        _ moves: [VersionMoveStore.Move], _ connection: any SQLConnection
    ) throws -> [MoveResult] {
        let names = try PersonStore.names(of: Set(moves.compactMap(\.person)), connection)
        return moves.map { move in
            MoveResult(
                enrollment: move.enrollment, person: move.person, name: move.person.flatMap { names[$0] },
                from: move.from, outcome: outcome(of: move))
        }
    }

    private static func outcome(of move: VersionMoveStore.Move) -> MoveResult.Outcome {
        func refused(_ code: String, _ message: String) -> MoveResult.Outcome {
            .refused(.init(pointer: "/enrollments", code: code, message: message))
        }
        return switch move.outcome {
        case .moved(let gain): .moved(gain)
        case .there: .unchanged
        case .ahead: refused("ahead", "They are on a later version already; nobody goes back.")
        case .over: refused("not-under-way", "They have left, or their enrollment has ended.")
        case .missing: refused("not-found", "There is no such enrollment in this course.")
        }
    }

    private static func titles(
        of results: [MoveResult], in version: CourseVersion, _ outlines: OutlineCache, _ connection: any SQLConnection
    ) throws -> [String: String] {
        var titles: [String: String] = [:]
        for id in Set(results.compactMap(\.from)).sorted() + [version.id] {
            for step in try outlines.outline(id, connection)?.modules.flatMap(\.steps) ?? [] {
                titles[step.key] = step.title
            }
        }
        return titles
    }
}

extension VersionMoveStore.Move {
    /// What the learner is told; nil when there is nothing new for them to do.
    fileprivate func notice(
        of version: CourseVersion, _ outline: CourseOutline?, id: Identifier<Notice>, now: Instant
    ) -> Notice? {
        guard case .moved(let gain) = outcome, !gain.new.isEmpty, let person else { return nil }
        let titles = gain.new.prefix(3).map { "\"\(outline?.step($0)?.title ?? $0)\"" }.joined(separator: ", ")
        let steps = gain.new.count == 1 ? "One step is" : "\(gain.new.count) steps are"
        let label = version.label.isEmpty ? "" : " (\(version.label))"
        return Notice(
            id: id, personID: person, kind: .newVersion,
            text: "\"\(version.title)\" goes on in a new version\(label). \(steps) new for you: \(titles)"
                + "\(gain.new.count > 3 ? " and more" : ""). Everything that you did counts.",
            subject: "\(enrollment)", createdAt: now)
    }
}
