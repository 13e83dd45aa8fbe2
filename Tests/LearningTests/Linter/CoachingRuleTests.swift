import Testing

@testable import Learning

@Suite struct CoachingRuleTests {
    @Test func `training without coaching is told`() {
        var course = LintedCourse()
        course["coach"].removeFirst()
        #expect(course.said(CoachingRule.self) == ["no-coaching /curriculum/module[train]"])
    }

    @Test(arguments: [
        (day: 13, isTold: true), (day: 14, isTold: false), (day: 40, isTold: false), (day: nil, isTold: false),
    ])
    func `coaching goes on until the last training at least`(day: Int?, isTold: Bool) {
        var course = LintedCourse()
        course["coach"] = [LintedCourse.step("one-on-one", .coaching, day: day)]
        #expect(course.said(CoachingRule.self).isEmpty == !isTold)
    }

    @Test func `without dates, coaching stands behind training in the course`() {
        var course = LintedCourse()
        course["train"] = [
            LintedCourse.step("coaching", .coaching, day: nil), LintedCourse.step("lesson", .lesson, day: nil),
        ]
        course["coach"] = []
        #expect(course.said(CoachingRule.self) == ["no-coaching /curriculum/module[train]"])
        course["train"].reverse()
        #expect(course.said(CoachingRule.self) == [])
    }

    @Test func `the date of coaching may hang on the end of the training`() {
        var course = LintedCourse()
        course["coach"] = [
            Step(
                key: "one-on-one", kind: .coaching, title: "x",
                schedule: Schedule(offset: Period(days: 3), after: "train"))
        ]
        #expect(course.said(CoachingRule.self) == [])
    }

    @Test func `a clinic at the end needs no coaching after it, a webinar does`() {
        var course = LintedCourse()
        var meeting = LintedCourse.step("look-back", .meeting, day: 60)
        meeting.meetingType = "clinic"
        course["train"].append(meeting)
        #expect(course.said(CoachingRule.self) == [])
        course["train"][3].meetingType = "webinar"
        #expect(course.said(CoachingRule.self) == ["no-coaching /curriculum/module[train]"])
    }

    @Test func `a course without training has nothing to follow up`() {
        var course = LintedCourse()
        course.draft.modules.removeFirst()
        course["coach"] = []
        #expect(course.said(CoachingRule.self) == [])
    }
}
