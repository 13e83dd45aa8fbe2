import CoursePackage
import Foundation
import Learning
import Testing

@Suite struct CurriculumWarningTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var says: [String]
        var inside: String
        var testDescription: String { inside }

        init(_ inside: String, _ says: [String]) {
            self.inside = inside
            self.says = says
        }
    }

    static let activities: [Case] = [
        Case("1️⃣<pledge/>", ["1 warning no-id"]),
        Case("1️⃣<pledge id='my pledge'/>", ["1 warning bad-id"]),
        Case("1️⃣<pledge id='start'/>", ["1 warning bad-id"]),
        Case("1️⃣<pledge id='p' wass='x'/>", ["1 warning unknown-attribute"]),
        Case("1️⃣<pledge id='p' xmlns:x='urn:x' x:y='z'/>", ["1 warning unknown-attribute"]),
        Case(
            "<pledge id='p' xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:type='x'/>", []),
        Case("<pledge id='p'/>\n 1️⃣<pledg id='q'/>", ["1 warning unknown-element"]),
        Case("<pledge id='p'>1️⃣<task>x</task></pledge>", ["1 warning unknown-element"]),
        Case("<pledge id='p'/>1️⃣<x xmlns='urn:x'><y/></x>", ["1 warning unknown-element"]),
        Case("1️⃣<pledge id='p'>words</pledge>", ["1 warning stray-text"]),
        Case("<pledge id='p'>1️⃣<title> </title></pledge>", ["1 warning no-title"]),
        Case("<pledge id='p'><title>a</title>1️⃣<title>b</title></pledge>", ["1 warning dup-element"]),
        Case("<pledge id='p'><title>a 1️⃣<b>bold</b></title></pledge>", ["1 warning unknown-element"]),
        Case("<pledge id='p'>1️⃣<title>\(String(repeating: "x", count: 501))</title></pledge>", ["1 warning too-long"]),
        Case("<pledge id='p'>1️⃣<text>  </text></pledge>", ["1 warning no-text"]),
        Case("<pledge id='p'><text>a 1️⃣<b>bold</b> word</text></pledge>", ["1 warning unknown-element"]),
        Case("<pledge id='p'>1️⃣<text class='x'>a</text></pledge>", ["1 warning unknown-attribute"]),
        Case("1️⃣<pledge id='p' offset='PT3H'/>", ["1 warning bad-value"]),
        Case("1️⃣<pledge id='p' offset='3 days'/>", ["1 warning bad-value"]),
        Case("1️⃣<pledge id='p' offset='P99999Y'/>", ["1 warning bad-value"]),
        Case("1️⃣<pledge id='p' every='P0D' times='3'/>", ["1 warning bad-value"]),
        Case("1️⃣<pledge id='p' times='3'/>", ["1 warning bad-value"]),
        Case("1️⃣<pledge id='p' every='P7D'/>", ["1 warning bad-value"]),
        Case("1️⃣<pledge id='p' every='P7D' times='0'/>", ["1 warning bad-value", "1 warning bad-value"]),
        Case("1️⃣<pledge id='p' minutes='an hour'/>", ["1 warning bad-value"]),
        Case("1️⃣<pledge id='p' minutes='1441'/>", ["1 warning bad-value"]),
        Case("1️⃣<pledge id='p' behaviors='gone'/>", ["1 warning dangling-ref"]),
        Case("1️⃣<pledge id='p' requires='gone m2'/>", ["1 warning dangling-ref", "1 warning dangling-ref"]),
        Case("1️⃣<pledge id='p' offset='P1D' after='gone'/>", ["1 warning dangling-ref"]),
        Case("1️⃣<pledge id='p' was='q'/><pledge id='q'/>", ["1 warning dup-id"]),
        Case("<pledge id='p' was='x'/>1️⃣<pledge id='q' was='x'/>", ["1 warning dup-id"]),
    ]

    static let courses: [Case] = [
        Case(
            "1️⃣<module id='m' kind='training'><title>M</title></module><module id='n' kind='coaching'><title>N</title><pledge id='p'/></module>",
            ["1 warning empty-module"]),
        Case("1️⃣<module id='m'><title>M</title><pledge id='p'/></module>", ["1 warning bad-value"]),
        Case("1️⃣<module id='m' kind='lecture'><title>M</title><pledge id='p'/></module>", ["1 warning bad-value"]),
        Case("1️⃣<module kind='training'><title>M</title><pledge id='p'/></module>", ["1 warning no-id"]),
        Case(
            "1️⃣<module id='m' kind='training' requires='gone'><title>M</title><pledge id='p'/></module>",
            ["1 warning dangling-ref"]),
        Case(
            "1️⃣<module id='m' kind='training'>words<title>M</title><pledge id='p'/></module>", ["1 warning stray-text"]),
        Case(
            "1️⃣<behavior id='b'/><module id='m' kind='training'><title>M</title><pledge id='p'/></module>",
            ["1 warning no-text"]),
        Case(
            "<behavior id='b'>B</behavior>1️⃣<behavior id='b'>C</behavior><module id='m' kind='training'><title>M</title><pledge id='p'/></module>",
            ["1 warning dup-id"]),
        Case(
            "1️⃣<title>again</title><module id='m' kind='training'><title>M</title><pledge id='p'/></module>",
            ["1 warning dup-element"]),
        Case(
            "1️⃣<hello/><module id='m' kind='training'><title>M</title><pledge id='p'/></module>",
            ["1 warning unknown-element"]),
        Case(
            "<answers>1️⃣<answer id='a'><question>Q</question></answer><answer id='b'><question>Q</question><text>T</text></answer></answers>",
            ["1 warning bad-answer"]),
        Case(
            "<answers>1️⃣<answer id='a'><text>T</text></answer><answer id='b'><question>Q</question><text>T</text></answer></answers>",
            ["1 warning bad-answer"]),
        Case(
            "<answers>1️⃣<answer id='a' activity='gone'><question>Q</question><text>T</text></answer></answers>",
            ["1 warning dangling-ref"]),
        Case(
            "<answers><answer id='a'><question>Q</question><text>T</text></answer>1️⃣<answer id='a'><question>Q</question><text>T</text></answer></answers>",
            ["1 warning dup-id"]),
        Case(
            "<answers>1️⃣<question/><answer id='a'><question>Q</question><text>T</text></answer></answers>",
            ["1 warning unknown-element"]),
    ]

    private func check(_ marked: Marked, _ given: Case) throws {
        let reading = try marked.read()
        #expect(marked.said(reading) == given.says)
        #expect(reading.outcome == (given.says.isEmpty ? .imports : .warnings))
        #expect(reading.draft != nil)
        for finding in reading.findings where finding.severity == .warning {
            #expect(finding.hint?.isEmpty == false && finding.path?.hasPrefix("/curriculum") == true)
        }
    }

    @Test(arguments: activities)
    func `what is wrong with an activity is told where it stands, and the rest is read`(given: Case) throws {
        try check(.module(given.inside), given)
    }

    @Test(arguments: courses)
    func `what is wrong with a course is told where it stands, and the rest is read`(given: Case) throws {
        try check(.course(given.inside), given)
    }

    @Test func `a course without a title is shown by its id`() throws {
        let marked = Marked(
            "1️⃣<curriculum xmlns=\"urn:cornerman:curriculum:1\" id=\"c\"><module id='m' kind='training'><title>M</title><pledge id='p'/></module></curriculum>"
        )
        let reading = try marked.read()
        #expect(marked.said(reading) == ["1 warning no-title"])
        #expect(reading.draft?.title == "c")
    }

    @Test func `a language that is no tag is not kept`() throws {
        let marked = Marked(
            "1️⃣<curriculum xmlns=\"urn:cornerman:curriculum:1\" id=\"c\" xml:lang=\"in English\"><title>C</title><module id='m' kind='training'><title>M</title><pledge id='p'/></module></curriculum>"
        )
        let reading = try marked.read()
        #expect(marked.said(reading) == ["1 warning bad-value"])
        #expect(reading.draft?.language == "und")
    }

    @Test func `a mistake that is made a thousand times is told fifty times and counted`() throws {
        let marked = Marked.module(String(repeating: "<x/>", count: 1_000) + "<pledge id='p'/>")
        let findings = try marked.read().findings.filter { $0.code == "unknown-element" }
        #expect(findings.count == 50)
        #expect(findings.reduce(0) { $0 + $1.count } == 1_000)
    }

    @Test func `a hint names what was probably meant`() throws {
        let marked = Marked.module("<practise id='p'/><pledge id='q' offfset='P1D' requires='Q2'/><pledge id='q2'/>")
        let hints = try marked.read().findings.filter { $0.severity == .warning }.compactMap(\.hint)
        #expect(hints == ["Did you mean “practice”?", "Did you mean “offset”?", "Did you mean “q2”?"])
    }

    @Test(arguments: [
        ("<modul id='n'/><module id='m' kind='training'><pledge id='p'/></module>", "Did you mean “module”?"),
        ("<module id='m' kind='training' Requires=''><pledge id='p'/></module>", "Did you mean “requires”?"),
        ("<module id='m' kind='training' Kind=''><pledge id='p'/></module>", "Did you mean “kind”?"),
        ("<lesson id='l'/><module id='m' kind='training'><pledge id='p'/></module>", "Put it into a <module>."),
        ("<answer id='a'/><module id='m' kind='training'><pledge id='p'/></module>", "Put it into <answers>."),
        ("<module id='m' kind='training'><question/><pledge id='p'/></module>", "Put it into a <quiz> or an <answer>."),
    ])
    func `a hint names what is nearest, or the place where it belongs`(inside: String, hint: String) throws {
        let unknown = try Marked.course(inside).read().findings.filter { $0.code.hasPrefix("unknown-") }
        #expect(unknown.map(\.hint) == [hint])
    }

    @Test func `curly quotation marks are said to be the matter`() throws {
        let finding = try #require(try Marked.course("<module id=“m” kind=“training”/>").read().findings.first)
        #expect(finding.code == "bad-xml")
        #expect(finding.message.contains("straight"))
        #expect(finding.hint?.contains("id=“c1”") == true)
    }

    @Test func `a table that would be filled up with a million empty cells is told`() throws {
        let bar = String(repeating: "|x", count: 1_000) + "|\n" + String(repeating: "|-", count: 1_000) + "|\n"
        let text = bar + String(repeating: "|x|\n", count: 1_000)
        let lesson = Marked.module("<lesson id='l'>1️⃣<text>\(text)</text></lesson>")
        #expect(lesson.said(try lesson.read()) == ["1 warning too-large"])
        let file = Marked.module("1️⃣<lesson id='l' href='l.md'/>")
        #expect(file.said(try file.read(files: ["l.md": Array(text.utf8)])) == ["1 warning too-large"])
    }

    @Test func `the linter's advice stands at what it is about`() throws {
        let marked = Marked(
            """
            1️⃣<curriculum xmlns="urn:cornerman:curriculum:1" id="c">
              <title>C</title>
              2️⃣<behavior id="b">B</behavior>
              3️⃣<module id="m" kind="training"><title>M</title>
                <kickoff id="k" offset="P0D"/>
                <lesson id="l" offset="P1D"><text>T</text></lesson>
                4️⃣<pledge id="p" offset="P60D"/>
              </module>
              <answers>
                5️⃣<answer id="a"><question>Q</question><text>T</text></answer>
              </answers>
            </curriculum>
            """)
        let advice = try marked.read().findings.filter { $0.severity == .advice }
        let said = advice.map { finding in
            let mark = marked.places.first { $0.value == (finding.line ?? 0, finding.column ?? 0) }?.key ?? 0
            return "\(mark) \(finding.code)"
        }
        #expect(
            said == [
                "1 no-why", "1 no-benefit", "1 no-stop", "3 no-coaching", "2 no-practice", "4 long-gap",
                "1 late-feedback",
                "5 no-owner",
            ])
        #expect(advice.allSatisfy { $0.entry == "curriculum.xml" })
    }
}
