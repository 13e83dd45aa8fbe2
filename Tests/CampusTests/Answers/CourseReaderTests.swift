import Campus
import Learning
import Persistence
import Store
import TestKit
import Testing

/// Who may see a course is the same, asked of the course or of each person.
@Suite struct CourseReaderTests {
    @Test(arguments: Backend.allCases)
    func `the readers of a course are those who see it`(backend: Backend) async throws {
        let test = try await TestCampus(backend)
        let course = try await test.publish(.sample()).course
        var people: [Person] = []
        func add(_ name: String, roles: Set<Role> = [.learner], below manager: Person? = nil) async throws -> Person {
            let person = try await test.person(name, roles: roles, manager: manager).person
            people.append(person)
            return person
        }
        for role in Role.allCases { _ = try await add("\(role)", roles: [role]) }
        let top = try await add("Top")
        let middle = try await add("Middle", below: top)
        let member = try await add("Member", below: middle)
        _ = try await add("Below the member", below: member)
        _ = try await add("Beside", below: top)
        // Of these two, one manages by role; the only report of both has left.
        let alone = try await add("Alone")
        let manager = try await add("Manager", roles: [.manager])
        let (first, second) = (try await add("First", below: alone), try await add("Second", below: manager))
        let gone = try await add("Gone", roles: [.trainer])
        for person in [member, first, second, gone] { try await test.enrollDirectly(person, in: course) }
        let left = [first.id, second.id, gone.id]
        try await test.campus.database.write { connection in
            try connection.execute("UPDATE person SET left_at = 7 WHERE id IN \(list: left)")
        }
        for isOpen in [false, true] {
            let ids = people.map(\.id)
            let (readers, expected) = try await test.campus.database.write { connection in
                try connection.execute("UPDATE course SET is_open = \(isOpen) WHERE id = \(course)")
                let seers = try ids.filter { id in
                    guard let caller = try TokenStore.caller(person: id, connection) else { return false }
                    return try CourseSight(caller).courses(connection)?.contains(course) ?? true
                }
                return (try CourseSight.readers(of: course, among: ids, connection), seers)
            }
            #expect(readers == Set(expected))
            // The trainer, the leader, the admin, the member, those above, and the manager of somebody who left.
            #expect(readers.count == (isOpen ? people.count - left.count : 7))
        }
    }
}
