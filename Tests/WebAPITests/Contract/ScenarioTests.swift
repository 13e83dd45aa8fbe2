import Testing

@testable import WebAPI

@Suite struct ScenarioTests {
    /// Every slice's; each part stands in a file of its own.
    static let all: [Scenario] =
        Scenario.service + Scenario.people + Scenario.courses + Scenario.progress + Scenario.reports + Scenario.answers
        + Scenario.asking + Scenario.feedback + Scenario.initiatives + Scenario.calendar + Scenario.stories

    @Test(arguments: all)
    func `it comes as the API promises`(scenario: Scenario) async throws {
        try await scenario.run()
    }

    @Test func `every good reply of every route has a scenario`() {
        let shown = Set(Self.all.map { "\($0.method) \($0.path) \($0.status)" })
        let promised = Routes.all.flatMap { route in
            route.operation.replies.map { "\(route.method) \(route.path) \($0.status)" }
        }
        #expect(Set(promised).subtracting(shown) == [], "replies that no scenario has")
    }
}
