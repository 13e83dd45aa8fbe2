import Campus
import Learning
import Store
import TestKit
import Testing

/// Who answers for a course sees names in it.
@Suite struct CourseOwnerTests {
    @Test(arguments: Backend.allCases)
    func `a course is given away by its owner or an admin, and taken by nobody`(backend: Backend) async throws {
        let test = try await TestCampus(backend)
        let (tia, owner) = try await test.person("Tia", roles: [.trainer])
        let (tom, other) = try await test.person("Tom", roles: [.trainer])
        let admin = try await test.person("Ada", roles: [.admin]).token
        let owned = try await test.publish(.sample(), by: tia.id).course
        let unowned = try await test.publish(.sample(key: "unowned")).course

        func give(_ course: Identifier<Course>, to person: Person?, as token: String) async throws -> Refusal.Kind? {
            let revision = try await test.campus.course(course, by: .token(token)).summary.course.revision
            do {
                let changed = try await test.campus.updateCourse(
                    course, isOpen: .keep, owner: .set(person?.id), revision: revision, by: .token(token))
                #expect(changed.course.ownerID == person?.id)
                return nil
            } catch let refusal as Refusal {
                return refusal.kind
            }
        }

        for course in [owned, unowned] { #expect(try await give(course, to: tom, as: other) == .forbidden) }
        #expect(try await give(owned, to: nil, as: other) == .forbidden)
        // Saying what is so already changes nothing.
        #expect(try await give(owned, to: tia, as: other) == nil)
        #expect(try await give(owned, to: tom, as: owner) == nil)
        #expect(try await give(owned, to: tia, as: owner) == .forbidden)
        #expect(try await give(unowned, to: tom, as: admin) == nil)
        let open = try await test.campus.updateCourse(
            owned, isOpen: .set(true), owner: .keep,
            revision: try await test.campus.course(owned, by: .token(owner)).summary.course.revision, by: .token(owner))
        #expect(open.course.isOpen)
    }
}
