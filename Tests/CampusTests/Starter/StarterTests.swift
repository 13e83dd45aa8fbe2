import Campus
import Foundation
import Learning
import TestKit
import Testing

@Suite struct StarterTests {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    @Test func `the starter organization loads whole, and a second time changes nothing`() async throws {
        let test = try await TestCampus(now: .system)
        let seeds = Self.root.appendingPathComponent("seeds")
        let courses = Self.root.appendingPathComponent("Courses")
        let first = try await test.campus.loadStarter(from: seeds, courses: courses)
        #expect(first.refused == [])
        #expect(first.people >= 40)
        #expect(first.answers >= 60)
        #expect(first.happenings > 500)
        test.clock.advance(seconds: 3 * 86_400)
        let second = try await test.campus.loadStarter(from: seeds, courses: courses)
        #expect(second.isNothing, "\(second)")
        #expect(try await test.campus.examine() == [])
        #expect(try await test.campus.starterRoles().map(\.role) == ["rep", "trainer", "manager", "leader", "admin"])
    }
}
