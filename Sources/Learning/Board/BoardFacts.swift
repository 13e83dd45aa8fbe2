/// What is recorded that the four conditions of an initiative show in. Numbers about people are nil where they would be about
/// fewer than five, see ``RuleOfFive``.
///
/// How numbers move from one reading to the next depends on what they count:
/// - Questions and searches are people's own words, which reach nobody by name. They are counted in blocks of five people
///   (``Answers``): between two readings there are the acts of nobody or of five, never of one.
/// - Steps done, coachings held, practices witnessed or waiting are live. Each of them is done before somebody who knows it by
///   name, the coach, the witness or the manager, who must see today what waits for them today.
/// - What the sponsor did is told by name, and approved stories are on the initiative's page for all to read: both are live.
///
/// What people did counts from ``Initiative/countsFrom`` on; what stands open (questions, practices that wait) counts whenever it
/// was begun.
public struct BoardFacts: Hashable, Sendable {
    /// What a sponsor did. They are one known person, whose part is theirs to show.
    public struct Sponsor: Hashable, Sendable {
        public var name: String
        /// Whether they take part in a course of the initiative themselves.
        public var takesPart = false
        public var pledged = 0
        public var kept = 0
        public var stories = 0
        /// Coachings that they held, and practices that they confirmed or returned.
        public var support = 0
        /// The latest of all that.
        public var lastAt: Instant?

        public init(name: String) { self.name = name }
    }

    /// What managers did, and what the courses ask of them.
    public struct Managers: Hashable, Sendable {
        /// Whether any course has coachings at all.
        public var isPlanned = false
        /// Coachings that should have been held by now, and how many were.
        public var due: Int?
        public var held: Int?
        /// Practices that witnesses confirmed or returned, and those that wait.
        public var witnessed: Int?
        public var waiting: Int?

        public init() {}
    }

    /// What there is to do, and how far people are.
    public struct Activities: Hashable, Sendable {
        /// What the design linter says of a course.
        public struct Advice: Hashable, Sendable {
            public var course: Identifier<Course>
            public var title: String
            public var count: Int

            public init(course: Identifier<Course>, title: String, count: Int) {
                self.course = course
                self.title = title
                self.count = count
            }
        }

        public var advice: [Advice] = []
        public var enrolled: Int?
        public var completed: Int?
        public var required: Int?
        public var done: Int?
        /// How many of those that are done were so before the initiative counts: by people who were under way already.
        public var doneBefore = 0

        public init() {}
    }

    /// Where people find answers. What they asked and searched is counted in blocks, see ``RuleOfFive``: of each course by
    /// itself, so that no difference between boards that share a course is about fewer than five people either.
    public struct Answers: Hashable, Sendable {
        public var published = 0
        /// Open questions of formed blocks, of courses in which these are of five people and more.
        public var open = 0
        /// Whether one of them has waited for longer than ``BoardFacts/patience`` days.
        public var isLate = false
        /// Searches that found nothing likely or did not help, of blocks that were complete within the last
        /// ``BoardFacts/recentDays`` days.
        public var notFound = 0

        public init() {}
    }

    /// Days that a question may wait.
    public static let patience = 2
    /// Days for which a search that came to nothing is told of.
    public static let recentDays = 30

    public var people: Int?
    /// Whether its first day has come.
    public var hasBegun: Bool
    public var sponsor: Sponsor
    public var managers = Managers()
    public var activities = Activities()
    public var answers = Answers()
    /// Approved stories of everybody.
    public var stories = 0

    public init(people: Int?, hasBegun: Bool, sponsor: Sponsor) {
        self.people = people
        self.hasBegun = hasBegun
        self.sponsor = sponsor
    }
}
