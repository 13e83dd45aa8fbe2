public import Learning
import Logging
import Persistence
import Store

extension Campus {
    /// How often a transaction is tried that another one keeps getting in the way of; as often as ``manyTries`` while that is
    /// told quickly, as many people may do at once what changes the same row.
    private static let tries = 5
    private static let manyTries = 30
    private static let quickly = Duration.seconds(5)

    /// One consistent view, with the caller already known.
    /// - Throws: ``Refusal`` of kind `unauthenticated` when the token is dead.
    func read<Value: Sendable>(
        _ access: Access, _ body: @escaping @Sendable (any SQLConnection, Caller) throws -> Value
    ) async throws -> Value {
        let now = now()
        return try await retrying {
            try await database.read { connection in
                try body(connection, try Self.caller(access, now: now, connection))
            }
        }
    }

    /// One transaction, with the caller already known.
    /// - Parameter recording: whether it records events, and so waits for its turn.
    /// - Throws: ``Refusal`` of kind `unauthenticated` when the token is dead, `forbidden` when it may only read.
    func write<Value: Sendable>(
        _ access: Access, recording: Bool = false,
        _ body: @escaping @Sendable (any SQLConnection, Caller) throws -> Value
    ) async throws -> Value {
        let now = now()
        return try await retrying {
            try await database.write { connection in
                if recording { try ProgressStore.takeTurn(connection) }
                let caller = try Self.caller(access, now: now, connection)
                guard caller.scope == .all else {
                    throw Refusal.readOnlyToken
                }
                return try body(connection, caller)
            }
        }
    }

    /// Calls again what failed because another transaction was in the way; everything else becomes what a caller is told.
    func retrying<Value: Sendable>(_ body: () async throws -> Value) async throws -> Value {
        do {
            return try await repeatingContention(body)
        } catch let error as StoreError {
            throw refusal(for: error)
        }
    }

    /// Calls again what failed because another transaction was in the way; everything else is thrown on.
    func repeatingContention<Value: Sendable>(_ body: () async throws -> Value) async throws -> Value {
        let began = ContinuousClock.now
        var tried = 1
        while true {
            do {
                return try await body()
            } catch let error as StoreError where error.kind == .contention {
                let isQuick = tried < Self.manyTries && .now - began < Self.quickly
                guard tried < Self.tries || isQuick else { throw error }
                tried += 1
                try await Task.sleep(for: .milliseconds(Int64.random(in: 5...20) << min(tried, 4)))
            }
        }
    }

    /// What a caller is told when the store fails; the log has the engine's own words.
    func refusal(for error: StoreError) -> Refusal {
        logger.error("the store failed", metadata: ["error": "\(error)"])
        return Refusal(
            .unavailable, "store-\(error.kind.rawValue)",
            error.kind == .full ? "The disk is full; nothing was changed." : "The data cannot be read or written now.",
            retryAfter: 5)
    }

    static func caller(_ access: Access, now: Instant, _ connection: any SQLConnection) throws -> Caller {
        switch access {
        case .operator:
            return .operator
        case .bearer(let hash):
            if let caller = try TokenStore.caller(hash: hash, now: now, connection) { return caller }
            throw Refusal.tokenDead
        case .person(let id):
            if let caller = try TokenStore.caller(person: id, connection) { return caller }
            throw Refusal.missing("person")
        case .anonymous:
            throw Refusal.signInFirst
        }
    }
}

extension Refusal {
    static let tokenDead = Refusal(
        .unauthenticated, "token-dead", "The token is unknown, over or revoked: sign in again.")
    /// Nobody said who calls.
    public static let signInFirst = Refusal(
        .unauthenticated, "sign-in-first", "Send \"Authorization: Bearer\" with a token.")
    static let readOnlyToken = Refusal(
        .forbidden, "read-only-token", "This token may only read; make one of scope \"all\".")
}
