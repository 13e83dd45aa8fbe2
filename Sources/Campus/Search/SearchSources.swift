import Learning
import Persistence
import Store

/// What some changes of the store mean for the index, as read in one transaction.
struct SearchSources: Sendable {
    /// A course whose current version is another one.
    struct CourseSource: Sendable {
        let id: Identifier<Course>
        let outline: [(activity: String, module: String)]
        let lessons: [LessonSourceStore.LessonSource]
    }

    /// The number of the last change that is in here.
    var reached: Int64
    /// Whether there may be further changes.
    var isPartial = false
    var answers: [SearchSourceStore.AnswerSource] = []
    /// Answers that are not there any more.
    var gone: Set<Identifier<Answer>> = []
    var courses: [CourseSource] = []
    var stories: [StorySourceStore.StorySource] = []
    /// Nil where they did not change.
    var synonyms: Synonyms?

    /// Changes of one transaction's worth of work.
    private static let limit = 1000

    /// Everything that changed after a number.
    init(after number: Int64, _ connection: any SQLConnection) throws {
        let changes = try ChangeStore.list(after: number, limit: Self.limit, connection)
        reached = changes.last?.number ?? number
        isPartial = changes.count == Self.limit
        let versions = Set(changes.filter { $0.topic == .version }.map(\.subject))
        let courseIDs = Set(
            try versions.compactMap { try LessonSourceStore.course(of: Identifier(stored: $0), connection) })
        for course in courseIDs.sorted() {
            courses.append(try Self.course(course, connection))
            answers += try SearchSourceStore.answers(of: course, connection)
        }
        let ids = Set(changes.filter { $0.topic == .answer }.map { Identifier<Answer>(stored: $0.subject) })
            .subtracting(answers.map(\.id))
        let found = try SearchSourceStore.answers(ids.sorted(), connection)
        answers += found
        gone = ids.subtracting(found.map(\.id))
        let told = Set(changes.filter { $0.topic == .story }.map { Identifier<Story>(stored: $0.subject) })
        stories = try StorySourceStore.stories(told.sorted(), connection)
        if changes.contains(where: { $0.topic == .synonyms }) { synonyms = try SynonymStore.load(connection) }
    }

    /// Calls `body` with everything there is, in slices.
    /// - Returns: the number of the last change that is in them.
    static func all(
        _ connection: any SQLConnection, _ body: (SearchSources) -> Void
    ) throws -> Int64 {
        let reached = try ChangeStore.latest(connection)
        body(SearchSources(reached: reached, synonyms: try SynonymStore.load(connection)))
        for course in try LessonSourceStore.courses(connection) {
            body(SearchSources(reached: reached, courses: [try Self.course(course, connection)]))
        }
        var lastStory: Identifier<Story>?
        repeat {
            let stories = try StorySourceStore.stories(after: lastStory, limit: 10_000, connection)
            lastStory = stories.last?.id
            body(SearchSources(reached: reached, stories: stories))
        } while lastStory != nil
        var last: Identifier<Answer>?
        while true {
            let answers = try SearchSourceStore.answers(after: last, limit: 10_000, connection)
            guard let end = answers.last else { return reached }
            last = end.id
            body(SearchSources(reached: reached, answers: answers))
        }
    }

    private init(
        reached: Int64, answers: [SearchSourceStore.AnswerSource] = [], courses: [CourseSource] = [],
        stories: [StorySourceStore.StorySource] = [], synonyms: Synonyms? = nil
    ) {
        self.reached = reached
        self.answers = answers
        self.courses = courses
        self.stories = stories
        self.synonyms = synonyms
    }

    private static func course(_ id: Identifier<Course>, _ connection: any SQLConnection) throws -> CourseSource {
        CourseSource(
            id: id, outline: try LessonSourceStore.outline(of: id, connection),
            lessons: try LessonSourceStore.lessons(of: id, connection))
    }
}
