/// What a person writes of an answer.
public struct AnswerFields: Hashable, Sendable {
    /// An answer is looked at again after so many days unless somebody says another date.
    public static let verifyAfterDays = 90

    /// The question that it answers: plain text.
    public var question: String
    /// Other ways of asking it.
    public var also: [String]
    /// Markdown.
    public var text: String
    public var tags: [String]
    /// Who keeps it right.
    public var ownerID: Identifier<Person>?
    /// The day by which the owner looks whether it still holds.
    public var verifyBy: CivilDate?
    /// BCP 47.
    public var language: String
    /// The course that it belongs to; only those who may see the course find it. Nil: everybody does.
    public var courseID: Identifier<Course>?
    /// The activity that it belongs to, by its key in the course.
    public var activity: String?

    public init(
        question: String, also: [String] = [], text: String, tags: [String] = [],
        ownerID: Identifier<Person>? = nil, verifyBy: CivilDate? = nil, language: String = "en",
        courseID: Identifier<Course>? = nil, activity: String? = nil
    ) {
        self.question = question
        self.also = also
        self.text = text
        self.tags = tags
        self.ownerID = ownerID
        self.verifyBy = verifyBy
        self.language = language
        self.courseID = courseID
        self.activity = activity
    }

    /// The same without outer space, empty phrasings and tags, and what is there twice.
    public var normalized: AnswerFields {
        var fields = self
        fields.question = question.trimmed
        fields.text = text.trimmed
        fields.language = language.trimmed
        fields.activity = activity.map(\.trimmed)
        var seen: Set = [fields.question.lowercased()]
        fields.also = also.map(\.trimmed).filter { !$0.isEmpty && seen.insert($0.lowercased()).inserted }
        fields.tags = Array(Set(tags.map(\.trimmed).filter { !$0.isEmpty })).sorted()
        return fields
    }

    /// Everything that is wrong with normalized fields in themselves, each with its pointer.
    public var problems: [Refusal.Detail] {
        var details: [Refusal.Detail] = []
        func check(_ text: String, _ limit: Limit, at pointer: String) {
            if let problem = Self.problem(text, limit.value) {
                details.append(.init(pointer: pointer, code: problem.code, message: problem.message))
            }
        }
        check(question, Limits.question, at: "/question")
        check(text, Limits.text, at: "/text")
        if let problem = MarkdownWeight(text).problem {
            details.append(
                .init(pointer: "/text", code: "too-large", message: problem.message + " " + problem.hint))
        }
        for (index, phrasing) in also.enumerated() { check(phrasing, Limits.question, at: "/also/\(index)") }
        for (index, tag) in tags.enumerated() { check(tag, Limits.tag, at: "/tags/\(index)") }
        for (name, count, limit) in [("also", also.count, Limits.phrasings), ("tags", tags.count, Limits.tags)]
        where count > limit.value {
            details.append(
                .init(
                    pointer: "/\(name)", code: "too-many",
                    message: "At most \(limit.value) items are allowed; \(count) came."))
        }
        if !LanguageTag.isPlausible(language) {
            details.append(
                .init(
                    pointer: "/language", code: "bad-language",
                    message: "A language tag like en or pt-BR (BCP 47) is expected."))
        }
        if activity != nil, courseID == nil {
            details.append(
                .init(
                    pointer: "/activity", code: "course-missing",
                    message: "An activity belongs to a course: name the course too."))
        }
        return details
    }

    private static func problem(_ text: String, _ limit: Int) -> (code: String, message: String)? {
        if text.isEmpty { return ("empty", "At least 1 character is needed.") }
        if text.unicodeScalars.contains("\0") {
            return ("control-character", "U+0000 cannot be stored: leave it out.")
        }
        let count = text.count
        return count > limit ? ("too-long", "At most \(limit) characters are allowed; \(count) came.") : nil
    }
}
