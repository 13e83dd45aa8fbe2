import Learning
import Testing

@Suite struct MeetingActivityTests {
    @Test(arguments: [
        ("", "webinar", "Webinar"), ("type='webinar'", "webinar", "Webinar"), ("type='clinic'", "clinic", "Clinic"),
        ("type='officeHours'", "officeHours", "Office hours"),
    ])
    func `a meeting is of one of three types, and called so`(type: String, read: String, title: String) throws {
        let reading = try Marked.module("<meeting id='k' \(type)/>").read()
        #expect(reading.outcome == .imports)
        #expect(try Marked.step(reading).meetingType == read)
        #expect(try Marked.step(reading).title == title)
    }

    @Test func `a type that nobody knows is told and read as a webinar`() throws {
        let marked = Marked.module("1️⃣<meeting id='k' type='party'/>")
        let reading = try marked.read()
        #expect(marked.said(reading) == ["1 warning bad-value"])
        #expect(try Marked.step(reading).meetingType == "webinar")
    }
}
