import Testing

@testable import Learning

@Suite struct EventDataRuleTests {
    struct Case: Sendable {
        var verb: Verb
        var step: Step
        var data: EventData
        /// Pointer and code; nil where it can be recorded.
        var refused: (String, String)?
    }

    private static func step(
        _ kind: ActivityKind, evidence: Step.Evidence = .none, mastery: Double? = nil
    ) -> Step {
        Step(key: "step", kind: kind, title: "A step", masteryScore: mastery, evidence: evidence)
    }

    private static let pulse = Step(
        key: "pulse", kind: .feedback, title: "Pulse",
        scales: [Scale(key: "a/b", from: 1, to: 5, prompt: "I believe.")],
        words: [WordsPrompt(key: "way", prompt: "What is in the way?")])
    private static let open = Step(
        key: "pulse", kind: .feedback, title: "Pulse", words: [WordsPrompt(key: "way", prompt: "What is in the way?")])
    private static let long = String(repeating: "x", count: 10_001)

    static let cases: [Case] = [
        Case(verb: .opened, step: step(.lesson), data: EventData()),
        Case(
            verb: .opened, step: step(.lesson), data: EventData(score: 1), refused: ("/data/score", "field-not-of-verb")
        ),
        Case(verb: .completed, step: step(.lesson), data: EventData(seconds: 30)),
        Case(
            verb: .completed, step: step(.lesson), data: EventData(seconds: -1),
            refused: ("/data/seconds", "out-of-range")),
        Case(
            verb: .completed, step: step(.lesson), data: EventData(text: "x"),
            refused: ("/data/text", "field-not-of-verb")),
        Case(verb: .attended, step: step(.kickoff), data: EventData(code: "4711")),
        Case(verb: .submitted, step: step(.practice), data: EventData()),
        Case(
            verb: .submitted, step: step(.practice, evidence: .text), data: EventData(),
            refused: ("/data/text", "required")),
        Case(
            verb: .submitted, step: step(.practice, evidence: .text), data: EventData(text: " \n"),
            refused: ("/data/text", "required")),
        Case(verb: .submitted, step: step(.practice, evidence: .text), data: EventData(text: "They said yes.")),
        Case(
            verb: .submitted, step: step(.practice, evidence: .text), data: EventData(text: long),
            refused: ("/data/text", "too-long")),
        Case(
            verb: .submitted, step: step(.practice), data: EventData(text: "a\u{0}b"),
            refused: ("/data/text", "control-character")),
        Case(
            verb: .submitted, step: step(.practice, evidence: .link), data: EventData(),
            refused: ("/data/link", "required")),
        Case(
            verb: .submitted, step: step(.practice, evidence: .link), data: EventData(link: "javascript:alert(1)"),
            refused: ("/data/link", "bad-link")),
        Case(
            verb: .submitted, step: step(.practice, evidence: .link), data: EventData(link: "https://"),
            refused: ("/data/link", "bad-link")),
        Case(
            verb: .submitted, step: step(.practice, evidence: .link), data: EventData(link: "https://a b"),
            refused: ("/data/link", "bad-link")),
        Case(
            verb: .submitted, step: step(.practice, evidence: .link), data: EventData(link: "HTTPS://example.org/call")),
        Case(verb: .submitted, step: step(.quiz), data: EventData(score: 0.5, success: false)),
        Case(verb: .submitted, step: step(.quiz), data: EventData(), refused: ("/data/score", "required")),
        Case(verb: .returned, step: step(.practice), data: EventData(), refused: ("/data/text", "required")),
        Case(verb: .confirmed, step: step(.practice), data: EventData()),
        // It happened on 2026-03-02 at nine in the morning, UTC.
        Case(verb: .tried, step: step(.practice), data: EventData(nextOn: "2026-03-02")),
        Case(verb: .tried, step: step(.practice), data: EventData(nextOn: "2026-03-31")),
        // Still the first of March at UTC-12.
        Case(verb: .tried, step: step(.practice), data: EventData(nextOn: "2026-03-01")),
        Case(verb: .tried, step: step(.practice), data: EventData(nextOn: "2027-03-03")),
        Case(
            verb: .tried, step: step(.practice), data: EventData(nextOn: "2026-02-28"),
            refused: ("/data/next_on", "out-of-range")),
        Case(
            verb: .tried, step: step(.practice), data: EventData(nextOn: "2027-03-04"),
            refused: ("/data/next_on", "out-of-range")),
        Case(
            verb: .tried, step: step(.practice), data: EventData(nextOn: "9999-12-31"),
            refused: ("/data/next_on", "out-of-range")),
        Case(
            verb: .tried, step: step(.practice), data: EventData(nextOn: "2026-02-30"),
            refused: ("/data/next_on", "bad-date")),
        Case(
            verb: .submitted, step: step(.practice), data: EventData(nextOn: "2026-03-31"),
            refused: ("/data/next_on", "field-not-of-verb")),
        Case(verb: .pledged, step: step(.pledge), data: EventData(), refused: ("/data/text", "required")),
        Case(verb: .kept, step: step(.pledge), data: EventData()),
        Case(verb: .held, step: step(.coaching), data: EventData(text: "Went well.", commitment: "Three calls.")),
        Case(
            verb: .held, step: step(.coaching), data: EventData(commitment: String(repeating: "x", count: 2001)),
            refused: ("/data/commitment", "too-long")),
        Case(verb: .noted, step: step(.coaching), data: EventData(), refused: ("/data/text", "required")),
        Case(verb: .waived, step: step(.lesson), data: EventData(text: " "), refused: ("/data/text", "required")),
        Case(verb: .waived, step: step(.lesson), data: EventData(text: "Knows it already.")),
        Case(verb: .credited, step: step(.lesson), data: EventData(), refused: ("/data/source", "required")),
        Case(verb: .suspended, step: step(.package), data: EventData(state: "{}", location: "3")),
        Case(
            verb: .suspended, step: step(.package), data: EventData(state: String(repeating: "x", count: 300_001)),
            refused: ("/data/state", "too-long")),
        Case(verb: .passed, step: step(.package, mastery: 0.8), data: EventData(score: 0.8, success: true)),
        Case(
            verb: .passed, step: step(.package, mastery: 0.8), data: EventData(score: 0.7),
            refused: ("/data/score", "below-mastery")),
        Case(
            verb: .passed, step: step(.package), data: EventData(score: 1.2), refused: ("/data/score", "out-of-range")),
        Case(
            verb: .passed, step: step(.package), data: EventData(score: .nan), refused: ("/data/score", "out-of-range")),
        Case(
            verb: .failed, step: step(.package), data: EventData(success: true),
            refused: ("/data/success", "contradicts-verb")),
        Case(verb: .answered, step: pulse, data: EventData(scores: ["a/b": 5], words: ["way": "Time."])),
        Case(verb: .answered, step: pulse, data: EventData(), refused: ("/data/scores/a~1b", "required")),
        Case(
            verb: .answered, step: pulse, data: EventData(scores: ["a/b": 6]),
            refused: ("/data/scores/a~1b", "out-of-range")),
        Case(
            verb: .answered, step: pulse, data: EventData(scores: ["a/b": 1, "z": 1]),
            refused: ("/data/scores", "unknown-scale")),
        Case(
            verb: .answered, step: pulse, data: EventData(scores: ["a/b": 1], words: ["z": "?"]),
            refused: ("/data/words", "unknown-prompt")),
        Case(
            verb: .answered, step: pulse, data: EventData(scores: ["a/b": 1], words: ["way": long]),
            refused: ("/data/words/way", "too-long")),
        Case(verb: .answered, step: open, data: EventData(words: ["way": " "]), refused: ("/data/words", "required")),
        Case(verb: .answered, step: open, data: EventData(words: ["way": "Time."])),
        Case(verb: .answered, step: step(.feedback), data: EventData()),
    ]

    @Test(arguments: cases)
    func `data fits its verb or is refused at its place`(test: Case) {
        let problem = EventDataRule.problem(
            with: test.data, of: test.verb, for: test.step, at: Instant(milliseconds: 1_772_442_000_000))
        #expect(problem?.pointer == test.refused?.0)
        #expect(problem?.code == test.refused?.1)
    }

    @Test func `data is written as JSON with sorted keys`() {
        let source = Identifier<Enrollment>(stored: "018f3c1e-0000-7000-8000-000000000000")
        let data = EventData(
            score: 0.8, success: true, text: "a \"b\" \\ \n\t\u{1}ü", commitment: "c", link: "https://x/y",
            scores: ["b": 2, "a": 1], words: ["k": "v"], state: "s", location: "l", seconds: 3, source: source)
        #expect(
            data.json == #"""
                {"commitment":"c","link":"https://x/y","location":"l","score":0.8,"scores":{"a":1,"b":2},"seconds":3,"source":"enr_018f3c1e-0000-7000-8000-000000000000","state":"s","success":true,"text":"a \"b\" \\ \n\t\u0001ü","words":{"k":"v"}}
                """#)
        #expect(EventData().json == "{}")
    }
}
