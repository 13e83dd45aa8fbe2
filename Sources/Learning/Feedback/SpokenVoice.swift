/// What one person said once of one thing in one way: a number or words.
public struct SpokenVoice: Hashable, Sendable {
    public var series: VoiceSeries
    public var voice: RuleOfFive.Voice
    public var score: Int?
    public var words: String?

    private init(_ series: VoiceSeries, _ voice: RuleOfFive.Voice, score: Int? = nil, words: String? = nil) {
        self.series = series
        self.voice = voice
        self.score = score
        self.words = words
    }

    /// What feedback says: its rating and its words are two voices.
    /// - Parameter teams: the managers above its author then, from the lowest whose team is no small group.
    public static func of(_ feedback: Feedback, teams: [Identifier<Person>]) -> [SpokenVoice] {
        let voice = RuleOfFive.Voice(author: feedback.personID, teams: teams, at: feedback.createdAt)
        func series(_ measure: VoiceSeries.Measure) -> VoiceSeries {
            VoiceSeries(
                courseID: feedback.courseID, source: .feedback, activity: feedback.activity, occurrence: 0,
                measure: measure, key: "")
        }
        return [
            feedback.rating.map { SpokenVoice(series(.score), voice, score: $0) },
            feedback.words.map { SpokenVoice(series(.words), voice, words: $0) },
        ].compactMap(\.self)
    }

    /// What an answer to one occurrence of a pulse says: a voice for each scale and each question, in the order of their keys.
    public static func of(
        _ data: EventData, activity: String, occurrence: Int, course: Identifier<Course>, _ voice: RuleOfFive.Voice
    ) -> [SpokenVoice] {
        func series(_ measure: VoiceSeries.Measure, _ key: String) -> VoiceSeries {
            VoiceSeries(
                courseID: course, source: .pulse, activity: activity, occurrence: occurrence, measure: measure,
                key: key)
        }
        var words = data.words ?? [:]
        if let text = data.text { words[""] = text }
        let said = words.filter { !$0.value.trimmed.isEmpty }
        return (data.scores ?? [:]).sorted { $0.key < $1.key }.map {
            SpokenVoice(series(.score, $0.key), voice, score: $0.value)
        }
            + said.sorted { $0.key < $1.key }.map { SpokenVoice(series(.words, $0.key), voice, words: $0.value) }
    }
}
