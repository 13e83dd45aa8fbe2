import Learning

/// A course as lists show it.
struct CourseRow: Encodable {
    let id: Identifier<Course>
    let key: String
    let title: String
    let language: String
    @Nullable var ownerID: Identifier<Person>?
    let open: Bool
    let versionID: Identifier<CourseVersion>
    let versionLabel: String
    let versionNumber: Int
    let enrolled: Bool
    /// How many; nil where the modules themselves take the place of their count.
    var modules: Int?
    let activities: Int

    init(_ summary: CourseSummary) {
        let course = summary.course
        id = course.id
        key = course.key
        title = course.title
        language = course.language
        ownerID = course.ownerID
        open = course.isOpen
        versionID = course.versionID
        versionLabel = summary.versionLabel
        versionNumber = summary.versionNumber
        enrolled = summary.isEnrolled
        modules = summary.modules
        activities = summary.activities
    }

    static let schema = Schema.object([
        "id": .id(Course.idPrefix), "key": .string, "title": .string, "language": .string.described("BCP 47."),
        "owner_id": .id(Person.idPrefix).nullable,
        "open": .boolean.described("Whether everybody may see it and enroll themselves."),
        "version_id": .id(CourseVersion.idPrefix).described("The version that new enrollments get."),
        "version_label": .string, "version_number": .integer,
        "enrolled": .boolean.described("Whether the caller is in it."), "modules": .integer, "activities": .integer,
    ])
}
