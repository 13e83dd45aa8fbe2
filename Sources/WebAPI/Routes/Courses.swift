import Campus
import HTTPTypes
import Learning

/// Operations on courses and their versions.
enum Courses {
    static let list = Operation(
        summary: "List courses by title.",
        who: "trainers and leaders every course; others the open ones and those that they or their team are in",
        items: Operation.Item.page,
        replies: [(200, .json(.listing(CourseRow.schema)))]
    ) { call in
        let limit = try call.limit()
        let after = try call.cursor(list: "courses", count: 2).map {
            (titleKey: $0[0], id: Identifier<Course>(stored: $0[1]))
        }
        let courses = try await call.campus.courses(page: Page(after: after, limit: limit + 1), by: call.access)
        return try .json(
            Listing(courses, limit: limit, list: "courses", row: CourseRow.init) {
                [SortKey.make($0.course.title), $0.course.id.text]
            })
    }

    static let show = Operation(
        summary: "Show a course with its outline, as the caller's own version has it, else the current one.",
        who: "whoever sees it in the list",
        items: [.query("version", .id(CourseVersion.idPrefix), "Another version that the caller may see.")],
        replies: [(200, .json(CoursePage.schema))]
    ) { call in
        let content = try await call.campus.course(
            try call.identifier(what: "course"), version: try call.queryIdentifier("version"), by: call.access)
        return try .json(CoursePage(content), etag: content.summary.course.revision)
    }

    static let update = Operation(
        summary: "Open a course to everybody or close it, and say who answers for it.", who: "trainers",
        items: [.ifMatch],
        body: .json(.object(["open?": .boolean, "owner_id?": .id(Person.idPrefix).nullable])),
        replies: [(200, .json(CourseRow.schema))], refusals: [412, 413, 428]
    ) { call in
        let body = try await call.fields()
        let isOpen = body.edit("open") { body.optionalBool($0) }
        let owner = body.nullableEdit("owner_id") { body.optionalIdentifier($0, Person.self) }
        try body.check()
        let revision = try call.ifMatch()
        let course = try await call.campus.updateCourse(
            try call.identifier(what: "course"), isOpen: isOpen, owner: owner, revision: revision, by: call.access)
        return try .json(CourseRow(course), etag: course.course.revision)
    }

    static let versions = Operation(
        summary: "List the versions of a course, newest first.",
        who: "trainers and leaders every version; others the current one and those that they or their team are on",
        items: Operation.Item.page,
        replies: [(200, .json(.listing(VersionRow.schema)))]
    ) { call in
        let limit = try call.limit()
        let after = try call.cursor(list: "versions", count: 1).map { keys throws(Refusal) in
            guard let number = Int(keys[0]) else { throw Cursor.refusal }
            return number
        }
        let versions = try await call.campus.versions(
            of: try call.identifier(what: "course"), page: Page(after: after, limit: limit + 1), by: call.access)
        return try .json(
            Listing(versions, limit: limit, list: "versions", row: VersionRow.init) { ["\($0.number)"] })
    }

    static let changes = Operation(
        summary: "Compare a version with an earlier one, by lasting keys.", who: "trainers and leaders",
        items: [
            .query("since", .id(CourseVersion.idPrefix), "The earlier one; the one before it unless said otherwise.")
        ],
        replies: [(200, .json(ChangesBody.schema))]
    ) { call in
        let comparison = try await call.campus.changes(
            in: try call.identifier("version", what: "version"), of: try call.identifier(what: "course"),
            since: try call.queryIdentifier("since"), by: call.access)
        return try .json(ChangesBody(comparison))
    }
}
