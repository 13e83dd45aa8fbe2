import Learning
import XML

/// What can be said only once all of the document is known.
extension CurriculumReader {
    func finish() {
        guard isOurs else { return }
        resolveReferences()
        refuseCycles()
        let steps = draft.modules.flatMap(\.steps)
        if steps.isEmpty, draft.answers.isEmpty {
            tell(
                .fatal, "nothing", Self.rootPath, "There is no activity and no answer in the course.",
                hint:
                    "Write a <module> with an activity, such as <lesson id=\"…\"><title>…</title><text>…</text></lesson>."
            )
        }
        facts.tests = steps.count { $0.kind == .quiz }
        facts.questions = steps.reduce(0) { $0 + ($1.quiz?.questions.count ?? 0) }
        facts.refs = named.count
        facts.missing = named.count { !source.files.has($0) && !source.files.hasFolder($0) }
        draft.files = source.files.files.filter { $0.path != source.manifest }
    }

    private func path(ofActivity key: String) -> String { paths[Self.activityKeys + " " + key] ?? Self.rootPath }

    private func tell(
        _ severity: Finding.Severity, _ code: String, _ path: String, _ message: @autoclosure () -> String,
        hint: @autoclosure () -> String
    ) {
        guard !log.isFull(severity, code) else { return log.countAnother(severity, code) }
        log.add(located(Finding(severity, code, path: path, message: message(), hint: hint())))
    }

    private func resolveReferences() {
        let behaviors = Set(draft.behaviors.map(\.key))
        let activities = Set(draft.modules.flatMap(\.steps).map(\.key))
        let keys = activities.union(draft.modules.map(\.key))
        var earlier: Set<String> = []
        for module in draft.modules.indices {
            let own = draft.modules[module].key
            draft.modules[module].requires = known(draft.modules[module].requires, among: keys, "requires", own)
            for index in draft.modules[module].steps.indices {
                var step = draft.modules[module].steps[index]
                step.requires = known(step.requires, among: keys, "requires", step.key)
                step.behaviors = known(step.behaviors, among: behaviors, "behaviors", step.key)
                if let anchor = step.schedule.after, !keys.contains(anchor) {
                    dangling("after", anchor, step.key, "its date counts from the start", among: keys)
                    step.schedule.after = nil
                }
                if let was = step.was, keys.contains(was) || !earlier.insert(was).inserted {
                    tell(
                        .warning, "dup-id", path(ofActivity: step.key),
                        "was=\"\(was)\" names what \(keys.contains(was) ? "is still in the course" : "another activity was, too"); it has no effect.",
                        hint: "Name the id that this activity alone had in earlier versions.")
                    step.was = nil
                }
                draft.modules[module].steps[index] = step
            }
        }
        for index in draft.answers.indices {
            guard let activity = draft.answers[index].activity, !activities.contains(activity) else { continue }
            draft.answers[index].activity = nil
            tell(
                .warning, "dangling-ref", paths["answer " + draft.answers[index].key] ?? Self.rootPath,
                "activity=\"\(activity)\" names no activity of the course; the answer belongs to the course as a whole.",
                hint: nearest(activity, activities))
        }
    }

    private func known(_ wanted: [String], among keys: Set<String>, _ attribute: String, _ owner: String) -> [String] {
        wanted.filter { key in
            if keys.contains(key) { return true }
            dangling(attribute, key, owner, "it has no effect", among: keys)
            return false
        }
    }

    private func dangling(
        _ attribute: String, _ key: String, _ owner: String, _ consequence: String, among keys: Set<String>
    ) {
        let what = attribute == "behaviors" ? "behavior" : "module or activity"
        tell(
            .warning, "dangling-ref", path(ofActivity: owner),
            "\(attribute) names “\(key)”, but no \(what) of the course has that id; \(consequence).",
            hint: nearest(key, keys))
    }

    private func nearest(_ key: String, _ keys: Set<String>) -> String {
        let near = keys.filter { $0.lowercased() == key.lowercased() || $0.hasPrefix(key) || key.hasPrefix($0) }.min()
        return near.map { "Did you mean “\($0)”?" } ?? "Correct the id, or take it out."
    }

    private func refuseCycles() {
        for cycle in draft.prerequisiteCycles() {
            tell(
                .fatal, "cycle", path(ofActivity: cycle[0]),
                "This waits for itself: \(cycle.joined(separator: " → ")).",
                hint:
                    "Take one of them out of a “requires” or an “after”; what stands in a module waits for what the module requires."
            )
        }
    }
}
