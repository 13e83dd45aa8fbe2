import Answers
import Learning
import Persistence
import Store

extension Campus {
    /// Finds answers and lessons among what the caller may see. What the caller works on lifts what belongs to it.
    ///
    /// - Throws: ``Refusal`` of kind `missing` for a course that the caller may not see.
    public func search(_ request: SearchRequest, _ access: Access) async throws -> SearchReply {
        try await retrying { try await searchIndex.build() }
        let id = makeIdentifier(Search.self)
        let now = now()
        let (reply, logged) = try await read(access) { [searchIndex, hitTexts] connection, caller in
            let courses = try Self.visibleCourses(of: caller, connection)
            let place = try Self.place(of: request, caller, courses, connection)
            let findings = searchIndex.search(
                request.words, courses: courses, course: place.course, activity: place.activity,
                limit: request.limit)
            let hits = try SearchHits(
                findings: findings, courses: courses, texts: hitTexts, reader: caller.personID
            ).read(connection)
            let reply = SearchReply(
                words: request.words, hits: hits, isWeak: hits.first?.isWeak ?? true,
                suggestion: Self.suggestion(request.words, findings.results.repairs.map { ($0.typed, $0.readAs) }),
                hasMore: findings.results.hasMore)
            let logged = caller.personID.map {
                Search(
                    id: id, personID: $0, words: request.words, courseID: place.course, activity: place.activity,
                    found: hits.count, isWeak: reply.isWeak, createdAt: now)
            }
            return (reply, logged)
        }
        // The command line looks through somebody's eyes; what it looks for is not theirs.
        guard let logged, case .bearer = access, !request.isTyping else { return reply }
        searchLog.add(logged)
        var withID = reply
        withID.id = id
        return withID
    }

    /// The courses that a caller may read; nil for all of them.
    static func visibleCourses(
        of caller: Caller, _ connection: any SQLConnection
    ) throws -> Set<Identifier<Course>>? {
        try CourseSight(caller).courses(connection)
    }

    /// Holds the place that a caller names to what they may see and what there is.
    static func checkPlace(
        course: Identifier<Course>?, activity: String?, _ caller: Caller, _ connection: any SQLConnection
    ) throws {
        guard let course else {
            guard activity == nil else {
                throw Refusal.invalid(
                    "/activity", "course-missing", "An activity belongs to a course: name the course too.")
            }
            return
        }
        let courses = try visibleCourses(of: caller, connection)
        guard courses?.contains(course) ?? true, try CourseStore.find(course, connection) != nil else {
            throw Refusal.invalid(
                "/course_id", "unknown-course", "There is no such course, or it is not yours to see.")
        }
        guard let activity else { return }
        guard try WorkplaceStore.hasActivity(activity, course: course, connection) else {
            throw Refusal.invalid("/activity", "unknown-activity", "The course has no activity of this key.")
        }
    }

    private static func place(
        of request: SearchRequest, _ caller: Caller, _ courses: Set<Identifier<Course>>?,
        _ connection: any SQLConnection
    ) throws -> (course: Identifier<Course>?, activity: String?) {
        if let course = request.courseID {
            guard courses?.contains(course) ?? true, try CourseStore.find(course, connection) != nil else {
                throw Refusal.missing("course")
            }
            return (course, request.activity)
        }
        guard !caller.isOperator, let workplace = try WorkplaceStore.workplace(of: caller.id, connection) else {
            return (nil, nil)
        }
        return (workplace.course, workplace.activity)
    }

    /// The words with the repaired ones put in; nil when none was.
    private static func suggestion(_ words: String, _ repairs: [(typed: String, readAs: String)]) -> String? {
        guard !repairs.isEmpty else { return nil }
        let readings = Dictionary(repairs) { first, _ in first }
        return words.split(whereSeparator: \.isWhitespace).map { word in
            let bare = word.lowercased().filter { $0.isLetter || $0.isNumber }
            return readings[bare] ?? String(word)
        }.joined(separator: " ")
    }
}
