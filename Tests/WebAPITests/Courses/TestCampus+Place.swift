import Campus
import Learning
import Persistence
import Store
import TestKit

extension TestCampus {
    /// Puts a person into a version of a course, current or not.
    @discardableResult
    func place(
        _ person: Person, in place: (course: Identifier<Course>, version: Identifier<CourseVersion>)
    ) async throws -> Identifier<Enrollment> {
        let id = Identifier<Enrollment>(stored: UUIDv7.make())
        let now = clock.now
        try await campus.database.write { connection in
            guard let outline = try CourseOutlineStore.find(place.version, connection) else { return }
            let enrollment = Enrollment(
                id: id, personID: person.id, courseID: place.course, versionID: place.version,
                startsOn: CivilDate(now, in: "UTC"), timeZone: "UTC", createdAt: now,
                totals: Totals(required: outline.modules.reduce(0) { $0 + $1.required }))
            try EnrollmentStore.insert([(enrollment, person.managerID)], outline, connection)
        }
        return id
    }
}
