import Learning
import Persistence
import Store

/// Opening the files of packages.
extension Campus {
    /// Makes an address that opens an activity's file on the content origin.
    /// - Throws: ``Refusal`` of kind `missing`; `forbidden` for anybody but the learner themselves, or a trainer who looks
    ///   at a version; `conflict` while something else comes first, and for what opens no file.
    public func launch(_ request: LaunchRequest, by access: Access) async throws -> Launch {
        let secret = Secret.make(prefix: "cml")
        let now = now()
        let expiresAt = now.advanced(bySeconds: Int64(Limits.launch.value))
        let (path, content) = try await write(access) { [outlines] connection, caller in
            guard let person = caller.personID else {
                throw Refusal.forbidden("The command line opens nothing: launch it as a person.")
            }
            let (version, enrollment) = try Self.version(for: request.target, caller, connection)
            guard let outline = try outlines.outline(version, connection) else {
                throw Refusal.missing("version")
            }
            guard let step = outline.step(request.activity) else { throw Refusal.missing("activity") }
            guard (1...step.schedule.times).contains(request.occurrence) else {
                throw Refusal.invalid(
                    "/occurrence", "out-of-range", "This activity has the occurrences 1 to \(step.schedule.times).")
            }
            if let enrollment {
                let state = PlanState(outline, facts: try ProgressStore.facts(of: enrollment, connection))
                if let lock = Self.lock(on: step, state) { throw lock }
            }
            let path = step.isOwnContent && request.path == nil ? nil : try request.path ?? Self.ownFile(of: step)
            if let path {
                if let enrollment { try Self.checkLocks(onFile: path, outline, of: enrollment, connection) }
                guard try VersionFileStore.find(path, of: version, connection) != nil else {
                    throw Refusal.missing("file in the package")
                }
            }
            try LaunchStore.removeExpired(now: now, connection)
            let token = try access.hash.flatMap { try TokenStore.find(hash: $0, now: now, connection)?.id }
            try LaunchStore.insert(
                hash: Secret.hash(secret), person: person, token: token, enrollment: enrollment, version: version,
                item: ItemKey(step.key, request.occurrence), createdAt: now, expiresAt: expiresAt, connection)
            return (path, request.path == nil ? step.content : nil)
        }
        return Launch(
            origin: contentURL, secret: secret, path: path ?? "", suffix: content?.suffix,
            isPlayed: path == nil || content?.isPlayed == true,
            expiresAt: expiresAt)
    }

    /// The version that is opened, and the enrollment unless it is a preview.
    private static func version(
        for target: LaunchRequest.Target, _ caller: Caller, _ connection: any SQLConnection
    ) throws -> (Identifier<CourseVersion>, Identifier<Enrollment>?) {
        switch target {
        case .preview(let version):
            guard caller.isTrainer else {
                throw Refusal.forbidden("Only trainers look at a version without being in it.")
            }
            return (version, nil)
        case .enrollment(let id):
            guard let enrollment = try EnrollmentStore.find(id, seenBy: caller, connection) else {
                throw Refusal.missing("enrollment")
            }
            guard enrollment.personID == caller.id else {
                throw Refusal.forbidden("Only the learner opens what is theirs; a trainer previews the version.")
            }
            return (enrollment.versionID, id)
        }
    }

    /// Locks guard what is opened, never what is recorded. Whoever did it once may look again.
    private static func lock(on step: Step, _ state: PlanState) -> Refusal? {
        let keys = state.locks(on: step.key)
        let isDone = (1...step.schedule.times).contains { state.outcomes[ItemKey(step.key, $0)]?.completedAt != nil }
        guard !keys.isEmpty, !isDone else { return nil }
        let titles = keys.map { state.outline.module($0)?.title ?? state.outline.step($0)?.title ?? $0 }
        return Refusal(
            .conflict, "locked", "This comes first: \(titles.joined(separator: ", ")).",
            details: zip(keys, titles).map {
                Refusal.Detail(pointer: "/activity", code: "comes-first", message: "\($1) (\($0))")
            })
    }

    /// A file that steps open stays closed while all of them are locked, whichever way it is asked for.
    static func checkLocks(
        onFile path: String, _ outline: CourseOutline, of enrollment: Identifier<Enrollment>,
        _ connection: any SQLConnection
    ) throws {
        let steps = outline.steps(opening: path)
        let areAllGuarded = steps.allSatisfy { step in
            !step.requires.isEmpty || outline.module(of: step.key)?.requires.isEmpty == false
        }
        guard !steps.isEmpty, areAllGuarded else { return }
        let state = PlanState(outline, facts: try ProgressStore.facts(of: enrollment, connection))
        let locks = steps.compactMap { lock(on: $0, state) }
        if locks.count == steps.count { throw locks[0] }
    }

    /// The file that a step opens.
    private static func ownFile(of step: Step) throws -> String {
        if let reason = step.unavailable { throw Refusal(.conflict, "unavailable", reason) }
        guard let href = step.href else {
            throw Refusal(
                .conflict, "nothing-to-open", "This activity has no file; name one that its text links to as \"path\".")
        }
        if step.kind == .link, href.contains("://") {
            throw Refusal(.conflict, "is-a-link", "This activity is an address on the web: open it as it is.")
        }
        return href
    }
}
