import CoursePackage
import Learning
import Testing

@Suite struct QuizActivityTests {
    static let options = "<option correct='true'><text>a</text></option><option><text>b</text></option>"

    @Test(
        arguments: [
            ("masteryScore='0.8' moveOn='Passed'", 0.8, MoveOn.passed, []),
            ("masteryScore='0.8'", 0.8, .completed, []), ("", nil, .completed, []),
            ("masteryScore='1' moveOn='CompletedAndPassed'", 1, .completedAndPassed, []),
            ("masteryScore='80'", 0.8, .completed, ["1 warning bad-value"]),
            ("masteryScore='lots'", nil, .completed, ["1 warning bad-value"]),
            ("masteryScore='0x1p-1'", nil, .completed, ["1 warning bad-value"]),
            ("masteryScore='-1'", nil, .completed, ["1 warning bad-value"]),
            ("moveOn='passed'", nil, .completed, ["1 warning bad-value"]),
            ("moveOn='Passed'", nil, .completed, ["1 warning move-on"]),
        ] as [(String, Double?, MoveOn, [String])])
    func `what passes is a share, and passing needs one`(
        written: String, score: Double?, moveOn: MoveOn, says: [String]
    ) throws {
        let marked = Marked.module(
            "1️⃣<quiz id='q' \(written)><question id='x'><prompt>?</prompt>\(Self.options)</question></quiz>")
        let reading = try marked.read()
        #expect(marked.said(reading) == says)
        #expect(try Marked.step(reading).masteryScore == score)
        #expect(try Marked.step(reading).moveOn == moveOn)
        #expect(reading.facts.tests == 1 && reading.facts.questions == 1)
    }

    @Test(
        arguments: [
            ("<prompt>?</prompt>\(options)", "", []),
            ("<prompt>?</prompt><option correct='1'>a</option><option correct='0'>b</option>", "", []),
            ("<prompt>?</prompt><accept>a</accept>", "", []),
            ("<prompt>?</prompt><accept> a  b </accept><feedback>f</feedback>", "type='text'", []),
            (options, "", ["1 warning bad-questions"]),
            ("<prompt>?</prompt><option correct='true'>a</option>", "", ["1 warning bad-questions"]),
            ("<prompt>?</prompt><option>a</option><option>b</option>", "", ["1 warning bad-questions"]),
            ("<prompt>?</prompt><option>a</option><option>b</option>", "type='multiple'", ["1 warning bad-questions"]),
            (
                "<prompt>?</prompt><option correct='true'>a</option><option correct='true'>b</option>", "",
                ["1 warning bad-questions"]
            ),
            ("<prompt>?</prompt>", "type='text'", ["1 warning bad-questions"]),
            ("<prompt>?</prompt>", "", ["1 warning bad-questions"]),
            ("<prompt>?</prompt>\(options)2️⃣<accept>a</accept>", "type='choice'", ["2 warning unknown-element"]),
            ("<prompt>?</prompt><accept>a</accept>2️⃣<option>a</option>", "type='text'", ["2 warning unknown-element"]),
            ("<prompt>?</prompt>\(options)", "type='essay'", ["1 warning bad-value"]),
            ("<prompt>?</prompt>\(options)", "weight='0'", ["1 warning bad-value"]),
            ("<prompt>?</prompt>\(options)", "weight='heavy'", ["1 warning bad-value"]),
            ("<prompt>?</prompt>\(options)2️⃣<option/>", "", ["2 warning bad-questions"]),
            ("<prompt>?</prompt>\(options)2️⃣<option correct='yes'>c</option>", "", ["2 warning bad-value"]),
            (
                "<prompt>?</prompt><option id='o' correct='true'>a</option>2️⃣<option id='o'>b</option>", "",
                ["2 warning dup-id"]
            ),
        ] as [(String, String, [String])])
    func `a question that nobody could answer is left out, and told`(
        inside: String, attributes: String, says: [String]
    ) throws {
        let marked = Marked.module("<quiz id='q'>1️⃣<question id='x' \(attributes)>\(inside)</question></quiz>")
        let reading = try marked.read()
        #expect(marked.said(reading) == says)
        for question in try Marked.step(reading).quiz?.questions ?? [] {
            #expect(question.weight == 1)
            switch question.kind {
            case .text: #expect(question.options.isEmpty && !question.accepted.isEmpty)
            case .choice: #expect(question.options.count >= 2 && question.options.count { $0.isCorrect } == 1)
            case .multiple: #expect(question.options.count >= 2 && question.options.contains { $0.isCorrect })
            }
            #expect(Set(question.options.map(\.key)).count == question.options.count)
        }
        let isLeftOut = says == ["1 warning bad-questions"] && !inside.contains("correct='true'>b")
        #expect((try Marked.step(reading).quiz == nil) == isLeftOut)
        #expect((try Marked.step(reading).unavailable != nil) == isLeftOut)
    }

    @Test func `questions without an id, or with the same one, are told apart`() throws {
        let question = "<question><prompt>?</prompt>\(Self.options)</question>"
        let marked = Marked.module(
            "<quiz id='q'>1️⃣\(question)\n<question id='x'><prompt>?</prompt>\(Self.options)</question>\n2️⃣<question id='x'><prompt>?</prompt>\(Self.options)</question></quiz>"
        )
        let reading = try marked.read()
        #expect(marked.said(reading) == ["1 warning no-id", "2 warning dup-id"])
        #expect(try Marked.step(reading).quiz?.questions.map(\.key) == ["q1", "x", "x-2"])
    }

    @Test func `a quiz in a file is not played yet, and a quiz without questions cannot be opened`() throws {
        let marked = Marked.module("1️⃣<quiz id='a' href='a.xml'/>\n2️⃣<quiz id='b'/>\n3️⃣<quiz id='c' href='gone.xml'/>")
        let reading = try marked.read(files: ["a.xml": [1]])
        #expect(marked.said(reading) == ["1 warning not-played", "2 warning bad-questions", "3 warning missing-files"])
        #expect(reading.draft?.modules.first?.steps.allSatisfy { $0.unavailable != nil && $0.quiz == nil } == true)
    }
}
