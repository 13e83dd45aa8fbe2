public import Learning
public import Persistence

/// The record path: events in, and all that they change with them.
extension ProgressStore {
    /// Makes batches wait for one another. The first thing that a transaction does which records some.
    public static func takeTurn(_ connection: any SQLConnection) throws {
        try connection.send("\(.eventTurn)")
    }

    /// Appends events, folds them into the progress they touch, and keeps modules, enrollments and counters in step. A handful
    /// of statements, however many events.
    ///
    /// - Parameters:
    ///   - events: of known activities and occurrences, by the keys of their enrollment's version, with ids that are free.
    ///   - states: the enrollments of all events, as ``EnrollmentStore/lock(_:_:)`` gave them in this transaction.
    ///   - outlines: the versions that those are pinned to.
    public static func append(
        _ events: [EventRecord], to states: [Identifier<Enrollment>: EnrollmentState],
        _ outlines: [Identifier<CourseVersion>: CourseOutline], _ connection: any SQLConnection
    ) throws {
        guard !events.isEmpty else { return }
        var fold = ProgressFold(states: states, outlines: outlines)
        fold.take(events)
        let facts = try facts(of: fold.keys, connection)
        let modules = try ModuleProgressStore.totals(of: fold.moduleKeys, connection)
        // Sent behind what is asked, so that a server writes them while what it answered is folded.
        try EventStore.insert(events, connection)
        fold.facts = try facts.get()
        fold.modules = try modules.get()
        try PulseVoiceStore.insert(events, of: states, connection)
        fold.run()
        try upsert(fold.items, connection)
        if !fold.settled.isEmpty { fold.settle(try completions(of: fold.settled, connection)) }
        try ModuleProgressStore.upsert(fold.changedModules, connection)
        try EnrollmentStore.update(fold.changedEnrollments, connection)
        try CompletionCounterStore.add(fold.deltas, connection)
    }
}
