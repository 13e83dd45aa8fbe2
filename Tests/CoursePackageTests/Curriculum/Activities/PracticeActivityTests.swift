import Learning
import Testing

@Suite struct PracticeActivityTests {
    @Test func `a practice has a task, evidence and a witness`() throws {
        let marked = Marked.module("<practice id='a' evidence='link' witness='peer'><task>Do it.</task></practice>")
        let reading = try marked.read()
        #expect(marked.said(reading) == [])
        #expect(
            try Marked.step(reading)
                == Step(key: "a", kind: .practice, title: "Practice", text: "Do it.", evidence: .link, witness: .peer))
    }

    @Test func `a practice without a task is told`() throws {
        let marked = Marked.module("1️⃣<practice id='a'/>")
        let reading = try marked.read()
        #expect(marked.said(reading) == ["1 warning no-text"])
        #expect(try Marked.step(reading).evidence == .none)
        #expect(try Marked.step(reading).witness == nil)
    }

    @Test func `words that nobody knows are told and have no effect`() throws {
        let marked = Marked.module("1️⃣<practice id='a' evidence='video' witness='self'><task>Do it.</task></practice>")
        let reading = try marked.read()
        #expect(marked.said(reading) == ["1 warning bad-value", "1 warning bad-value"])
        #expect(reading.findings.first?.hint == "Write one of: none, text, link.")
    }
}
