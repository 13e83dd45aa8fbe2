/// One field as it was and as it is; never a secret.
public struct AuditChange: Hashable, Sendable, Codable {
    /// As the API calls it.
    public var field: String
    public var before: String?
    public var after: String?

    /// Longest value that is kept, in characters.
    public static let longest = 1000

    public init(_ field: String, before: String? = nil, after: String? = nil) {
        self.field = field
        self.before = before.map(Self.kept)
        self.after = after.map(Self.kept)
    }

    /// Nil where nothing changed.
    public static func of(
        _ field: String, _ before: (some CustomStringConvertible)?, _ after: (some CustomStringConvertible)?
    )
        -> AuditChange?
    {
        let (before, after) = (before.map { "\($0)" }, after.map { "\($0)" })
        return before == after ? nil : AuditChange(field, before: before, after: after)
    }

    private static func kept(_ text: String) -> String {
        text.count <= longest ? text : String(text.prefix(longest - 1)) + "…"
    }
}

extension AuditChange {
    /// What differs between two states of a person; all that there is, where there was none before.
    public static func list(from old: Person?, to new: Person) -> [AuditChange] {
        [
            of("name", old?.name, new.name), of("email", old?.email, new.email),
            of("external_id", old?.externalID, new.externalID), of("roles", old.map(roles), roles(new)),
            of("manager_id", old?.managerID, new.managerID), of("time_zone", old?.timeZone, new.timeZone),
            of("locale", old?.locale, new.locale),
            of(
                "left_on", old?.leftAt.map { CivilDate($0, in: new.timeZone) },
                new.leftAt.map { CivilDate($0, in: new.timeZone) }),
        ].compactMap { $0 }
    }

    /// What differs between two states of an answer; all that there is, where there was none before.
    public static func list(from old: Answer?, to new: Answer) -> [AuditChange] {
        let (before, after) = (old?.fields, new.fields)
        return [
            of("question", before?.question, after.question), of("text", before?.text, after.text),
            of("also", before.map { $0.also.joined(separator: " | ") }, after.also.joined(separator: " | ")),
            of("tags", before.map { $0.tags.joined(separator: ", ") }, after.tags.joined(separator: ", ")),
            of("language", before?.language, after.language), of("owner_id", before?.ownerID, after.ownerID),
            of("verify_by", before?.verifyBy, after.verifyBy), of("course_id", before?.courseID, after.courseID),
            of("activity", before?.activity, after.activity),
            of("verified_by", old?.verifiedBy, new.verifiedBy), of("state", old?.state.rawValue, new.state.rawValue),
            of("merged_into", old?.mergedInto, new.mergedInto),
        ].compactMap { $0 }.filter { old != nil || $0.after != "" }
    }

    /// The groups that went and those that came.
    public static func list(from old: Synonyms, to new: Synonyms) -> [AuditChange] {
        func told(_ groups: [[String]], without others: [[String]]) -> String? {
            let others = Set(others)
            let left = groups.filter { !others.contains($0) }
            return left.isEmpty ? nil : left.map { $0.joined(separator: ", ") }.joined(separator: " | ")
        }
        return [of("groups", told(old.groups, without: new.groups), told(new.groups, without: old.groups))]
            .compactMap { $0 }
    }

    private static func roles(_ person: Person) -> String {
        person.roles.map(\.rawValue).sorted().joined(separator: ", ")
    }
}
