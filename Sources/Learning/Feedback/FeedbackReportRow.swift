/// What a group says of an activity or a course, as ``RuleOfFive`` lets it be told.
///
/// Ratings and words each stand for themselves: where fewer than five people gave the one, it is not told, whatever they gave
/// of the other.
public struct FeedbackReportRow: Hashable, Sendable {
    /// What a row is about.
    public struct Place: Hashable, Sendable {
        public var courseID: Identifier<Course>
        /// Nil: the course as a whole.
        public var activity: String?

        public init(courseID: Identifier<Course>, activity: String?) {
            self.courseID = courseID
            self.activity = activity
        }
    }

    public var place: Place
    public var courseTitle: String
    /// Nil about a course as a whole, and where the course's current version has no such activity.
    public var activityTitle: String?
    /// How many people rated it; nil where ratings are withheld.
    public var raters: Int?
    /// How many ratings they gave.
    public var ratings: Int?
    /// The mean of the ratings.
    public var average: Double?
    /// How many people wrote words; nil where words are withheld.
    public var writers: Int?
    /// In the order of their letters, so that nothing tells when they came.
    public var words: [String]

    /// A row of the voices about one place, in the order in which they were committed; nil where nothing may be told.
    /// - Parameter team: the manager whose team is asked about; nil for everybody.
    public init?(
        _ place: Place, courseTitle: String, activityTitle: String?, voices: [FeedbackVoice],
        team: Identifier<Person>?
    ) {
        self.place = place
        self.courseTitle = courseTitle
        self.activityTitle = activityTitle
        let rated = Self.told(voices.filter { $0.rating != nil }, team: team)
        let numbers = rated.compactMap(\.rating)
        if !numbers.isEmpty {
            raters = Set(rated.map(\.voice.author)).count
            ratings = numbers.count
            average = Double(numbers.reduce(0, +)) / Double(numbers.count)
        }
        let written = Self.told(voices.filter { $0.words != nil }, team: team)
        writers = written.isEmpty ? nil : Set(written.map(\.voice.author)).count
        words = written.compactMap(\.words).sorted()
        if rated.isEmpty, written.isEmpty { return nil }
    }

    private static func told(_ voices: [FeedbackVoice], team: Identifier<Person>?) -> [FeedbackVoice] {
        RuleOfFive.told(voices.map(\.voice), of: team).map { voices[$0] }
    }
}
