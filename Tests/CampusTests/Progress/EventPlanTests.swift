import Learning
import Persistence
import TestKit
import Testing

@testable import Campus

/// What every event goes through goes by indexes, however large the tables are.
@Suite struct EventPlanTests {
    private static let verbs: [(verb: Verb, activity: String)] = [
        (.completed, "reasons"), (.opened, "reasons"), (.opened, "card"), (.opened, "kickoff"),
    ]

    @Test func `a batch of events`() async throws {
        let company = try await SmallCompany()
        let other = try await company.test.enroll(company.peer.person, in: company.course)
        let requests = [(company.rep, company.enrollment), (company.peer, other)].map { somebody, enrollment in
            EventRequest(
                access: .token(somebody.token), events: Self.verbs.map { .made($0.verb, $0.activity, in: enrollment) },
                via: .api)
        }
        let batch = EventBatch(
            requests: requests, now: TestClock.start, outlines: OutlineCache(), makeID: { UUIDv7.make() })
        let (answers, scans) = try await company.campus.database.write { connection in
            let recorder = PlanRecorder(connection)
            let answers = try batch.run(recorder)
            return (answers, recorder.scans)
        }
        for answer in answers { #expect(try answer.get().map(\.outcome) == Self.verbs.map { _ in .recorded }) }
        // The keys that are asked for, and what was changed, are gone through; tables are not.
        #expect(Set(scans).isSubset(of: ["SCAN wanted", "SCAN changed"]), "\(scans)")
    }
}
