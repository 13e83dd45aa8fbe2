import Learning

/// An import and what it had to say.
struct ImportRow: Encodable {
    struct FindingRow: Encodable {
        let severity: Finding.Severity
        let code: String
        @Nullable var entry: String?
        @Nullable var line: Int?
        @Nullable var column: Int?
        @Nullable var path: String?
        let message: String
        @Nullable var hint: String?
        let count: Int

        init(_ finding: Finding) {
            severity = finding.severity
            code = finding.code
            entry = finding.entry
            line = finding.line
            column = finding.column
            path = finding.path
            message = finding.message
            hint = finding.hint
            count = finding.count
        }
    }

    struct CountsRow: Encodable {
        let modules: Int
        let activities: Int
        let answers: Int
        let files: Int
    }

    let id: Identifier<ImportJob>
    let fileName: String
    let state: ImportJob.State
    @Nullable var result: ImportResult?
    @Nullable var format: String?
    @Nullable var title: String?
    @Nullable var courseID: Identifier<Course>?
    @Nullable var versionID: Identifier<CourseVersion>?
    @Nullable var comparedWith: Identifier<CourseVersion>?
    let size: Int
    let digest: String
    let counts: CountsRow
    let findings: [FindingRow]
    let createdAt: Timestamp
    @Nullable var endedAt: Timestamp?
    @Nullable var requestedBy: Identifier<Person>?

    init(_ job: ImportJob, findings: [Finding]) {
        id = job.id
        fileName = job.fileName
        state = job.state
        result = job.result
        format = job.format
        title = job.title
        courseID = job.courseID
        versionID = job.versionID
        comparedWith = job.comparedWith
        size = job.size
        digest = job.digest
        counts = CountsRow(
            modules: job.counts.modules, activities: job.counts.activities, answers: job.counts.answers,
            files: job.counts.files)
        self.findings = findings.map(FindingRow.init)
        createdAt = Timestamp(job.createdAt)
        endedAt = Timestamp(job.endedAt)
        requestedBy = job.requestedBy
    }

    private static let finding = Schema.object([
        "severity": .words(Finding.Severity.self), "code": .string, "entry": .string.nullable,
        "line": .integer.nullable, "column": .integer.nullable, "path": .string.nullable, "message": .string,
        "hint": .string.nullable, "count": .integer,
    ])

    static let schema = Schema.object([
        "id": .id(ImportJob.idPrefix), "file_name": .string, "state": .words(ImportJob.State.self),
        "result": .words(ImportResult.self).nullable, "format": .string.nullable, "title": .string.nullable,
        "course_id": .id(Course.idPrefix).nullable, "version_id": .id(CourseVersion.idPrefix).nullable,
        "compared_with": .id(CourseVersion.idPrefix).nullable.described(
            "Where it was held: the version that was current."),
        "size": .integer.described("Bytes that were uploaded."),
        "digest": .string.described("SHA-256 of what was uploaded, in hexadecimal."),
        "counts": .object(["modules": .integer, "activities": .integer, "answers": .integer, "files": .integer]),
        "findings": .array(finding), "created_at": .time, "ended_at": .time.nullable,
        "requested_by": .id(Person.idPrefix).nullable,
    ])
}
