import Testing

@testable import Learning

@Suite struct OwnerRuleTests {
    @Test func `answers without an owner are counted in one piece of advice`() throws {
        var course = LintedCourse()
        #expect(course.said(OwnerRule.self) == [])
        for owner in [nil, "", " ", nil] {
            course.draft.answers.append(
                AnswerDraft(key: "b\(course.draft.answers.count)", question: "Q?", text: "A.", owner: owner))
        }
        let finding = try #require(OwnerRule.findings(in: course.draft).first)
        #expect(course.said(OwnerRule.self) == ["no-owner /curriculum/answers/answer[b1]"])
        #expect(finding.count == 4)
        #expect(finding.message == "4 answers have no owner: b1, b2, b3, ….")
    }
}
