import Foundation
import Learning
import Persistence
import PersistenceSQLite
import Store
import TestKit
import Testing

@testable import Campus

@Suite struct EventRecorderTests {
    @Test(arguments: Backend.allCases)
    func `many at once are each answered for themselves`(backend: Backend) async throws {
        let company = try await SmallCompany(backend)
        let answers = try await company.test.recording {
            try await withThrowingTaskGroup(of: [EventResult].self) { group in
                for number in 0..<200 {
                    group.addTask {
                        let verb: Verb = number % 3 == 0 ? .pledged : .opened
                        return try await company.campus.record(
                            [
                                .made(.completed, "reasons", in: company.enrollment),
                                .made(verb, "reasons", in: company.enrollment),
                            ], .token(company.rep.token))
                    }
                }
                return try await group.reduce(into: [[EventResult]]()) { $0.append($1) }
            }
        }
        #expect(answers.count == 200)
        #expect(answers.allSatisfy { $0[0].outcome == .recorded })
        #expect(answers.count { $0[1].outcome.code == "verb-not-of-kind" } == 67)
        let count = try await company.campus.database.read { try $0.value("SELECT COUNT(*) FROM event", of: Int.self) }
        #expect(count == 333)
    }

    private func requests(_ company: SmallCompany) -> [EventRequest] {
        ["reasons", "card", "kickoff"].map { activity in
            EventRequest(
                access: .token(company.rep.token), events: [.made(.opened, activity, in: company.enrollment)], via: .api
            )
        }
    }

    private func recorded(_ company: SmallCompany) async throws -> Set<String> {
        try await company.campus.database.read { connection in
            Set(try connection.column("SELECT activity FROM event", of: String.self))
        }
    }

    @Test func `what the database refuses is undone alone`() async throws {
        let company = try await SmallCompany()
        let refusal = RefusingTrigger("INSERT", on: "event", when: "NEW.activity = 'card'")
        try await company.campus.database.write { try refusal.set($0) }
        let answers = await company.campus.recordTogether(requests(company))
        #expect(try answers[0].get().map(\.outcome) == [.recorded])
        #expect(throws: Refusal.self) { try answers[1].get() }
        #expect(try answers[2].get().map(\.outcome) == [.recorded])
        #expect(try await recorded(company) == ["reasons", "kickoff"])
        #expect(try await company.test.progressTables()["progress"]?.count == 2)
    }

    @Test func `when the disk is full nobody is told that anything was recorded, and later all is well`() async throws {
        let company = try await SmallCompany(.sqliteFile)
        let database = company.campus.database
        let pages = try await database.write { connection in
            try connection.value("PRAGMA page_count", of: Int.self) ?? 0
        }
        // Fills what is left of the pages that are there, then what the limit allows.
        try await database.write { connection in
            try connection.script("PRAGMA max_page_count = \(SQLQuery(stringLiteral: "\(pages)"))")
        }
        let state = String(repeating: "x", count: 60_000)
        let big = EventRequest(
            access: .token(company.rep.token),
            events: [.made(.suspended, "reasons", in: company.enrollment, data: EventData(state: state))], via: .api)
        let answers = await company.campus.recordTogether(requests(company) + [big])
        for answer in answers {
            #expect { try answer.get() } throws: { error in
                let refusal = error as? Refusal
                return refusal?.kind == .unavailable && refusal?.code == "store-full" && refusal?.retryAfter != nil
            }
        }
        let nothing = try await recorded(company)
        #expect(nothing.isEmpty)
        #expect(try await company.test.progressTables()["progress"] == [])
        try await database.write { connection in try connection.script("PRAGMA max_page_count = 1000000") }
        for answer in await company.campus.recordTogether(requests(company) + [big]) {
            #expect(try answer.get().map(\.outcome) == [.recorded])
        }
    }

    @Test func `a full queue says when to come again`() async throws {
        let inbox = EventInbox(capacity: 2)
        let request = EventRequest(
            access: .anonymous, events: [.made(.opened, "a", in: Identifier(stored: "x"))], via: .api)
        func put() async -> EventInbox.Reception {
            await withCheckedContinuation { outer in
                Task {
                    _ = await withCheckedContinuation { continuation in
                        let reception = inbox.put(.init(request: request, continuation: continuation))
                        if case .taken = reception {} else { continuation.resume(returning: .success([])) }
                        outer.resume(returning: reception)
                    }
                }
            }
        }
        #expect(await put() == .notServed)
        inbox.open()
        #expect(await put() == .taken)
        #expect(await put() == .taken)
        #expect(await put() == .full)
        inbox.close()
        #expect(await put() == .closed)
        let waiting = await inbox.next(atMost: 1)
        #expect(waiting?.count == 1)
        let rest = await inbox.next(atMost: 10)
        #expect(rest?.count == 1)
        let end = await inbox.next(atMost: 10)
        #expect(end?.count == nil)
        for entry in (waiting ?? []) + (rest ?? []) { entry.continuation.resume(returning: .success([])) }
    }

    @Test func `what waits when the recorder is told to stop is still recorded`() async throws {
        let company = try await SmallCompany()
        let campus = company.campus
        let recorder = Task { try await EventRecorder(campus).run() }
        while !campus.inbox.isServed { await Task.yield() }
        let senders = (0..<50).map { _ in
            Task {
                try await campus.record(
                    [.made(.opened, "reasons", in: company.enrollment)], .token(company.rep.token))
            }
        }
        recorder.cancel()
        var recorded = 0
        for sender in senders {
            switch await sender.result {
            case .success(let results):
                #expect(results.map(\.outcome) == [.recorded])
                recorded += 1
            case .failure(let error):
                #expect((error as? Refusal)?.code == "shutting-down")
            }
        }
        try await recorder.value
        let count = try await campus.database.read { try $0.value("SELECT COUNT(*) FROM event", of: Int.self) }
        #expect(count == recorded)
    }

    @Test func `who goes away takes nobody along`() async throws {
        let company = try await SmallCompany()
        let campus = company.campus
        try await company.test.recording {
            while !campus.inbox.isServed { await Task.yield() }
            let senders = (0..<40).map { _ in
                Task {
                    try await campus.record(
                        [.made(.opened, "reasons", in: company.enrollment)], .token(company.rep.token))
                }
            }
            for sender in senders.prefix(20) { sender.cancel() }
            for sender in senders.dropFirst(20) {
                let results = try await sender.value
                #expect(results.map(\.outcome) == [.recorded])
            }
        }
    }
}
