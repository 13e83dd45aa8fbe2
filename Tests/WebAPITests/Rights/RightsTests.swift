import HTTPTypes
import Learning
import Testing

@testable import WebAPI

/// Holds every route to the table of rights: route × role × (own, tree, stranger).
@Suite struct RightsTests {
    /// The table; each part stands in a file of its own.
    static let rows: [RightsRow] =
        RightsRow.service + RightsRow.people + RightsRow.courses + RightsRow.progress + RightsRow.answers
        + RightsRow.feedback + RightsRow.initiatives

    @Test func `every route has one row, and every row a route`() {
        let routes = Routes.all.map { "\($0.method) \($0.path)" }
        let rows = Self.rows.map(\.testDescription)
        #expect(Set(routes).subtracting(rows) == [], "routes without a row in the table of rights")
        #expect(Set(rows).subtracting(routes) == [], "rows without a route")
        #expect(rows.count == Set(rows).count, "a route has two rows")
    }

    @Test(arguments: rows)
    func `everybody gets what the table says`(row: RightsRow) async throws {
        var stage = try await Stage()
        for actor in Stage.Actor.allCases {
            for subject in Stage.Subject.allCases {
                let expected = try #require(row.status(actor, subject), "\(actor) \(subject): one status or three")
                let wanted = RightsRow.Case(
                    stage: stage, actor: stage.member(actor), subject: stage.member(subject, of: actor))
                let answer = try await row.send(wanted, token: wanted.actor.token)
                #expect(answer.status.code == expected, "\(actor) about \(subject): \(answer.text)")
                // What was changed must not help or hinder the next.
                if row.method != .get, answer.status.code < 400 { stage = try await Stage() }
            }
        }
    }

    @Test(arguments: rows)
    func `without a token, with a dead one and with a lesser one there is less`(row: RightsRow) async throws {
        let route = try #require(Routes.all.first { $0.method == row.method && $0.path == row.path })
        let stage = try await Stage()
        let admin = stage.member(.admin)
        let wanted = RightsRow.Case(stage: stage, actor: admin, subject: admin)
        let anonymous = try await row.send(wanted, token: nil)
        #expect(anonymous.status.code == row.anonymous, "nobody: \(anonymous.text)")
        // What asks for a sign-in at times alone documents that refusal by itself.
        if route.operation.needsSignIn { #expect(row.anonymous == 401) }
        if row.anonymous == 401 {
            #expect(route.operation.needsSignIn || route.operation.refusals.contains(401))
        }
        guard row.anonymous == 401 else { return }
        let dead = try await row.send(wanted, token: "cms_dead")
        #expect(dead.status == .unauthorized, "a dead token: \(dead.text)")
        #expect(dead.json["code"] == "token-dead")
        if row.method != .get {
            let reader = try await stage.test.person("Rae Reader", roles: [.admin], scope: .read).token
            let lesser = try await row.send(wanted, token: reader)
            #expect(lesser.status == .forbidden, "a token that may only read: \(lesser.text)")
            #expect(lesser.json["code"] == "read-only-token")
        }
    }
}
