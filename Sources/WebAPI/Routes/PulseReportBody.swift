import Campus
import Learning

/// What a group answered in one occurrence of a pulse, as the API shows it.
struct PulseReportBody: Encodable {
    private struct ScaleBody: Encodable {
        let scale: String
        @Nullable var prompt: String?
        @Nullable var from: Int?
        @Nullable var to: Int?
        let people: Int
        let answers: Int
        let average: Double

        static let schema = Schema.object([
            "scale": .string, "prompt": Schema.string.nullable, "from": Schema.integer.nullable,
            "to": Schema.integer.nullable, "people": Schema.integer.described("Who answered: at least five."),
            "answers": .integer, "average": .number,
        ])
    }

    private struct WordsBody: Encodable {
        @Nullable var key: String?
        @Nullable var prompt: String?
        let people: Int
        let words: [String]

        static let schema = Schema.object([
            "key": Schema.string.nullable.described("Null: words that answer no question of the pulse."),
            "prompt": Schema.string.nullable, "people": Schema.integer.described("Who wrote: at least five."),
            "words": .array(.string).described("In the order of their letters."),
        ])
    }

    private let courseId: Identifier<Course>
    private let courseTitle: String
    private let activity: String
    @Nullable private var activityTitle: String?
    private let occurrence: Int
    private let scales: [ScaleBody]
    private let words: [WordsBody]

    init(_ row: PulseReportRow) {
        courseId = row.place.courseID
        courseTitle = row.courseTitle
        activity = row.place.activity
        occurrence = row.place.occurrence
        scales = row.scales.map {
            ScaleBody(
                scale: $0.key, prompt: $0.scale?.prompt, from: $0.scale?.from, to: $0.scale?.to, people: $0.people,
                answers: $0.answers, average: $0.average)
        }
        words = row.words.map { WordsBody(key: $0.key, prompt: $0.prompt, people: $0.people, words: $0.words) }
        activityTitle = row.activityTitle
    }

    static let schema = Schema.object([
        "course_id": .id(Course.idPrefix), "course_title": .string, "activity": .string,
        "activity_title": Schema.string.nullable, "occurrence": .integer,
        "scales": Schema.array(ScaleBody.schema).described("Only those that five people and more answered."),
        "words": Schema.array(WordsBody.schema).described("Only questions that five people and more answered."),
    ])
}
