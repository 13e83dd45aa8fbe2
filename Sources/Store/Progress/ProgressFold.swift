import Learning

/// One batch of events on its way into progress: what was there, what came, and what that changes. No I/O.
struct ProgressFold {
    /// An enrollment and how its row changes.
    struct Course {
        var state: EnrollmentState
        var before: Totals
        var after: Totals
        var lastEventAt: Instant?
    }

    private let states: [Identifier<Enrollment>: EnrollmentState]
    private let outlines: [Identifier<CourseVersion>: CourseOutline]
    private var events: [ProgressStore.Key: [EventRecord]] = [:]
    private var courses: [Identifier<Enrollment>: Course] = [:]

    /// The items that the events touch, and their modules; in the order of their keys.
    private(set) var keys: [ProgressStore.Key] = []
    private(set) var moduleKeys: [ModuleProgressStore.Key] = []
    /// What was there: of `keys`, of `moduleKeys`.
    var facts: [ProgressStore.Key: ProgressFacts] = [:]
    var modules: [ModuleProgressStore.Key: Totals] = [:]

    /// The items as they are now.
    private(set) var items: [(key: ProgressStore.Key, facts: ProgressFacts, outcome: StepOutcome)] = []
    private var modulesAfter: [ModuleProgressStore.Key: Totals] = [:]
    /// The enrollments in which something is complete whose date has to be looked up among all of its items.
    private(set) var settled: [Identifier<Enrollment>] = []

    init(states: [Identifier<Enrollment>: EnrollmentState], outlines: [Identifier<CourseVersion>: CourseOutline]) {
        self.states = states
        self.outlines = outlines
    }

    /// Sorts the events to the items they are about.
    mutating func take(_ events: [EventRecord]) {
        var moduleKeys: Set<ModuleProgressStore.Key> = []
        for event in events {
            guard let state = states[event.enrollment], let outline = outlines[state.versionID],
                let module = outline.module(of: event.activity)
            else { continue }
            let key = ProgressStore.Key(
                enrollment: event.enrollment, item: ItemKey(event.activity, event.occurrence))
            self.events[key, default: []].append(event)
            moduleKeys.insert(.init(enrollment: event.enrollment, module: module.key))
            var course = courses[event.enrollment] ?? Course(state)
            course.lastEventAt = max(course.lastEventAt ?? event.occurredAt, event.occurredAt)
            course.after.isStarted = true
            courses[event.enrollment] = course
        }
        keys = self.events.keys.sorted()
        self.moduleKeys = moduleKeys.sorted()
    }

    /// Folds what came into what was there.
    mutating func run() {
        modulesAfter = modules
        var settled: Set<Identifier<Enrollment>> = []
        for key in keys {
            guard let events = events[key], var course = courses[key.enrollment],
                let outline = outlines[course.state.versionID], let step = outline.step(key.item.activity),
                let module = outline.module(of: key.item.activity)
            else { continue }
            let old = facts[key] ?? ProgressFacts()
            let new = events.reduce(into: old) { $0.add($1) }
            let before = step.outcome(old)
            let after = step.outcome(new)
            if new != old { items.append((key, new, after)) }
            let moduleKey = ModuleProgressStore.Key(enrollment: key.enrollment, module: module.key)
            var totals = modulesAfter[moduleKey] ?? Totals(required: module.required)
            totals.isStarted = true
            if step.isRequired, before.completedAt != after.completedAt {
                if before.completedAt == nil {
                    totals.done += 1
                    course.after.done += 1
                }
                if totals.done == totals.required { settled.insert(key.enrollment) }
            }
            modulesAfter[moduleKey] = totals
            courses[key.enrollment] = course
        }
        self.settled = settled.sorted()
    }

    /// Dates what is complete by the last of its items. A completion that was reached stays, and never moves to later.
    mutating func settle(_ outcomes: [Identifier<Enrollment>: [ItemKey: StepOutcome]]) {
        for enrollment in settled {
            guard var course = courses[enrollment], let outline = outlines[course.state.versionID] else { continue }
            let outcomes = outcomes[enrollment] ?? [:]
            course.after.completedAt = earliest(course.after.completedAt, outline.totals(outcomes).completedAt)
            courses[enrollment] = course
            for key in moduleKeys where key.enrollment == enrollment {
                guard let module = outline.module(key.module), var totals = modulesAfter[key] else { continue }
                totals.completedAt = earliest(totals.completedAt, module.totals(outcomes).completedAt)
                modulesAfter[key] = totals
            }
        }
    }

    var changedModules: [(key: ModuleProgressStore.Key, totals: Totals)] {
        moduleKeys.compactMap { key in
            guard let after = modulesAfter[key], after != modules[key] else { return nil }
            return (key, after)
        }
    }

    var changedEnrollments: [(id: Identifier<Enrollment>, totals: Totals, lastEventAt: Instant?)] {
        courses.values
            .filter { $0.after != $0.before || $0.lastEventAt != $0.state.lastEventAt }
            .map { ($0.state.id, $0.after, $0.lastEventAt) }
            .sorted { $0.id < $1.id }
    }

    /// What the counters of those gain who are counted.
    var deltas: CompletionDeltas {
        var deltas = CompletionDeltas()
        for course in courses.values where course.state.isCounted {
            deltas.change(
                course: course.state.courseID, module: "", manager: course.state.managerID, from: course.before,
                to: course.after)
        }
        for key in moduleKeys {
            guard let state = courses[key.enrollment]?.state, state.isCounted, let after = modulesAfter[key],
                let before = modules[key]
            else { continue }
            deltas.change(
                course: state.courseID, module: key.module, manager: state.managerID, from: before, to: after)
        }
        return deltas
    }

    private func earliest(_ left: Instant?, _ right: Instant?) -> Instant? {
        guard let left, let right else { return left ?? right }
        return min(left, right)
    }
}

extension ProgressFold.Course {
    init(_ state: EnrollmentState) {
        let totals = Totals(
            required: state.required, done: state.done, completedAt: state.completedAt,
            isStarted: state.lastEventAt != nil)
        self.init(state: state, before: totals, after: totals, lastEventAt: state.lastEventAt)
    }
}
