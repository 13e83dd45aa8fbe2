/// A step of a version of a course that sends people searching: five of them and more, and no names.
public struct StuckPoint: Hashable, Sendable {
    public var courseID: Identifier<Course>
    public var courseTitle: String
    /// The version's label; nil for searches from before it was noted.
    public var version: String?
    public var activity: String
    public var activityTitle: String?
    /// How many people searched while they were at work on it.
    public var people: Int
    public var searches: Int
    /// How many of these people say that something helped.
    public var helped: Int

    public init(
        courseID: Identifier<Course>, courseTitle: String, version: String?, activity: String, activityTitle: String?,
        people: Int, searches: Int, helped: Int
    ) {
        self.courseID = courseID
        self.courseTitle = courseTitle
        self.version = version
        self.activity = activity
        self.activityTitle = activityTitle
        self.people = people
        self.searches = searches
        self.helped = helped
    }
}
