import Testing

@testable import Learning

@Suite struct CourseOutlineTests {
    @Test func `a renamed activity is found by both of its keys, and a new one takes its name`() {
        let outline = CourseOutline(
            version: Identifier(stored: "v"), course: Identifier(stored: "c"), behaviors: [],
            modules: [
                CourseModule(
                    key: "m", kind: .training, title: "M",
                    steps: [
                        Step(key: "new", was: "old", kind: .lesson, title: "New"),
                        Step(key: "moved", was: "taken", kind: .lesson, title: "Moved"),
                        Step(key: "taken", kind: .lesson, title: "Taken"),
                    ])
            ])
        #expect(outline.step("new")?.title == "New")
        #expect(outline.step("old")?.title == "New")
        #expect(outline.step("taken")?.title == "Taken")
        #expect(outline.step("nothing") == nil)
        #expect(outline.module(of: "old")?.key == "m")
    }

    @Test func `each occurrence of what is required counts`() {
        var file = Step(key: "f", kind: .file, title: "F")
        file.unavailable = "Missing."
        let module = CourseModule(
            key: "m", kind: .coaching, title: "M",
            steps: [
                Step(key: "talk", kind: .coaching, title: "T", schedule: Schedule(every: Period(days: 7), times: 4)),
                Step(key: "extra", kind: .lesson, title: "E", moveOn: .notApplicable), file,
            ])
        #expect(module.required == 4)
    }
}
