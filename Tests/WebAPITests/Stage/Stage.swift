import Learning
import TestKit

@testable import WebAPI

/// A campus with somebody of every role, so that rights and replies can be tried from every side.
///
///     Max ── Lea, Lin ── Deep        Nora ── Sam        Tia, Lou, Ada
struct Stage: Sendable {
    /// A person and the secret of their session.
    struct Member: Sendable {
        let person: Person
        let token: String

        var id: Identifier<Person> { person.id }
    }

    /// Who calls: somebody with this role and no other.
    enum Actor: String, CaseIterable, Sendable {
        case learner, manager, trainer, leader, admin
    }

    /// Whose things are asked for.
    enum Subject: String, CaseIterable, Sendable {
        /// The caller's own.
        case own
        /// Those of somebody two levels below the manager; for other callers, of a colleague.
        case tree
        /// Those of somebody in another team.
        case stranger
    }

    let test: TestCampus
    let client: Client
    private let cast: [Actor: Member]
    /// Below Lin, who is below the manager.
    let deep: Member
    /// In another team.
    let stranger: Member
    /// The learner's colleague, who has a report.
    let lead: Member

    init() async throws {
        test = try await TestCampus()
        client = Client(test)
        let test = test
        func member(_ name: String, _ roles: Set<Role>, under manager: Member? = nil) async throws -> Member {
            let (person, token) = try await test.person(name, roles: roles, manager: manager?.person)
            return Member(person: person, token: token)
        }
        let max = try await member("Max Manager", [.manager])
        lead = try await member("Lin Lead", [.learner], under: max)
        deep = try await member("Deep Down", [.learner], under: lead)
        stranger = try await member("Sam Stranger", [.learner], under: try await member("Nora North", [.manager]))
        cast = [
            .learner: try await member("Lea Learner", [.learner], under: max), .manager: max,
            .trainer: try await member("Tia Trainer", [.trainer]), .leader: try await member("Lou Leader", [.leader]),
            .admin: try await member("Ada Admin", [.admin]),
        ]
    }

    func member(_ actor: Actor) -> Member {
        // Every actor is in the cast that `init` makes.
        cast[actor]!
    }

    /// Who is meant, seen from this caller.
    func member(_ subject: Subject, of actor: Actor) -> Member {
        switch subject {
        case .own: member(actor)
        case .tree: deep
        case .stranger: stranger
        }
    }
}
