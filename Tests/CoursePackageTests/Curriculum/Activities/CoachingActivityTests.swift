import Learning
import Testing

@Suite struct CoachingActivityTests {
    @Test(arguments: [("", "manager"), ("with='trainer'", "trainer"), ("with='peer'", "peer")])
    func `a coaching is held with the manager unless it says otherwise`(with: String, read: String) throws {
        let marked = Marked.module("<coaching id='a' \(with)><agenda>- one\n- two</agenda></coaching>")
        let reading = try marked.read()
        #expect(marked.said(reading) == [])
        #expect(try Marked.step(reading).with == read)
        #expect(try Marked.step(reading).text == "- one\n- two")
    }

    @Test(arguments: [
        ("every='P14D' times='4'", Schedule(offset: Period(days: 14), every: Period(days: 14), times: 4)),
        ("offset='P3D' every='P1M' times='2'", Schedule(offset: Period(days: 3), every: Period(months: 1), times: 2)),
        ("after='b'", Schedule(offset: Period(), after: "b")), ("after='start'", Schedule()),
        ("offset='P1W' after='m2'", Schedule(offset: Period(days: 7), after: "m2")), ("", Schedule()),
    ])
    func `its dates are those of every activity`(written: String, schedule: Schedule) throws {
        let marked = Marked.course(
            "<module id='m' kind='coaching'><title>M</title><coaching id='a' \(written)/></module><module id='m2' kind='training'><title>N</title><pledge id='b'/></module>"
        )
        let reading = try marked.read()
        #expect(marked.said(reading) == [])
        #expect(try Marked.step(reading).schedule == schedule)
    }
}
