/// An enrollment with the names that a list shows.
public struct EnrollmentSummary: Hashable, Sendable {
    public var enrollment: Enrollment
    public var personName: String
    public var courseTitle: String

    public init(enrollment: Enrollment, personName: String, courseTitle: String) {
        self.enrollment = enrollment
        self.personName = personName
        self.courseTitle = courseTitle
    }
}

/// Which enrollments a list holds.
public struct EnrollmentFilter: Hashable, Sendable {
    public var person: Identifier<Person>?
    public var course: Identifier<Course>?
    /// Those of everybody below this manager.
    public var team: Identifier<Person>?

    public init(
        person: Identifier<Person>? = nil, course: Identifier<Course>? = nil, team: Identifier<Person>? = nil
    ) {
        self.person = person
        self.course = course
        self.team = team
    }
}
