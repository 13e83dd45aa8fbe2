import Learning
import Testing

@Suite struct PledgeActivityTests {
    @Test func `a pledge needs nothing but an id`() throws {
        let marked = Marked.module("<pledge id='a'/>")
        let reading = try marked.read()
        #expect(marked.said(reading) == [])
        #expect(try Marked.step(reading) == Step(key: "a", kind: .pledge, title: "My promise"))
    }
}
