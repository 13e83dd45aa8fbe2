import Campus
import Learning

/// A course opened.
struct CoursePage: Encodable {
    struct BehaviorRow: Encodable {
        let key: String
        let text: String
    }

    struct ModuleRow: Encodable {
        let key: String
        let kind: ModuleKind
        let title: String
        let requires: [String]
        let activities: [ActivityRow]
    }

    struct ActivityRow: Encodable {
        let key: String
        let kind: ActivityKind
        let title: String
        @Nullable var minutes: Int?
        let occurrences: Int
        let behaviors: [String]
        let requires: [String]
        @Nullable var unavailable: String?

        init(_ step: Step) {
            key = step.key
            kind = step.kind
            title = step.title
            minutes = step.schedule.minutes
            occurrences = step.schedule.times
            behaviors = step.behaviors
            requires = step.requires
            unavailable = step.unavailable
        }
    }

    private var course: CourseRow
    let version: VersionRow
    let versions: Int
    @Nullable var why: ProseField?
    @Nullable var benefit: ProseField?
    @Nullable var stop: ProseField?
    let behaviors: [BehaviorRow]
    let outline: [ModuleRow]

    init(_ content: CourseContent) {
        course = CourseRow(content.summary)
        course.modules = nil
        version = VersionRow(content.version)
        versions = content.versions
        why = ProseField(content.why)
        benefit = ProseField(content.benefit)
        stop = ProseField(content.stop)
        behaviors = content.behaviors.map { BehaviorRow(key: $0.key, text: $0.text) }
        outline = content.modules.map {
            ModuleRow(
                key: $0.key, kind: $0.kind, title: $0.title, requires: $0.requires,
                activities: $0.steps.map(ActivityRow.init))
        }
    }

    private enum CodingKeys: String, CodingKey {
        case version, versions, why, benefit, stop, behaviors
        case outline = "modules"
    }

    func encode(to encoder: any Encoder) throws {
        try course.encode(to: encoder)
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(version, forKey: .version)
        try container.encode(versions, forKey: .versions)
        try container.encode(_why, forKey: .why)
        try container.encode(_benefit, forKey: .benefit)
        try container.encode(_stop, forKey: .stop)
        try container.encode(behaviors, forKey: .behaviors)
        try container.encode(outline, forKey: .outline)
    }

    private static let activity = Schema.object([
        "key": .string, "kind": .words(ActivityKind.self), "title": .string, "minutes": .integer.nullable,
        "occurrences": .integer, "behaviors": .array(.string), "requires": .array(.string),
        "unavailable": .string.nullable.described("Why it cannot be opened; such a step is not required."),
    ])

    static let schema = CourseRow.schema.with([
        "version": VersionRow.schema.described("The version that is shown."),
        "versions": .integer.described("How many versions the course has."), "why": ProseField.schema.nullable,
        "benefit": ProseField.schema.nullable, "stop": ProseField.schema.nullable,
        "behaviors": .array(.object(["key": .string, "text": .string])),
        "modules": .array(
            .object([
                "key": .string, "kind": .words(ModuleKind.self), "title": .string, "requires": .array(.string),
                "activities": .array(activity),
            ])),
    ])
}
