import Testing

@testable import Learning

@Suite struct CourseChangesTests {
    private static func content(
        _ steps: [Step], more: [CourseModule] = [], answers: [AnswerDraft] = [], files: [String: String] = [:]
    ) -> VersionContent {
        VersionContent(
            title: "Course", label: "1", language: "en",
            modules: [CourseModule(key: "m", kind: .training, title: "M", steps: steps)] + more, answers: answers,
            files: files)
    }

    private static let lesson = Step(key: "a", kind: .lesson, title: "A", text: "Read.")

    private static func edited(_ edit: (inout Step) -> Void) -> Step {
        var step = Step(
            key: "a", kind: .quiz, title: "A", text: "Read.", href: "a.html", files: ["a.css"],
            schedule: Schedule(offset: Period(days: 1), minutes: 5), behaviors: ["one"], requires: ["b"],
            moveOn: .passed, masteryScore: 0.5)
        edit(&step)
        return step
    }

    struct Edit: Sendable, CustomTestStringConvertible {
        let field: FieldChange.Field
        let before: String?
        let after: String?
        let step: Step

        init(
            _ field: FieldChange.Field, _ before: String? = nil, _ after: String? = nil, edit: (inout Step) -> Void
        ) {
            self.field = field
            self.before = before
            self.after = after
            step = CourseChangesTests.edited(edit)
        }

        var testDescription: String { field.rawValue }
    }

    static let edits = [
        Edit(.title, "A", "B") { $0.title = "B" },
        Edit(.text) { $0.text = "Read twice." },
        Edit(.content, "a.html", "b.html") { $0.href = "b.html" },
        Edit(.content) { $0.files = ["b.css"] },
        Edit(.content) { $0.content = ContentLaunch(standard: .scorm12) },
        Edit(.dates, "1 day after the start, 5 minutes", "1 month and 2 days after “b”, every 14 days, 4 times") {
            $0.schedule = Schedule(
                offset: Period(months: 1, days: 2), after: "b", every: Period(days: 14), times: 4)
        },
        Edit(.requires, "b", nil) { $0.requires = [] },
        Edit(.behaviors, "one", "one, two") { $0.behaviors = ["two", "one"] },
        Edit(.rules, "moves on when Passed", "moves on when Completed") { $0.moveOn = .completed },
        Edit(.score, "50 %", "66.7 %") { $0.masteryScore = 2.0 / 3 },
        Edit(.questions) { $0.quiz = Quiz(questions: []) },
        Edit(.availability, nil, "Its file is missing.") { $0.unavailable = "Its file is missing." },
    ]

    @Test(arguments: edits)
    func `what an author changed in a step is named, with both values where they fit a line`(edit: Edit) {
        let changes = CourseChanges(
            from: Self.content([Self.edited { _ in }]), to: Self.content([edit.step]))
        let entry = changes.activities.entries[0]
        #expect(entry.change == .changed)
        #expect(entry.fields == [FieldChange(edit.field, before: edit.before, after: edit.after)])
        #expect(changes.activities.changed == 1)
    }

    @Test func `steps are known by their keys, renamed ones by both`() {
        let other = Step(key: "other", kind: .lesson, title: "Other")
        let gone = Step(key: "gone", kind: .lesson, title: "Gone")
        var renamed = Self.lesson
        (renamed.key, renamed.was) = ("a2", "a")
        let changes = CourseChanges(
            from: Self.content([Self.lesson, gone]), to: Self.content([renamed, other]))
        let list = changes.activities
        #expect(list.entries.map(\.change) == [.kept, .added, .retired])
        #expect(list.entries.map(\.key) == ["a2", "other", "gone"])
        #expect(list.entries.map(\.was) == ["a", nil, nil])
        #expect([list.added, list.changed, list.kept, list.retired] == [1, 0, 1, 1])
    }

    @Test func `of two steps that became one, the one that kept its key is it, and the other says where it went`() {
        var one = Step(key: "one", was: "two", kind: .lesson, title: "One")
        let two = Step(key: "two", kind: .lesson, title: "Two")
        one.was = "two"
        let before = Self.content([Step(key: "one", kind: .lesson, title: "One"), two])
        let list = CourseChanges(from: before, to: Self.content([one])).activities
        #expect(list.entries.map(\.change) == [.kept, .retired])
        #expect(list.entries.map(\.now) == [nil, "one"])
    }

    @Test func `a rename shows nowhere else: neither in what waits for it nor in its order`() {
        let waiting = Step(
            key: "b", kind: .lesson, title: "B", schedule: Schedule(after: "a"), requires: ["a"])
        var renamed = Self.lesson
        (renamed.key, renamed.was) = ("a2", "a")
        var stillWaiting = waiting
        (stillWaiting.requires, stillWaiting.schedule.after) = (["a2"], "a2")
        let changes = CourseChanges(
            from: Self.content(
                [Self.lesson, waiting], answers: [AnswerDraft(key: "q", activity: "a", question: "?", text: ".")]),
            to: Self.content(
                [renamed, stillWaiting], answers: [AnswerDraft(key: "q", activity: "a2", question: "?", text: ".")]))
        #expect(changes.isQuiet)
    }

    @Test func `a step that moved says so, and those that it passed do not`() {
        let steps = ["a", "b", "c", "d"].map { Step(key: $0, kind: .lesson, title: $0) }
        let moved = [steps[3], steps[0], steps[1], steps[2]]
        let list = CourseChanges(from: Self.content(steps), to: Self.content(moved)).activities
        #expect(list.entries.filter { $0.change == .changed }.map(\.key) == ["d"])
        #expect(list.entries[0].fields.map(\.field) == [.order])
    }

    @Test func `a step in another module names both`() {
        let module = CourseModule(key: "n", kind: .coaching, title: "N")
        var filled = module
        filled.steps = [Self.lesson]
        let changes = CourseChanges(
            from: Self.content([Self.lesson], more: [module]), to: Self.content([], more: [filled]))
        #expect(changes.activities.entries[0].fields == [FieldChange(.module, before: "m", after: "n")])
    }

    @Test func `a file that holds something else changes the step that opens it`() {
        let step = Step(key: "a", kind: .file, title: "A", href: "a.html")
        let changes = CourseChanges(
            from: Self.content([step], files: ["a.html": "1", "b.css": "1"]),
            to: Self.content([step], files: ["a.html": "2", "c.css": "1"]))
        #expect(changes.activities.entries[0].fields == [FieldChange(.content)])
        #expect(changes.files.entries.map(\.change) == [.changed, .added, .retired])
    }

    @Test func `the course itself: its title, label, language and reasons`() {
        var next = Self.content([Self.lesson])
        (next.title, next.label, next.language, next.why) = ("Course 2", "2", "de", "Because.")
        let changes = CourseChanges(from: Self.content([Self.lesson]), to: next)
        #expect(changes.course.map(\.field) == [.title, .label, .language, .why])
        #expect(!changes.isQuiet)
    }

    @Test func `the same twice is quiet, and to begin with everything is new`() {
        let content = Self.content([Self.lesson])
        #expect(CourseChanges(from: content, to: content).isQuiet)
        let first = CourseChanges(from: .none, to: content)
        #expect(first.activities.entries.map(\.change) == [.added])
        #expect(first.modules.added == 1)
    }

    @Test func `of very many things what is kept is left out, and the counts stay complete`() {
        let entries = (0..<50).map { ChangeEntry($0 % 5 == 0 ? .added : .kept, key: "\($0)", title: "T") }
        let list = ChangeList(entries, limit: 8)
        #expect([list.added, list.kept, list.entries.count] == [10, 40, 8])
        #expect(list.entries.allSatisfy { $0.change == .added })
    }
}
