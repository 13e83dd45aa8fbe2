import Testing

@testable import Learning

@Suite struct ReasonsRuleTests {
    @Test(arguments: [nil, "", " \n"]) func `a course says why, what for, and what stops`(text: String?) {
        var course = LintedCourse()
        course.draft.why = text
        #expect(course.said(ReasonsRule.self) == ["no-why /curriculum"])
        course.draft.benefit = text
        course.draft.stop = text
        #expect(
            course.said(ReasonsRule.self) == ["no-why /curriculum", "no-benefit /curriculum", "no-stop /curriculum"])
    }
}
