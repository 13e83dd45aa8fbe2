import Testing

@testable import Learning

@Suite struct GapRuleTests {
    @Test(arguments: [(day: 56, isTold: false), (day: 57, isTold: true)])
    func `three weeks are bridged, a day more is told at what comes next`(day: Int, isTold: Bool) {
        var course = LintedCourse()
        course["coach"].append(LintedCourse.step("last", .meeting, day: day))
        #expect(course.said(GapRule.self) == (isTold ? ["long-gap /curriculum/module[coach]/meeting[last]"] : []))
    }

    @Test func `the way from the start to the first date counts`() {
        var course = LintedCourse()
        course.draft.modules = [
            CourseModule(
                key: "m", kind: .training, title: "M", steps: [LintedCourse.step("late", .lesson, day: 22)])
        ]
        #expect(course.said(GapRule.self) == ["long-gap /curriculum/module[m]/lesson[late]"])
    }

    @Test func `anchors add up, months count thirty days, and what waits for itself ends`() {
        func step(_ key: String, _ offset: Period, after: String?) -> Step {
            Step(key: key, kind: .lesson, title: key, schedule: Schedule(offset: offset, after: after))
        }
        var course = LintedCourse()
        course.draft.modules = [
            CourseModule(
                key: "m", kind: .training, title: "M",
                steps: [
                    step("a", Period(days: 10), after: nil), step("b", Period(days: 20), after: "a"),
                    step("c", Period(months: 1), after: "n"),
                ]),
            CourseModule(key: "n", kind: .training, title: "N", steps: [step("d", Period(days: 21), after: "b")]),
        ]
        #expect(course.said(GapRule.self) == ["long-gap /curriculum/module[m]/lesson[c]"])
        course.draft.modules[0].steps[0].schedule.after = "b"
        #expect(course.said(GapRule.self).count <= 2)
    }

    @Test func `a course without dates has no gaps`() {
        var course = LintedCourse()
        course.draft.modules = [
            CourseModule(key: "m", kind: .training, title: "M", steps: [LintedCourse.step("a", .lesson, day: nil)])
        ]
        #expect(course.said(GapRule.self) == [])
    }
}
