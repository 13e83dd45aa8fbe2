import Testing

@testable import Learning

@Suite struct PracticeRuleTests {
    @Test func `every behavior wants a practice that names it`() {
        var course = LintedCourse()
        course.draft.behaviors.append(Behavior(key: "listen", text: "I listen."))
        #expect(course.said(PracticeRule.self) == ["no-practice /curriculum/behavior[listen]"])
        course["try"][0].behaviors = ["listen"]
        #expect(course.said(PracticeRule.self) == ["no-practice /curriculum/behavior[ask]"])
    }

    @Test func `a lesson about it is no practice`() {
        var course = LintedCourse()
        course["try"][0].kind = .lesson
        #expect(course.said(PracticeRule.self) == ["no-practice /curriculum/behavior[ask]"])
    }

    @Test func `a course without behaviors wants at least a practice`() {
        var course = LintedCourse()
        course.draft.behaviors = []
        #expect(course.said(PracticeRule.self) == [])
        course["try"] = []
        #expect(course.said(PracticeRule.self) == ["no-practice /curriculum"])
    }
}
