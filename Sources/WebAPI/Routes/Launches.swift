import Campus
import HTTPTypes
import Learning

/// Operations on launches: addresses that open a package's files.
enum Launches {
    private struct Row: Encodable {
        let url: String
        let base: String
        let secret: String
        let expiresAt: Timestamp
    }

    static let create = Operation(
        summary: "Make an address on the content origin that opens an activity: its file, or the player around it.",
        who: "the learner of the enrollment; a trainer any version",
        body: .json(
            .object([
                "enrollment_id?": .id(Enrollment.idPrefix).nullable.described("The caller's own."),
                "version_id?": .id(CourseVersion.idPrefix).nullable.described(
                    "Instead, for a trainer who looks at it."),
                "activity": .string(1...400), "occurrence?": .integer(1...366),
                "path?": .string(1...1024).nullable.described(
                    "Another file of the package, from its root: one that the activity's text links to."),
            ]).orNulls),
        replies: [
            (
                201,
                .json(
                    .object([
                        "url": Schema.string.described(
                            "What the page opens in a frame: the file, or the player around content that reports and around a lesson or quiz."
                        ),
                        "secret": Schema.string.described(
                            "What content says is recorded with: see `launch` of events."),
                        "base": .string.described("Every file of the version is found here, by its path."),
                        "expires_at": .time,
                    ]))
            )
        ], refusals: [409, 413]
    ) { call in
        let body = try await call.fields()
        let enrollment = body.optionalIdentifier("enrollment_id", Enrollment.self)
        let version = body.optionalIdentifier("version_id", CourseVersion.self)
        let activity = body.string("activity", 1...400)
        let occurrence = body.optionalInteger("occurrence", 1...366) ?? 1
        let path = body.optionalString("path", 1...1024)
        let target = LaunchRequest.Target(enrollment: enrollment, version: version)
        if target == nil { body.problem("enrollment_id", "required", "Name an enrollment, or a version to look at.") }
        try body.check()
        guard let target else { throw Refusal.missing("enrollment") }
        let launch = try await call.campus.launch(
            LaunchRequest(target, activity: activity, occurrence: occurrence, path: path), by: call.access)
        return try .secret(
            Row(
                url: launch.url, base: launch.base, secret: launch.secret, expiresAt: Timestamp(launch.expiresAt)),
            at: launch.url)
    }
}

extension LaunchRequest.Target {
    /// Nil unless exactly one of them is there.
    fileprivate init?(enrollment: Identifier<Enrollment>?, version: Identifier<CourseVersion>?) {
        switch (enrollment, version) {
        case (let enrollment?, nil): self = .enrollment(enrollment)
        case (nil, let version?): self = .preview(version)
        default: return nil
        }
    }
}
