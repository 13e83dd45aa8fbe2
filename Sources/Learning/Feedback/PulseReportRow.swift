/// What a group answered in one occurrence of a pulse, as ``RuleOfFive`` lets it be told.
///
/// Each scale and each question for words stands for itself: where fewer than five people answered the one, it is not told,
/// whatever they answered to the others.
public struct PulseReportRow: Hashable, Sendable {
    /// What a row is about.
    public struct Place: Hashable, Sendable {
        public var courseID: Identifier<Course>
        public var activity: String
        public var occurrence: Int

        public init(courseID: Identifier<Course>, activity: String, occurrence: Int) {
            self.courseID = courseID
            self.activity = activity
            self.occurrence = occurrence
        }
    }

    /// What was answered on one scale.
    public struct ScaleRow: Hashable, Sendable {
        public var key: String
        /// As the course's current version has it; nil where it has it no more.
        public var scale: Scale?
        /// How many people answered.
        public var people: Int
        /// How many answers they gave.
        public var answers: Int
        /// The mean of the answers.
        public var average: Double
    }

    /// What was answered in words.
    public struct WordsRow: Hashable, Sendable {
        /// Nil: what answers no question of the pulse.
        public var key: String?
        /// As the course's current version has it; nil where it has it no more.
        public var prompt: String?
        /// How many people wrote.
        public var people: Int
        /// In the order of their letters, so that nothing tells when they came.
        public var words: [String]
    }

    public var place: Place
    public var courseTitle: String
    /// Nil where the course's current version has no such activity.
    public var activityTitle: String?
    /// In the order in which the pulse asks; those it asks no more come last.
    public var scales: [ScaleRow]
    public var words: [WordsRow]

    /// A row of what may be told of one occurrence; nil where that is nothing.
    /// - Parameter step: the pulse as the course's current version has it.
    public init?(_ place: Place, courseTitle: String, step: Step?, told: [ToldSeries]) {
        guard !told.isEmpty else { return nil }
        self.place = place
        self.courseTitle = courseTitle
        activityTitle = step?.title
        scales = Self.inOrder(told.filter { $0.series.measure == .score }, asked: step?.scales.map(\.key)).map { told in
            ScaleRow(
                key: told.series.key, scale: step?.scales.first { $0.key == told.series.key }, people: told.people,
                answers: told.voices, average: told.average ?? 0)
        }
        words = Self.inOrder(told.filter { $0.series.measure == .words }, asked: step?.words.map(\.key)).map { told in
            let key = told.series.key
            return WordsRow(
                key: key.isEmpty ? nil : key, prompt: step?.words.first { $0.key == key }?.prompt,
                people: told.people, words: told.words)
        }
    }

    private static func inOrder(_ told: [ToldSeries], asked: [String]?) -> [ToldSeries] {
        let asked = asked ?? []
        let places = Dictionary(asked.enumerated().map { ($1, $0) }, uniquingKeysWith: min)
        return told.sorted { one, other in
            let (first, second) = (places[one.series.key] ?? .max, places[other.series.key] ?? .max)
            return first == second ? one.series.key < other.series.key : first < second
        }
    }
}
