import Testing

@testable import Learning

@Suite struct LinterTests {
    @Test func `a course that has everything gets no advice`() {
        #expect(Linter.findings(in: LintedCourse().draft) == [])
    }

    @Test func `an empty course gets advice of all kinds, each with a path and a hint`() {
        let findings = Linter.findings(in: CourseDraft(key: "c", title: "C"))
        #expect(
            findings.map(\.code) == [
                "no-why", "no-benefit", "no-stop", "no-kickoff", "one-training", "no-practice", "late-feedback",
            ])
        #expect(findings.allSatisfy { $0.severity == .advice && $0.path != nil && $0.hint != nil })
    }
}
