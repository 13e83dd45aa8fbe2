/// When the steps of a course fall, in days from its start, as far as its plan alone can tell: an anchor is taken to be
/// done on the last of its own dates, and a month has thirty days.
struct DraftTimeline {
    /// One step, its module, and its days in order; no days for a step without a date of its own.
    struct Entry {
        var module: CourseModule
        var step: Step
        var days: [Int]

        var path: String { DraftPath.step(step, in: module) }
    }

    /// In the order of the course.
    let entries: [Entry]

    init(_ draft: CourseDraft) {
        var days = DayReckoning(draft)
        entries = draft.modules.flatMap { module in
            module.steps.map { Entry(module: module, step: $0, days: days.days(of: $0)) }
        }
    }
}

private struct DayReckoning {
    private var modules: [String: CourseModule] = [:]
    private var steps: [String: Step] = [:]
    private var known: [String: Int] = [:]
    private var onTheWay: Set<String> = []

    init(_ draft: CourseDraft) {
        for module in draft.modules {
            modules[module.key] = module
            for step in module.steps { steps[step.key] = step }
        }
    }

    mutating func days(of step: Step) -> [Int] {
        guard let offset = step.schedule.offset else { return [] }
        let first = (step.schedule.after.map { dayDone($0) } ?? 0) + offset.roughDays
        let between = step.schedule.every?.roughDays ?? 0
        return (0..<max(1, step.schedule.times)).map { first + $0 * between }
    }

    /// The day by which a module or an activity is done; the start for what has no date, and for what waits for itself.
    private mutating func dayDone(_ key: String) -> Int {
        if let day = known[key] { return day }
        guard onTheWay.insert(key).inserted else { return 0 }
        defer { onTheWay.remove(key) }
        var day = 0
        if let step = steps[key] {
            day = days(of: step).last ?? 0
        } else if let module = modules[key] {
            for step in module.steps { day = max(day, days(of: step).last ?? 0) }
        }
        known[key] = day
        return day
    }
}

extension Period {
    fileprivate var roughDays: Int { months * 30 + days }
}
