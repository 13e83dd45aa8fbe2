import Answers
import Learning
import Persistence
import Store

extension Campus {
    /// Finds answers, lessons and stories among what the caller may see. What the caller works on lifts what belongs to it.
    ///
    /// - Throws: ``Refusal`` of kind `missing` for a course that the caller may not see, or `invalid` for hits too far down.
    public func search(_ request: SearchRequest, _ access: Access) async throws -> SearchReply {
        try request.checkDepth()
        try await retrying { try await searchIndex.build() }
        let id = makeIdentifier(Search.self)
        let now = now()
        let start = ContinuousClock.now
        // For who may not search nothing is encoded, which takes a core.
        if meaning.isUsed { try await read(access) { _, _ in } }
        let sought = await searchIndex.meaning(of: request)
        let (reply, logged) = try await read(access) { [searchIndex, hitTexts] connection, caller in
            let courses = try Self.visibleCourses(of: caller, connection)
            let place = try Self.place(of: request, caller, courses, connection)
            let initiatives =
                courses == nil || !searchIndex.hasStories
                ? [] : try StorySourceStore.initiatives(seenBy: caller, connection)
            let question = try SearchQuestion(
                request, visible: courses, initiatives: initiatives, place: place, meaning: sought, connection)
            let (findings, isLoosened) = try searchIndex.findings(question, for: caller.personID, connection)
            let hits = try SearchHits(
                findings: findings.after(request.offset), first: request.offset + 1, courses: courses, texts: hitTexts,
                caller: caller, day: CivilDate(now, in: "UTC")
            ).read(connection)
            let reply = SearchReply(
                words: request.words, hits: hits,
                isWeak: (request.offset == 0 ? hits.first?.isWeak : findings.found.first?.hit.isWeak) ?? true,
                suggestion: Repair.applied(findings.results.repairs, to: request.words),
                completions: findings.results.completions, isLoosened: isLoosened,
                facets: try findings.facets.map {
                    try SearchFacets(
                        $0, courses: searchIndex.courses, visible: courses, most: request.facets ?? 0, connection)
                }, hasMore: findings.hasMore)
            let logged = caller.personID.map {
                Search(
                    id: id, personID: $0, words: request.words, courseID: place.course, activity: place.activity,
                    found: hits.count, isWeak: reply.isWeak, createdAt: now)
            }
            return (reply, logged)
        }
        metrics.countSearch(took: ContinuousClock.now - start)
        // The command line looks through somebody's eyes; what it looks for is not theirs. And who turns the page asks nothing new.
        guard let logged, case .bearer = access, !request.isTyping, request.offset == 0 else { return reply }
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
}
