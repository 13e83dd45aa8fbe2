import Testing

@testable import Learning

@Suite struct FeedbackRuleTests {
    @Test func `a course that asks nobody is told`() {
        var course = LintedCourse()
        course["coach"].removeLast()
        #expect(course.said(FeedbackRule.self) == ["late-feedback /curriculum"])
    }

    @Test(arguments: [
        (day: 34, isTold: false), (day: 35, isTold: true), (day: 60, isTold: true), (day: nil, isTold: true),
    ])
    func `feedback comes before the last date, or before the last step where it has none`(day: Int?, isTold: Bool) {
        var course = LintedCourse()
        course["coach"][1] = LintedCourse.step("pulse", .feedback, day: day)
        #expect(
            course.said(FeedbackRule.self)
                == (isTold ? ["late-feedback /curriculum/module[coach]/feedback[pulse]"] : []))
    }

    @Test func `feedback without a date may stand between other steps`() {
        var course = LintedCourse()
        course["coach"].removeLast()
        course["train"].append(LintedCourse.step("pulse", .feedback, day: nil))
        #expect(course.said(FeedbackRule.self) == [])
    }

    @Test func `one pulse in time is enough`() {
        var course = LintedCourse()
        course["coach"].append(LintedCourse.step("end", .feedback, day: 99))
        #expect(course.said(FeedbackRule.self) == [])
    }
}
