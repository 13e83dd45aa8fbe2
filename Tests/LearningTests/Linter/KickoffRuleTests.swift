import Testing

@testable import Learning

@Suite struct KickoffRuleTests {
    @Test func `a course without a kickoff is told`() {
        var course = LintedCourse()
        course["train"].removeFirst()
        #expect(course.said(KickoffRule.self) == ["no-kickoff /curriculum"])
    }

    @Test func `a kickoff may stand in any module`() {
        var course = LintedCourse()
        course["coach"].append(course["train"].removeFirst())
        #expect(course.said(KickoffRule.self) == [])
    }
}
