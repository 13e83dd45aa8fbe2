public import Learning
import Persistence
import Store

extension Campus {
    /// How many courses, teams or people one part of a report is about. Teams come many at once: each part goes through all
    /// managers.
    private static func partLength(of grouping: CompletionGrouping) -> Int { grouping == .team ? 1000 : 100 }

    /// How far people are, a part at a time: all rows of some courses, teams or people. Each part is one read, so that a slow
    /// reader holds nothing; what happens between two of them is in the later one.
    /// - Parameter after: `next` of the part before; nil for the first.
    /// - Throws: ``Refusal`` of kind `forbidden` for who can never read this, `missing` for a course or a team that is not the
    ///   caller's to see.
    public func completion(
        _ request: CompletionRequest, after: CompletionPage.Place? = nil, _ access: Access
    ) async throws -> CompletionPage {
        try await read(access) { connection, caller in
            let rights = try CompletionRights(request, caller, connection)
            let page = Page(after: after, limit: Self.partLength(of: request.grouping))
            var part =
                switch request.grouping {
                case .course: try CompletionReportStore.courses(rights.scope, page: page, connection)
                case .module: try CompletionReportStore.courses(rights.scope, modules: true, page: page, connection)
                case .team: try CompletionReportStore.teams(rights.scope, page: page, connection)
                case .person: try CompletionReportStore.people(rights.scope, page: page, connection)
                }
            if rights.isWithheldFromFew {
                part.rows = try Self.withheld(part.rows, from: caller, connection)
            }
            return part
        }
    }

    /// The course with this key, for the command line.
    /// - Throws: ``Refusal`` of kind `missing`.
    public func course(keyed key: String, _ access: Access) async throws -> Identifier<Course> {
        try await read(access) { connection, caller in
            guard caller.isAdmin else { throw Refusal.forbidden("Only an admin may look courses up by their keys.") }
            guard let course = try CourseStore.find(key: key, connection) else { throw Refusal.missing("course") }
            return course.id
        }
    }

    /// Leaves out what is about few. With one module left out the others of its course go too: they could be subtracted from
    /// the course.
    private static func withheld(
        _ rows: [CompletionRow], from caller: Caller, _ connection: any SQLConnection
    ) throws -> [CompletionRow] {
        var small: Set<Identifier<Course>> = []
        for row in rows where !small.contains(row.courseID) {
            let isLarge = try CompletionGroupStore.isLarge(
                course: row.courseID, module: row.moduleKey, reader: caller.id, atLeast: RuleOfFive.people, connection)
            if !isLarge { small.insert(row.courseID) }
        }
        return rows.filter { !small.contains($0.courseID) }
    }
}
