public import Learning
import Store

extension Campus {
    /// What a version has that an earlier one of the course has not, and the other way round.
    /// - Parameter since: the earlier one; the one before it unless said otherwise.
    /// - Throws: ``Refusal`` of kind `forbidden`, `missing`, or `invalid` when `since` is no earlier version.
    public func changes(
        in version: Identifier<CourseVersion>, of course: Identifier<Course>,
        since earlier: Identifier<CourseVersion>? = nil, by access: Access
    ) async throws -> VersionComparison {
        try await read(access) { [outlines] connection, caller in
            guard caller.isTrainer || caller.isLeader else {
                throw Refusal.forbidden("Versions are compared by trainers and leaders.")
            }
            guard try CourseStore.find(course, connection) != nil else { throw Refusal.missing("course") }
            guard let new = try CourseVersionStore.find(version, connection), new.courseID == course else {
                throw Refusal.missing("version")
            }
            let line = try CourseVersionStore.line(of: course, connection)
            guard let old = earlier ?? line.last(where: { $0.number < new.number })?.id else {
                throw Refusal.invalid("since", "first-version", "This is the first version: there is none before it.")
            }
            guard let place = line.first(where: { $0.id == old }), place.number < new.number else {
                throw Refusal.invalid(
                    "since", "not-earlier", "The id of an earlier version of this course is expected.")
            }
            let between = line.filter { $0.number > place.number && $0.number <= new.number }
            let renames = Renames(along: try between.compactMap { try outlines.outline($0.id, connection) })
            guard let before = try CourseVersionStore.content(of: old, connection),
                let after = try CourseVersionStore.content(of: version, connection)
            else { throw Refusal.missing("version") }
            return VersionComparison(
                since: old, version: version, changes: CourseChanges(from: before, to: after, renames: renames))
        }
    }
}
