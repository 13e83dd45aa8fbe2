import Campus
import Learning
import Persistence
import Store
import TestKit
import Testing

/// The statements behind every call and every list of people go by indexes.
@Suite struct PersonPlanTests {
    private func lines(_ body: @escaping @Sendable (PlanRecorder) throws -> Void) async throws -> [String] {
        let test = try await TestCampus(.sqliteMemory)
        return try await test.campus.database.read { connection in
            let recorder = PlanRecorder(connection)
            try body(recorder)
            return recorder.lines.isEmpty ? ["nothing ran"] : recorder.scans
        }
    }

    private static let id = Identifier<Person>(stored: UUIDv7.make())
    private static let manager = Caller(id: id, roles: [.manager])
    private static let admin = Caller(id: id, roles: [.admin])
    private static let now = TestClock.start
    private static let place = PersonPlace(nameKey: "m", id: id)

    @Test func `who calls, and who signs in`() async throws {
        let scans = try await lines { connection in
            _ = try TokenStore.caller(hash: "x", now: Self.now, connection)
            _ = try TokenStore.find(hash: "x", now: Self.now, connection)
            _ = try CredentialStore.account(of: Self.id, connection)
            _ = try SignInFailureStore.record(of: "x", connection)
            _ = try InvitationStore.find(hash: "x", now: Self.now, connection)
            _ = try PersonStore.managers(of: Self.id, page: Page(after: Self.now, limit: 26), connection)
            _ = try TokenStore.list(of: Self.id, page: Page(limit: 26), now: Self.now, connection)
        }
        #expect(scans == [])
        // At most two rows have the e-mail or the external id: those are gone through.
        let account = try await lines { _ = try CredentialStore.account(login: "x", $0) }
        #expect(account == ["SCAN named", "USE TEMP B-TREE FOR ORDER BY"])
    }

    @Test func `rights that hang on the tree`() async throws {
        let scans = try await lines { connection in
            _ = try TeamStore.contains(manager: Self.id, person: Self.id, connection)
            _ = try PersonStore.find(Self.id, seenBy: Self.manager, connection)
        }
        // What recursion has found so far is gone through once.
        #expect(Set(scans).isSubset(of: ["SCAN above", "SCAN team"]))
    }

    @Test func `an admin's list of people goes along the names`() async throws {
        let scans = try await lines { connection in
            let page = Page(after: Self.place, limit: 26)
            _ = try PersonStore.list(seenBy: Self.admin, page: page, connection)
        }
        #expect(scans == [])
    }

    @Test func `a manager's list reads their team alone`() async throws {
        let scans = try await lines { connection in
            let page = Page(after: Self.place, limit: 26)
            _ = try PersonStore.list(seenBy: Self.manager, page: page, connection)
        }
        #expect(!scans.contains { $0.hasPrefix("SCAN person") })
    }
}
