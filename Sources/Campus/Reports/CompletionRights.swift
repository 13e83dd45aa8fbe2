import Learning
import Persistence
import Store

/// Which part of the completion report is whose.
///
/// Names are for those above a person, for the trainer who owns the course, and for admins. Numbers of courses and modules as
/// a whole are for every trainer, and for leaders where they are about five people or more.
struct CompletionRights {
    let scope: CompletionScope
    /// Whether numbers about fewer than five people are left out.
    let isWithheldFromFew: Bool

    /// - Throws: ``Refusal`` of kind `forbidden` for who can never read this, `missing` for a course or a team that is not
    ///   the caller's to see.
    init(_ request: CompletionRequest, _ caller: Caller, _ connection: any SQLConnection) throws {
        guard caller.isTrainer || caller.isLeader || caller.isManager else {
            throw Refusal.forbidden("Only managers, trainers and leaders read how far others are.")
        }
        if let course = request.course, try CourseStore.summary(course, CourseSight(caller), connection) == nil {
            throw Refusal.missing("course")
        }
        let isOfAll = request.team == nil && [.course, .module].contains(request.grouping)
        guard isOfAll || caller.isTrainer || caller.isManager else {
            throw Refusal.forbidden("Leaders read numbers of courses and modules as a whole.")
        }
        isWithheldFromFew = isOfAll && caller.isLeader && !caller.isTrainer
        let sight: CompletionScope.Sight
        if caller.isAdmin {
            if let team = request.team, try PersonStore.find(team, connection) == nil { throw Refusal.missing("team") }
            sight = .all
        } else if isOfAll {
            sight = caller.isTrainer || caller.isLeader ? .all : .tree(of: caller.id)
        } else if let team = request.team {
            sight = try Self.sight(of: team, caller, connection)
        } else if caller.isTrainer {
            sight = caller.isManager ? .treeAndCourses(of: caller.id) : .courses(of: caller.id)
        } else {
            sight = .tree(of: caller.id)
        }
        scope = CompletionScope(course: request.course, team: request.team, sight: sight)
    }

    private static func sight(
        of team: Identifier<Person>, _ caller: Caller, _ connection: any SQLConnection
    ) throws -> CompletionScope.Sight {
        let isOwn = try team == caller.id || TeamStore.contains(manager: caller.id, person: team, connection)
        if isOwn, caller.isManager || !caller.isTrainer { return .tree(of: caller.id) }
        guard caller.isTrainer, try PersonStore.find(team, connection) != nil else { throw Refusal.missing("team") }
        return .courses(of: caller.id)
    }
}
