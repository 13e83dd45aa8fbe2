import Learning
import XML

/// Modules and their activities.
extension CurriculumReader {
    private static let moduleAttributes: Set<String> = ["id", "kind", "requires"]

    func beginModule(_ element: CurriculumElement) {
        guard isOurs else { return }
        let (key, path) = key(
            of: element, in: Self.rootPath, among: Self.activityKeys, else: "module-\(draft.modules.count + 1)")
        checkAttributes(element, Self.moduleAttributes, path)
        var kind = word("kind", of: element, as: ModuleKind.self, path)
        if kind == nil {
            if element["kind"] == nil {
                warn(
                    "bad-value", element, path, "The module “\(key)” does not say its kind; it is read as training.",
                    hint: "Write kind=\"training\", kind=\"development\" or kind=\"coaching\".")
            }
            kind = .training
        }
        draft.modules.append(
            CourseModule(key: key, kind: kind ?? .training, title: "", requires: keys("requires", of: element)))
    }

    func partOfModule(_ element: CurriculumElement) {
        guard isOurs, let module = draft.modules.indices.last else { return }
        let parent = paths[Self.activityKeys + " " + draft.modules[module].key] ?? Self.rootPath
        if element.kind == "title" {
            checkAttributes(element, [], parent + "/title")
            if draft.modules[module].title.isEmpty {
                draft.modules[module].title = line(element, parent + "/title")
            } else {
                warn(
                    "dup-element", element, parent + "/title", "There is a second <title>; the first one counts.",
                    hint: "Leave one of them out.")
            }
        } else if let kind = element.kind, let activity = CurriculumActivities.byElement[kind] {
            let fallback = "\(draft.modules[module].key).\(kind)-\(draft.modules[module].steps.count + 1)"
            draft.modules[module].steps.append(step(element, activity, in: parent, fallback: fallback))
        } else {
            unknownElement(element, parent, known: Set(CurriculumActivities.byElement.keys).union(["title"]))
        }
    }

    func endModule(_ element: CurriculumElement) {
        guard isOurs, let module = draft.modules.indices.last else { return }
        let path = paths[Self.activityKeys + " " + draft.modules[module].key] ?? Self.rootPath
        strayText(element, path)
        let kind = draft.modules[module].kind
        if draft.modules[module].title.isEmpty {
            draft.modules[module].title = kind.rawValue.prefix(1).uppercased() + kind.rawValue.dropFirst()
            log.add(
                finding(
                    .note, "no-title", element, path,
                    "The module has no title; “\(draft.modules[module].title)” is shown.",
                    hint: "Write <title>…</title> first in the module."))
        }
        if draft.modules[module].steps.isEmpty {
            warn(
                "empty-module", element, path, "There is no activity in the module.",
                hint: "Give it an activity, or leave it out.")
        }
        facts.count(
            title: draft.modules[module].title, depth: 1, isLeaf: draft.modules[module].steps.isEmpty, opens: false)
        for step in draft.modules[module].steps { facts.count(title: step.title, depth: 2, isLeaf: true) }
    }

    /// Attributes of every activity.
    static let commonAttributes: Set<String> = [
        "id", "was", "offset", "after", "every", "times", "minutes", "behaviors", "requires",
    ]

    private func step(
        _ element: CurriculumElement, _ activity: any CurriculumActivity.Type, in parent: String, fallback: String
    ) -> Step {
        let (key, path) = key(of: element, in: parent, among: Self.activityKeys, else: fallback)
        checkAttributes(element, Self.commonAttributes.union(activity.attributes), path)
        checkChildren(element, activity.children.union(["title"]), path)
        strayText(element, path)
        var step = Step(key: key, kind: activity.kind, title: "")
        if let title = only("title", of: element, path) {
            step.title = line(title, path + "/title")
            if step.title.isEmpty {
                warn(
                    "no-title", title, path + "/title", "The title is empty; “\(activity.name(element))” is shown.",
                    hint: "Write what the activity is called in a learner's plan.")
            }
        }
        if let was = element["was"] { step.was = mendedKey(was, element, path) }
        step.behaviors = keys("behaviors", of: element)
        step.requires = keys("requires", of: element)
        step.schedule = schedule(element, path)
        activity.read(element, into: &step, path, self)
        if step.title.isEmpty { step.title = activity.name(element) }
        return step
    }

    private func schedule(_ element: CurriculumElement, _ path: String) -> Schedule {
        var schedule = Schedule()
        schedule.offset = period("offset", of: element, path)
        schedule.every = period("every", of: element, path)
        schedule.times = integer("times", of: element, in: 1...366, path) ?? 1
        schedule.minutes = integer("minutes", of: element, in: 1...1440, path)
        let anchor = element["after"].map(CurriculumElement.line)
        schedule.after = anchor == nil || anchor == "start" ? nil : anchor.map(CurriculumKey.mended)
        if schedule.times > 1, schedule.every == nil {
            warn(
                "bad-value", element, path,
                "times=\"\(schedule.times)\" says how often, but nothing says how far apart; it happens once.",
                hint: "Add every=\"P14D\", or another span.")
            schedule.times = 1
        }
        if let every = schedule.every, every.months == 0, every.days == 0 {
            badValue("every", element, path, "a span of at least one day")
            schedule.every = nil
            schedule.times = 1
        }
        if schedule.every != nil, schedule.times == 1 {
            warn(
                "bad-value", element, path, "every=\"…\" says how far apart, but not how often; it happens once.",
                hint: "Add times=\"4\", or another number.")
            schedule.every = nil
        }
        // What comes every two weeks comes after two weeks first; what is dated by an anchor alone, on its day.
        if schedule.offset == nil { schedule.offset = schedule.every ?? (schedule.after == nil ? nil : Period()) }
        return schedule
    }
}
