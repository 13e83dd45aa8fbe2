import Testing

@testable import Learning

@Suite struct TrainingSeriesRuleTests {
    @Test(arguments: [[2, 2], [2, nil], [nil, nil], [2], []] as [[Int?]])
    func `training on one day, or on none, is told`(days: [Int?]) {
        var course = LintedCourse()
        course["train"] =
            [LintedCourse.step("kickoff", .kickoff, day: 0)]
            + days.enumerated().map { LintedCourse.step("lesson-\($0.offset)", .lesson, day: $0.element) }
        #expect(
            course.said(TrainingSeriesRule.self) == [
                days.isEmpty ? "one-training /curriculum" : "one-training /curriculum/module[train]"
            ])
    }

    @Test func `a series is several dates, also of one step that comes again`() {
        var course = LintedCourse()
        #expect(course.said(TrainingSeriesRule.self) == [])
        course["train"] = [
            Step(
                key: "webinar", kind: .meeting, title: "Webinar",
                schedule: Schedule(offset: Period(days: 3), every: Period(days: 7), times: 2))
        ]
        #expect(course.said(TrainingSeriesRule.self) == [])
    }
}
