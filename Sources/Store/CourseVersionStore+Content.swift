public import Learning
public import Persistence

/// What is in a version.
extension CourseVersionStore {
    /// Its behaviors, in the author's order.
    public static func behaviors(
        of version: Identifier<CourseVersion>, _ connection: any SQLConnection
    ) throws -> [Behavior] {
        try connection.tuples(
            "SELECT key, text FROM behavior WHERE version_id = \(version) ORDER BY position", String.self, String.self
        ).map { Behavior(key: $0.0, text: $0.1) }
    }

    /// Its modules with their steps, in the order in which they are taken.
    public static func modules(
        of version: Identifier<CourseVersion>, _ connection: any SQLConnection
    ) throws -> [CourseModule] {
        var modules = try connection.tuples(
            "SELECT key, kind, title, requires FROM module WHERE version_id = \(version) ORDER BY position",
            String.self, ModuleKind.self, String.self, String.self
        ).map { key, kind, title, requires in
            CourseModule(key: key, kind: kind, title: title, requires: try Definition.decode(requires))
        }
        let places = Dictionary(modules.enumerated().map { ($1.key, $0) }) { first, _ in first }
        let steps = try connection.tuples(
            "SELECT module_key, definition FROM step WHERE version_id = \(version) ORDER BY position",
            String.self, String.self)
        for (module, definition) in steps {
            guard let place = places[module] else { continue }
            modules[place].steps.append(try Definition.decode(definition))
        }
        return modules
    }

    /// One step by its activity's key, and the key of its module; nil when the version has none.
    public static func step(
        _ activity: String, of version: Identifier<CourseVersion>, _ connection: any SQLConnection
    ) throws -> (module: String, step: Step)? {
        try connection.tuples(
            "SELECT module_key, definition FROM step WHERE version_id = \(version) AND key = \(activity)", String.self,
            String.self
        ).first.map { ($0.0, try Definition.decode($0.1)) }
    }

    /// All of a version as it is compared with another; nil when there is none with this id.
    public static func content(
        of version: Identifier<CourseVersion>, _ connection: any SQLConnection
    ) throws -> VersionContent? {
        guard let head = try find(version, connection) else { return nil }
        return VersionContent(
            head, behaviors: try behaviors(of: version, connection), modules: try modules(of: version, connection),
            answers: try answers(of: version, connection),
            files: try VersionFileStore.contents(of: version, connection))
    }

    /// The answers that its author wrote, whatever people made of them since.
    public static func answers(
        of version: Identifier<CourseVersion>, _ connection: any SQLConnection
    ) throws -> [AnswerDraft] {
        try connection.column(
            "SELECT definition FROM version_answer WHERE version_id = \(version) ORDER BY position", of: String.self
        ).map { try Definition.decode($0) }
    }
}
