import Learning
import Persistence
import Store

/// What every caller of a batch is to every learner in it, found in a statement or two for all of them.
struct EventRights {
    private let states: [Identifier<Enrollment>: EnrollmentState]
    private var above: [Identifier<Person>: Set<Identifier<Person>>] = [:]
    private var managers: [Identifier<Person>: Identifier<Person>] = [:]

    /// - Parameter pairs: who wants to say something in which enrollment.
    init(
        _ pairs: [(caller: Caller, enrollment: Identifier<Enrollment>)],
        _ states: [Identifier<Enrollment>: EnrollmentState], _ connection: any SQLConnection
    ) throws {
        self.states = states
        // Most events are the learner's own and need no statement.
        var learners: Set<Identifier<Person>> = []
        var callers: Set<Identifier<Person>> = []
        for (caller, enrollment) in pairs {
            guard let learner = states[enrollment]?.personID, learner != caller.id else { continue }
            learners.insert(learner)
            callers.insert(caller.id)
        }
        guard !learners.isEmpty else { return }
        above = try RelationStore.above(learners.sorted(), connection)
        managers = try RelationStore.managers(of: callers.sorted(), connection)
    }

    /// What `caller` is to the learner of an enrollment that is there.
    func relations(_ caller: Caller, _ enrollment: Identifier<Enrollment>) -> Relations {
        guard let state = states[enrollment] else { return [] }
        var relations: Relations = []
        if state.personID == caller.id { relations.insert(.learner) }
        if above[state.personID]?.contains(caller.id) == true { relations.insert(.manager) }
        if let manager = state.managerID, managers[caller.id] == manager { relations.insert(.peer) }
        if caller.isTrainer, state.ownerID == caller.id { relations.insert(.trainer) }
        if caller.isAdmin { relations.insert(.admin) }
        return relations.isEmpty ? .other : relations
    }
}
