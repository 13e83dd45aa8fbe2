import Answers
import Learning
import Persistence
import Store

/// What somebody looks for, with all that is known of them and their words.
struct SearchQuestion: Sendable {
    let request: SearchRequest
    let syntax: QuerySyntax
    /// The courses that they may see; nil: all. What belongs to no course may be seen in any case.
    let visible: Set<Identifier<Course>>?
    /// The initiatives whose stories they may read; all where they may see all courses.
    let initiatives: Set<Identifier<Initiative>>
    /// The courses that they named, of those that they may see; nil where they named none.
    let named: Set<Identifier<Course>>?
    /// What they work on.
    let place: (course: Identifier<Course>?, activity: String?)
    /// What their words mean, where that is known.
    let meaning: MeaningVector?

    init(
        _ request: SearchRequest, visible: Set<Identifier<Course>>?,
        initiatives: Set<Identifier<Initiative>>, place: (course: Identifier<Course>?, activity: String?),
        meaning: MeaningVector?,
        _ connection: any SQLConnection
    ) throws {
        self.request = request
        self.meaning = meaning
        self.visible = visible
        self.initiatives = initiatives
        self.place = place
        let syntax = QuerySyntax(request.words)
        self.syntax = syntax
        guard syntax.namesCourses else {
            named = nil
            return
        }
        named = Set(
            try CourseStore.names(connection)
                .filter { visible?.contains($0.id) ?? true && syntax.admits(courseOf: [$0.title, $0.key]) }
                .map(\.id))
    }
}
