import CoursePackage
import Learning
import Store

/// What of an import is compared with what is there, and not published yet.
enum ImportHold: Sendable {
    case nothing
    /// A new version of a course that is known; what is new altogether changes nothing for anybody.
    case newVersions
    case everything
}

/// Between the look at what a version changes and its publication another one was published.
struct CourseMovedOn: Error {
    let finding = Finding(
        .fatal, "course-moved-on",
        message: "Another version of the course was published since somebody looked at what this one changes.",
        hint: "Upload it again: it is then compared with that version.")
}

extension Campus {
    /// What a package would change, where it is to be held; nil when it is to be published.
    func held(_ reading: PackageReading, _ draft: CourseDraft, _ hold: ImportHold) async throws -> ImportReport? {
        if hold == .nothing { return nil }
        let (course, content) = try await read(.operator) { connection, _ in
            let course = try CourseStore.find(key: draft.key, connection)
            return (course, try course.flatMap { try CourseVersionStore.content(of: $0.versionID, connection) })
        }
        if course == nil, hold == .newVersions { return nil }
        let new = VersionContent(draft, digests: reading.fileDigests)
        return ImportReport(
            reading, holding: CourseChanges(from: content ?? .none, to: new), of: course?.id,
            comparedWith: course?.versionID)
    }
}
