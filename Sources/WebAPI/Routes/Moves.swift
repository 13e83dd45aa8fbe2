import Campus
import Learning

/// Moving people to a later version of a course.
enum Moves {
    private struct Row: Encodable {
        let enrollmentID: Identifier<Enrollment>
        @Nullable var personID: Identifier<Person>?
        @Nullable var name: String?
        @Nullable var fromVersionID: Identifier<CourseVersion>?
        let result: String
        let new: [String]
        let credited: [String]
        let retired: [String]
        @Nullable var before: Progress?
        @Nullable var after: Progress?
        @Nullable var error: Refusal.Detail?

        init(_ result: MoveResult) {
            enrollmentID = result.enrollment
            personID = result.person
            name = result.name
            fromVersionID = result.from
            var gain: MoveGain?
            switch result.outcome {
            case .moved(let found):
                self.result = "moved"
                gain = found
            case .unchanged: self.result = "unchanged"
            case .refused(let detail):
                self.result = "refused"
                error = detail
            }
            new = gain?.new ?? []
            credited = gain?.credited ?? []
            retired = gain?.retired ?? []
            before = gain.map { Progress($0.before) }
            after = gain.map { Progress($0.after) }
        }

        static let schema = Schema.object([
            "enrollment_id": .id(Enrollment.idPrefix), "person_id": .id(Person.idPrefix).nullable,
            "name": .string.nullable, "from_version_id": .id(CourseVersion.idPrefix).nullable,
            "result": .words(["moved", "unchanged", "refused"]),
            "new": .array(.string).described("Steps to do that their version does not ask, or not as often."),
            "credited": .array(.string).described("Steps that are done at once: what they did before counts."),
            "retired": .array(.string).described("Steps that they did and that are gone; they stay earned."),
            "before": Progress.schema.nullable, "after": Progress.schema.nullable, "error": Schema.detail.nullable,
        ])
    }

    private struct Progress: Encodable {
        let required: Int
        let done: Int
        @Nullable var completedAt: Timestamp?

        init(_ totals: Totals) {
            required = totals.required
            done = totals.done
            completedAt = Timestamp(totals.completedAt)
        }

        static let schema = Schema.object([
            "required": .integer, "done": .integer, "completed_at": .time.nullable,
        ])
    }

    /// For how many people a step is what.
    private struct StepRow: Encodable {
        let key: String
        let title: String
        let new: Int
        let credited: Int
        let retired: Int

        static let schema = Schema.object([
            "key": .string, "title": .string, "new": .integer, "credited": .integer, "retired": .integer,
        ])
    }

    private struct Body: Encodable {
        let committed: Bool
        let versionID: Identifier<CourseVersion>
        let moved: Int
        let unchanged: Int
        let refused: Int
        let left: Int
        let steps: [StepRow]
        let rows: [Row]

        init(_ report: MoveReport, committed: Bool) {
            self.committed = committed
            versionID = report.version.id
            rows = report.results.map(Row.init)
            let counts = Dictionary(grouping: rows, by: \.result).mapValues(\.count)
            moved = counts["moved"] ?? 0
            unchanged = counts["unchanged"] ?? 0
            refused = counts["refused"] ?? 0
            left = report.left
            var people: [String: (new: Int, credited: Int, retired: Int)] = [:]
            for row in rows {
                for key in row.new { people[key, default: (0, 0, 0)].new += 1 }
                for key in row.credited { people[key, default: (0, 0, 0)].credited += 1 }
                for key in row.retired { people[key, default: (0, 0, 0)].retired += 1 }
            }
            steps = people.sorted { $0.key < $1.key }.map { key, counts in
                StepRow(
                    key: key, title: report.titles[key] ?? key, new: counts.new, credited: counts.credited,
                    retired: counts.retired)
            }
        }

        static let schema = Schema.object([
            "committed": .boolean, "version_id": .id(CourseVersion.idPrefix), "moved": .integer, "unchanged": .integer,
            "refused": .integer,
            "left": Schema.integer.described("People under way on an earlier version beyond those: ask again."),
            "steps": Schema.array(StepRow.schema).described("For how many people each step is what."),
            "rows": .array(Row.schema),
        ])
    }

    static let create = Operation(
        summary:
            "Move people under way to a later version of a course, or see what that would come to; each is moved or refused "
            + "for themself, and nothing that was earned is lost.",
        who: "whoever answers for the course, and admins",
        items: [.query("commit", .boolean, "Move them; otherwise it is only looked at.")],
        body: .json(
            .object([
                "version_id?": .id(CourseVersion.idPrefix).nullable,
                "enrollments?": .array(.id(Enrollment.idPrefix), max: Limits.enrolledTogether.value).nullable,
            ]).orNulls),
        replies: [(200, .json(Body.schema))]
    ) { call in
        let commits = try call.queryFlag("commit")
        let body = try await call.fields()
        let version = body.optionalIdentifier("version_id", CourseVersion.self)
        let enrollments = body.identifiers("enrollments", count: Limits.enrolledTogether.value, Enrollment.self)
        try body.check()
        let request = MoveRequest(
            course: try call.identifier(what: "course"), version: version, enrollments: enrollments)
        let report = try await call.campus.move(request, isLook: !commits, call.access)
        return try .json(Body(report, committed: commits))
    }
}
