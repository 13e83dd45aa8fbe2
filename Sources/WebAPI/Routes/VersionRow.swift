import Learning

/// A version of a course.
struct VersionRow: Encodable {
    let id: Identifier<CourseVersion>
    let courseID: Identifier<Course>
    let number: Int
    let label: String
    let language: String
    let title: String
    let format: String
    let digest: String
    @Nullable var importedBy: Identifier<Person>?
    let publishedAt: Timestamp

    init(_ version: CourseVersion) {
        id = version.id
        courseID = version.courseID
        number = version.number
        label = version.label
        language = version.language
        title = version.title
        format = version.format
        digest = version.digest
        importedBy = version.importedBy
        publishedAt = Timestamp(version.publishedAt)
    }

    static let schema = Schema.object([
        "id": .id(CourseVersion.idPrefix), "course_id": .id(Course.idPrefix), "number": .integer, "label": .string,
        "language": .string, "title": .string, "format": .string,
        "digest": .string.described("SHA-256 of the package's content, in hexadecimal."),
        "imported_by": .id(Person.idPrefix).nullable.described("Null for whoever runs the installation."),
        "published_at": .time,
    ])
}
