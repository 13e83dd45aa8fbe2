import Learning

/// What a transaction adds to the counters, gathered so that each row is touched once.
struct CompletionDeltas {
    struct Key: Hashable, Comparable {
        var course: Identifier<Course>
        /// Empty for the course as a whole.
        var module: String
        /// Empty for nobody's.
        var manager: String

        static func < (left: Self, right: Self) -> Bool {
            (left.course, left.module, left.manager) < (right.course, right.module, right.manager)
        }
    }

    struct Counts: Hashable {
        var enrolled = 0
        var started = 0
        var completed = 0
        var required = 0
        var done = 0
    }

    private var counts: [Key: Counts] = [:]

    /// What an enrollment's totals became from what they were, in the course or one of its modules.
    mutating func change(
        course: Identifier<Course>, module: String, manager: Identifier<Person>?, from before: Totals, to after: Totals
    ) {
        add(
            course, module, manager,
            Counts(
                started: (after.isStarted ? 1 : 0) - (before.isStarted ? 1 : 0),
                completed: (after.completedAt == nil ? 0 : 1) - (before.completedAt == nil ? 0 : 1),
                required: after.required - before.required, done: after.done - before.done))
    }

    /// A new enrollment.
    mutating func enroll(
        course: Identifier<Course>, module: String, manager: Identifier<Person>?, required: Int
    ) {
        add(course, module, manager, Counts(enrolled: 1, required: required))
    }

    /// An enrollment that goes on under another version, with other modules.
    mutating func move(_ state: EnrollmentState, from before: EnrollmentHistory, to after: EnrollmentHistory) {
        change(
            course: state.courseID, module: "", manager: state.managerID, from: before.totals, to: after.totals)
        for key in Set(before.modules.keys).union(after.modules.keys) {
            let none = Totals(required: 0)
            change(
                course: state.courseID, module: key, manager: state.managerID, from: before.modules[key] ?? none,
                to: after.modules[key] ?? none)
            let enrolled = (after.modules[key] == nil ? 0 : 1) - (before.modules[key] == nil ? 0 : 1)
            add(state.courseID, key, state.managerID, Counts(enrolled: enrolled))
        }
    }

    /// In the order of the keys; what comes to nothing is left out.
    var rows: [(Key, Counts)] {
        counts.filter { $0.value != Counts() }.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    private mutating func add(
        _ course: Identifier<Course>, _ module: String, _ manager: Identifier<Person>?, _ more: Counts
    ) {
        let key = Key(course: course, module: module, manager: manager?.text ?? "")
        counts[key, default: Counts()].enrolled += more.enrolled
        counts[key, default: Counts()].started += more.started
        counts[key, default: Counts()].completed += more.completed
        counts[key, default: Counts()].required += more.required
        counts[key, default: Counts()].done += more.done
    }
}
