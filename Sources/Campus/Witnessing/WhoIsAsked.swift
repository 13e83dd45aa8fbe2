import Learning

/// Somebody who may be asked first for a word on what others do.
struct WhoIsAsked {
    let caller: Caller
    /// The caller's.
    let manager: Identifier<Person>?

    init(_ caller: Caller, manager: Identifier<Person>?) {
        self.caller = caller
        self.manager = manager
    }

    /// Whether it is for the caller to say `verb` of a step, of those who are asked first.
    /// - Parameters:
    ///   - learnersManager: the learner's.
    ///   - owner: who answers for the course.
    func says(
        _ verb: Verb, of step: Step, manager learnersManager: Identifier<Person>?, owner: Identifier<Person>?
    ) -> Bool {
        var relations: Relations = []
        if learnersManager == caller.id { relations.insert(.manager) }
        if let manager, learnersManager == manager { relations.insert(.peer) }
        if caller.isTrainer, owner == caller.id { relations.insert(.trainer) }
        let asksTrainer = step.kind == .coaching ? step.with == "trainer" : step.witness == .trainer
        let hasNobody = asksTrainer ? owner == nil : learnersManager == nil
        if caller.isAdmin, hasNobody { relations.insert(.admin) }
        return VerbRule.refusal(of: verb, to: step, from: relations) == nil
    }
}
