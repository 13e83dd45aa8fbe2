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

    /// A row of the voices of one occurrence, in the order in which they were committed; nil where nothing may be told.
    /// - Parameters:
    ///   - step: the pulse as the course's current version has it.
    ///   - team: the manager whose team is asked about; nil for everybody.
    public init?(
        _ place: Place, courseTitle: String, step: Step?, voices: [PulseVoice], team: Identifier<Person>?
    ) {
        self.place = place
        self.courseTitle = courseTitle
        activityTitle = step?.title
        scales = Self.keys(voices.flatMap(\.scores.keys), asked: step?.scales.map(\.key)).compactMap { key in
            let told = Self.told(voices.filter { $0.scores[key] != nil }, team: team)
            let numbers = told.compactMap { $0.scores[key] }
            guard !numbers.isEmpty else { return nil }
            return ScaleRow(
                key: key, scale: step?.scales.first { $0.key == key }, people: Set(told.map(\.voice.author)).count,
                answers: numbers.count, average: Double(numbers.reduce(0, +)) / Double(numbers.count))
        }
        words = Self.keys(voices.flatMap(\.words.keys), asked: step?.words.map(\.key)).compactMap { key in
            let told = Self.told(voices.filter { $0.words[key] != nil }, team: team)
            guard !told.isEmpty else { return nil }
            return WordsRow(
                key: key.isEmpty ? nil : key, prompt: step?.words.first { $0.key == key }?.prompt,
                people: Set(told.map(\.voice.author)).count, words: told.compactMap { $0.words[key] }.sorted())
        }
        if scales.isEmpty, words.isEmpty { return nil }
    }

    private static func told(_ voices: [PulseVoice], team: Identifier<Person>?) -> [PulseVoice] {
        RuleOfFive.told(voices.map(\.voice), of: team).map { voices[$0] }
    }

    private static func keys(_ answered: [String], asked: [String]?) -> [String] {
        let asked = asked ?? []
        let answered = Set(answered)
        return asked.filter(answered.contains) + answered.subtracting(asked).sorted()
    }
}
