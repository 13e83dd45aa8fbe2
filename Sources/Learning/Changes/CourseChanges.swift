/// What a newer version of a course has that an older one has not, and the other way round, by lasting keys.
public struct CourseChanges: Hashable, Sendable, Codable {
    /// In what the course as a whole differs: title, label, language, reasons.
    public var course: [FieldChange]
    public var modules: ChangeList
    public var activities: ChangeList
    public var behaviors: ChangeList
    public var answers: ChangeList
    public var files: ChangeList

    /// - Parameter renames: from the older version to the newer one; what `new` says itself unless there are versions between.
    public init(from old: VersionContent, to new: VersionContent, renames: Renames? = nil) {
        let renames = renames ?? Renames(new.modules)
        course = Self.course(from: old, to: new)
        modules = ChangeList(Self.modules(from: old, to: new, renames))
        activities = ChangeList(Self.activities(from: old, to: new, renames))
        behaviors = ChangeList(
            Self.compare(
                old.behaviors, new.behaviors, key: \.key, title: \.text,
                fields: { [.line(.text, $0.text, $1.text)] }))
        answers = ChangeList(
            Self.compare(old.answers, new.answers, key: \.key, title: \.question) { old, new in
                [
                    .line(.title, old.question, new.question), .whether(.text, old.text != new.text),
                    .whether(.phrasings, old.also != new.also),
                    .line(.tags, old.tags.joined(separator: ", "), new.tags.joined(separator: ", ")),
                    .line(.activity, old.activity.map(renames.now), new.activity), .line(.owner, old.owner, new.owner),
                ]
            })
        files = ChangeList(
            Self.compare(
                old.files.sorted { $0.key < $1.key }, new.files.sorted { $0.key < $1.key }, key: \.key, title: \.key,
                fields: { [.whether(.content, $0.value != $1.value)] }))
    }

    /// Whether the two versions are alike in everything that is compared.
    public var isQuiet: Bool {
        course.isEmpty && [modules, activities, behaviors, answers, files].allSatisfy(\.isQuiet)
    }

    private static func course(from old: VersionContent, to new: VersionContent) -> [FieldChange] {
        [
            .line(.title, old.title, new.title), .line(.label, old.label, new.label),
            .line(.language, old.language, new.language), .whether(.why, old.why != new.why),
            .whether(.benefit, old.benefit != new.benefit), .whether(.stop, old.stop != new.stop),
        ].compactMap { $0 }
    }

    private static func modules(
        from old: VersionContent, to new: VersionContent, _ renames: Renames
    ) -> [ChangeEntry] {
        let moved = OutOfOrder.keys(from: old.modules.map(\.key), to: new.modules.map(\.key))
        return compare(
            old.modules, new.modules, key: \.key, title: \.title, kind: { $0.kind.rawValue },
            fields: { old, new in
                [
                    .line(.title, old.title, new.title), .line(.kind, old.kind.rawValue, new.kind.rawValue),
                    .whether(.order, moved.contains(new.key)),
                    .line(
                        .requires, old.requires.map(renames.now).joined(separator: ", "),
                        new.requires.joined(separator: ", ")),
                ]
            })
    }

    private struct Place {
        var step: Step
        var module: String
    }

    private static func activities(
        from old: VersionContent, to new: VersionContent, _ renames: Renames
    ) -> [ChangeEntry] {
        let before = places(old)
        let after = places(new)
        let afterKeys = Set(after.map(\.step.key))
        // Where two were made into one, the one that kept its key is it.
        var partners: [String: Place] = [:]
        for place in before {
            let now = renames.now(place.step.key)
            if afterKeys.contains(now), partners[now] == nil || place.step.key == now { partners[now] = place }
        }
        let moved = OutOfOrder.keys(from: before.map { renames.now($0.step.key) }, to: after.map(\.step.key))
        var entries = after.map { place -> ChangeEntry in
            let step = place.step
            guard let partner = partners[step.key] else {
                return ChangeEntry(.added, key: step.key, title: step.title, kind: step.kind.rawValue)
            }
            var fields = step.changes(since: partner.step, renames: renames) { old.files[$0] == new.files[$0] }
            if partner.module != place.module {
                fields.append(FieldChange(.module, before: partner.module, after: place.module))
            } else if moved.contains(step.key) {
                fields.append(FieldChange(.order))
            }
            return ChangeEntry(
                fields.isEmpty ? .kept : .changed, key: step.key,
                was: partner.step.key == step.key ? nil : partner.step.key, title: step.title,
                kind: step.kind.rawValue, fields: fields)
        }
        for place in before {
            let now = renames.now(place.step.key)
            guard partners[now]?.step.key != place.step.key else { continue }
            entries.append(
                ChangeEntry(
                    .retired, key: place.step.key, now: afterKeys.contains(now) ? now : nil, title: place.step.title,
                    kind: place.step.kind.rawValue))
        }
        return entries
    }

    private static func places(_ content: VersionContent) -> [Place] {
        content.modules.flatMap { module in module.steps.map { Place(step: $0, module: module.key) } }
    }

    private static func compare<Item>(
        _ old: [Item], _ new: [Item], key: (Item) -> String, title: (Item) -> String,
        kind: (Item) -> String? = { _ in nil }, fields: (Item, Item) -> [FieldChange?]
    ) -> [ChangeEntry] {
        let before = Dictionary(old.map { (key($0), $0) }) { first, _ in first }
        let kept = Set(new.map(key))
        return new.map { item in
            guard let partner = before[key(item)] else {
                return ChangeEntry(.added, key: key(item), title: title(item), kind: kind(item))
            }
            let fields = fields(partner, item).compactMap { $0 }
            return ChangeEntry(
                fields.isEmpty ? .kept : .changed, key: key(item), title: title(item), kind: kind(item),
                fields: fields)
        }
            + old.filter { !kept.contains(key($0)) }.map {
                ChangeEntry(.retired, key: key($0), title: title($0), kind: kind($0))
            }
    }
}
