public import Learning
import Persistence
import Store

/// Playing content that reports.
extension Campus {
    /// What a launch plays, and where it goes on.
    /// - Throws: ``Refusal`` of kind `gone` when the launch is unknown or over, `missing` when it plays nothing, `conflict`
    ///   while something else comes first.
    public func played(_ secret: String) async throws -> PlayedContent {
        let now = now()
        return try await read(.operator) { [outlines] connection, _ in
            guard let launch = try LaunchStore.find(hash: Secret.hash(secret), now: now, connection) else {
                throw Refusal.launchOver
            }
            guard let outline = try outlines.outline(launch.version, connection),
                let step = outline.step(launch.item.activity),
                let learner = try PersonStore.find(launch.person, connection)
            else { throw Refusal.missing("content that is played") }
            if step.isOwnContent {
                return PlayedContent(
                    title: step.title, kind: step.kind, file: "",
                    html: step.text.map { Prose($0, from: step.document).html }, enrollment: launch.enrollment,
                    item: launch.item, learner: learner, openedAt: now)
            }
            guard let content = step.content, content.isPlayed, let path = step.href else {
                throw Refusal.missing("content that is played")
            }
            var state: String?
            if let enrollment = launch.enrollment {
                try Self.checkLocks(onFile: path, outline, of: enrollment, connection)
                state = try ProgressStore.facts(of: enrollment, connection)[launch.item]?.state?.text
            }
            return PlayedContent(
                title: step.title, kind: step.kind, file: Launch.file(path, content.suffix), content: content,
                enrollment: launch.enrollment, item: launch.item, learner: learner, state: state,
                openedAt: now)
        }
    }

    /// Records what content says by its launch alone, when the window around it closes: of the launch's own item, as its
    /// learner.
    /// - Throws: ``Refusal`` of kind `gone` when the launch is unknown or over.
    public func recordLast(_ events: [EventDraft], launch secret: String) async throws -> [EventResult] {
        let now = now()
        let claim = try await read(.operator) { connection, _ in
            try LaunchStore.find(hash: Secret.hash(secret), now: now, connection)
        }
        guard let claim else { throw Refusal.launchOver }
        return try await record(events, launch: secret, .person(claim.person))
    }
}

extension Refusal {
    static let launchOver = Refusal(.gone, "launch-over", "This address is over. Open the activity again.")
}
