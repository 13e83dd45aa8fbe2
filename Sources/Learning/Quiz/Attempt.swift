/// One try at a quiz or package, numbered per enrollment, activity and occurrence; the server opens it.
public struct Attempt: Identified, Hashable {
    public static let idPrefix = "att"

    public var id: Identifier<Attempt>
    public var enrollmentID: Identifier<Enrollment>
    public var activity: String
    public var occurrence: Int
    /// 1-based.
    public var number: Int
    /// The version whose questions it has, even when the enrollment has moved on since.
    public var versionID: Identifier<CourseVersion>
    /// Gives the order of questions and options.
    public var seed: UInt64
    public var responses: QuizResponses
    public var openedAt: Instant
    public var submittedAt: Instant?
    /// 0…1; nil until it is submitted.
    public var score: Double?
    public var success: Bool?
    /// Counts changes, for ETags.
    public var revision: Int

    public init(
        id: Identifier<Attempt>, enrollmentID: Identifier<Enrollment>, activity: String, occurrence: Int, number: Int,
        versionID: Identifier<CourseVersion>, seed: UInt64, responses: QuizResponses = QuizResponses(),
        openedAt: Instant, submittedAt: Instant? = nil, score: Double? = nil, success: Bool? = nil, revision: Int = 1
    ) {
        self.id = id
        self.enrollmentID = enrollmentID
        self.activity = activity
        self.occurrence = occurrence
        self.number = number
        self.versionID = versionID
        self.seed = seed
        self.responses = responses
        self.openedAt = openedAt
        self.submittedAt = submittedAt
        self.score = score
        self.success = success
        self.revision = revision
    }
}
