import Learning
import Testing

@Suite struct KickoffActivityTests {
    @Test func `a kickoff has a text and a date`() throws {
        let marked = Marked.module("<kickoff id='k' offset='P0D' minutes='60'><text>Bring a case.</text></kickoff>")
        let reading = try marked.read()
        #expect(marked.said(reading) == [])
        #expect(
            try Marked.step(reading)
                == Step(
                    key: "k", kind: .kickoff, title: "Kickoff", text: "Bring a case.",
                    schedule: Schedule(offset: Period(), minutes: 60)))
    }
}
