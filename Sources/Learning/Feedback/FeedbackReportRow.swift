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

    /// A row of what may be told about one place; nil where that is nothing.
    public init?(_ place: Place, courseTitle: String, activityTitle: String?, told: [ToldSeries]) {
        guard !told.isEmpty else { return nil }
        self.place = place
        self.courseTitle = courseTitle
        self.activityTitle = activityTitle
        let rated = told.first { $0.series.measure == .score }
        raters = rated?.people
        ratings = rated?.voices
        average = rated?.average
        let written = told.first { $0.series.measure == .words }
        writers = written?.people
        words = written?.words ?? []
    }
}
