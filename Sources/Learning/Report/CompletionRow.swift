/// One row of the completion report: a course, and what of it or who in it is counted.
public struct CompletionRow: Hashable, Sendable, Encodable {
    public var courseID: Identifier<Course>
    public var courseTitle: String
    public var moduleKey: String?
    public var moduleTitle: String?
    /// The manager whose team is counted.
    public var teamID: Identifier<Person>?
    public var teamName: String?
    public var personID: Identifier<Person>?
    public var personName: String?
    public var counts: CompletionCounts

    public init(
        courseID: Identifier<Course>, courseTitle: String, moduleKey: String? = nil, moduleTitle: String? = nil,
        teamID: Identifier<Person>? = nil, teamName: String? = nil, personID: Identifier<Person>? = nil,
        personName: String? = nil, counts: CompletionCounts
    ) {
        self.courseID = courseID
        self.courseTitle = courseTitle
        self.moduleKey = moduleKey
        self.moduleTitle = moduleTitle
        self.teamID = teamID
        self.teamName = teamName
        self.personID = personID
        self.personName = personName
        self.counts = counts
    }

    private enum CodingKeys: CodingKey {
        case courseID, courseTitle, moduleKey, moduleTitle, teamID, teamName, personID, personName
        case enrolled, started, completed, required, done, fraction
    }

    /// All fields, null where they have no value; both doors show the same.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(courseID, forKey: .courseID)
        try container.encode(courseTitle, forKey: .courseTitle)
        try container.encode(moduleKey, forKey: .moduleKey)
        try container.encode(moduleTitle, forKey: .moduleTitle)
        try container.encode(teamID, forKey: .teamID)
        try container.encode(teamName, forKey: .teamName)
        try container.encode(personID, forKey: .personID)
        try container.encode(personName, forKey: .personName)
        try container.encode(counts.enrolled, forKey: .enrolled)
        try container.encode(counts.started, forKey: .started)
        try container.encode(counts.completed, forKey: .completed)
        try container.encode(counts.required, forKey: .required)
        try container.encode(counts.done, forKey: .done)
        try container.encode(counts.fraction, forKey: .fraction)
    }
}
