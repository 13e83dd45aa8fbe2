import Campus
import Learning

/// What a version of a course changes of an earlier one.
struct ChangesBody: Encodable {
    struct FieldRow: Encodable {
        let field: FieldChange.Field
        @Nullable var before: String?
        @Nullable var after: String?

        init(_ change: FieldChange) {
            field = change.field
            before = change.before
            after = change.after
        }
    }

    struct EntryRow: Encodable {
        let change: ChangeEntry.Change
        let key: String
        @Nullable var was: String?
        @Nullable var now: String?
        let title: String
        @Nullable var kind: String?
        let fields: [FieldRow]

        init(_ entry: ChangeEntry) {
            change = entry.change
            key = entry.key
            was = entry.was
            now = entry.now
            title = entry.title
            kind = entry.kind
            fields = entry.fields.map(FieldRow.init)
        }
    }

    struct ListRow: Encodable {
        let added: Int
        let changed: Int
        let kept: Int
        let retired: Int
        let entries: [EntryRow]

        init(_ list: ChangeList) {
            added = list.added
            changed = list.changed
            kept = list.kept
            retired = list.retired
            entries = list.entries.map(EntryRow.init)
        }
    }

    @Nullable var since: Identifier<CourseVersion>?
    @Nullable var version: Identifier<CourseVersion>?
    let course: [FieldRow]
    let modules: ListRow
    let activities: ListRow
    let behaviors: ListRow
    let answers: ListRow
    let files: ListRow

    init(_ comparison: VersionComparison) {
        self.init(comparison.changes)
        since = comparison.since
        version = comparison.version
    }

    init(_ changes: CourseChanges) {
        course = changes.course.map(FieldRow.init)
        modules = ListRow(changes.modules)
        activities = ListRow(changes.activities)
        behaviors = ListRow(changes.behaviors)
        answers = ListRow(changes.answers)
        files = ListRow(changes.files)
    }

    private static let field = Schema.object([
        "field": .words(FieldChange.Field.self),
        "before": .string.nullable.described("Where it is short enough for a line."), "after": .string.nullable,
    ])

    private static let list = Schema.object([
        "added": .integer, "changed": .integer, "kept": .integer, "retired": .integer,
        "entries": .array(
            .object([
                "change": .words(ChangeEntry.Change.self), "key": .string,
                "was": .string.nullable.described("Its key in the earlier version, where that was another one."),
                "now": .string.nullable.described("What takes over what was earned in it."), "title": .string,
                "kind": .string.nullable, "fields": .array(field),
            ]), max: Limits.changeEntries.value
        ).described("Where there are too many, what is kept is left out first."),
    ])

    static let schema = Schema.object([
        "since": .id(CourseVersion.idPrefix).nullable, "version": .id(CourseVersion.idPrefix).nullable,
        "course": .array(field), "modules": list, "activities": list, "behaviors": list, "answers": list,
        "files": list,
    ])
}
