import Learning

/// What a version would change, in lines.
enum ChangesText {
    static func make(_ changes: CourseChanges?) -> String {
        guard let changes else { return "" }
        var lines: [String] = []
        if !changes.course.isEmpty { lines.append("  ~ course: \(words(changes.course))") }
        for (name, list) in [
            ("module", changes.modules), ("activity", changes.activities), ("behavior", changes.behaviors),
            ("answer", changes.answers), ("file", changes.files),
        ] {
            lines += list.entries.compactMap { line($0, name) }
            let counts = [
                (list.added, "added"), (list.changed, "changed"), (list.kept, "kept"), (list.retired, "retired"),
            ]
            .filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
            if !counts.isEmpty { lines.append("  \(name): \(counts.joined(separator: ", "))") }
        }
        if changes.isQuiet { lines.append("  Nothing that a learner would notice.") }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func line(_ entry: ChangeEntry, _ name: String) -> String? {
        let marks: [ChangeEntry.Change: String] = [.added: "+", .changed: "~", .retired: "-"]
        guard let mark = marks[entry.change] else { return nil }
        let key = entry.was.map { "\($0) → \(entry.key)" } ?? entry.now.map { "\(entry.key) → \($0)" } ?? entry.key
        let what = entry.fields.isEmpty ? "" : ": \(words(entry.fields))"
        return "  \(mark) \(name) \(key) “\(entry.title)”\(what)"
    }

    private static func words(_ fields: [FieldChange]) -> String {
        fields.map { field in
            guard field.before != nil || field.after != nil else { return field.field.rawValue }
            return "\(field.field.rawValue) (\(field.before ?? "none") → \(field.after ?? "none"))"
        }.joined(separator: ", ")
    }
}
