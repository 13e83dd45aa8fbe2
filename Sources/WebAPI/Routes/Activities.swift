import Campus
import HTTPTypes
import Learning

/// Operations on single activities.
enum Activities {
    static let show = Operation(
        summary: "Show an activity, as the caller's own version of the course has it, else the current one.",
        who: "whoever sees the course; the attendance code trainers and managers alone",
        items: [
            .query(
                "occurrence", .integer(1...366), "Of which date the attendance code is asked; 1 unless said otherwise."),
            .query("version", .id(CourseVersion.idPrefix), "Another version that the caller may see."),
        ],
        replies: [(200, .json(ActivityPage.schema))]
    ) { call in
        let occurrence = try call.queryInteger("occurrence", 1...366) ?? 1
        let content = try await call.campus.activity(
            try call.parameter("key"), occurrence: occurrence, of: try call.identifier(what: "course"),
            version: try call.queryIdentifier("version"), by: call.access)
        return try .json(ActivityPage(content))
    }
}
