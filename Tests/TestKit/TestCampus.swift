import Campus
import Foundation
import Learning
import Logging
import Persistence
import Store
import Synchronization

/// A campus with a database of its own, a clock that stands until it is moved, and people made in one line.
public final class TestCampus: Sendable {
    public let campus: Campus
    public let clock: TestClock
    public let folder: TemporaryFolder

    /// - Parameters:
    ///   - passwords: hashes them, for the test's purpose cheaply.
    ///   - wrap: puts a database of the test's own around the campus's.
    public init(
        _ backend: Backend = .standard, now: Instant = TestClock.start,
        passwords: PasswordHasher = PasswordHasher(.cheap),
        wrap: (any SQLDatabase) -> any SQLDatabase = { $0 }
    ) async throws {
        let folder = try TemporaryFolder()
        let clock = TestClock(now)
        self.folder = folder
        self.clock = clock
        let incoming = folder.url.appendingPathComponent("incoming")
        try FileManager.default.createDirectory(at: incoming, withIntermediateDirectories: true)
        let (database, blobs) = try await backend.openCampus(in: folder.url)
        campus = Campus(
            database: wrap(database), blobs: blobs, incoming: incoming,
            logger: Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() }),
            passwords: passwords, now: { clock.now })
        try await campus.migrate()
    }

    /// Adds a person who is signed in.
    /// - Returns: the person and the secret of a session that may do all they may.
    @discardableResult
    public func person(
        _ name: String, roles: Set<Role> = [.learner], manager: Person? = nil, scope: Caller.Scope = .all
    ) async throws -> (person: Person, token: String) {
        let person = Person(
            id: Identifier(stored: UUIDv7.make()), name: name, roles: roles, managerID: manager?.id,
            createdAt: clock.now)
        let secret = Secret.make(prefix: "cms")
        let token = Token(
            id: Identifier(stored: UUIDv7.make()), personID: person.id, kind: .session, name: "test", scope: scope,
            createdAt: clock.now, expiresAt: clock.now.advanced(bySeconds: 366 * 86_400))
        try await campus.database.write { connection in
            try PersonStore.insert(person, connection)
            try TokenStore.insert(token, hash: Secret.hash(secret), connection)
        }
        return (person, secret)
    }

    /// Gives a person an e-mail and a password to sign in with.
    public func setPassword(_ password: String, of person: Person, email: String) async throws {
        let hash = try await PasswordHasher(.cheap).hash(password)
        let now = clock.now
        try await campus.database.write { connection in
            try connection.execute(
                """
                UPDATE person SET email = \(email), email_key = \(email.lowercased()) WHERE id = \(person.id)
                """)
            try CredentialStore.setPassword(
                hash: hash, of: person.id, newID: UUIDv7.make(), now: now, connection)
        }
    }
}

extension Access {
    /// On behalf of whom this secret belongs to.
    public static func token(_ secret: String) -> Access { .bearer(hash: Secret.hash(secret)) }
}

/// A clock that moves only when it is told to.
public final class TestClock: Sendable {
    /// 2026-03-02T09:00:00Z, a Monday.
    public static let start = Instant(milliseconds: 1_772_442_000_000)

    private let value: Mutex<Instant>

    public init(_ now: Instant) { value = Mutex(now) }

    public var now: Instant { value.withLock { $0 } }

    public func advance(seconds: Int64) {
        value.withLock { $0 = $0.advanced(bySeconds: seconds) }
    }
}
