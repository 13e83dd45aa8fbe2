import Learning
import Persistence
import Store

/// One try at a password, counted so that nobody gains by sending many at once and nobody waits for what others do right.
///
/// At an account a try counts as failed before the password is looked at: of a hundred sent at once, only the free ones are
/// looked at. An address is shared by many: it counts only what failed, until it has used up what is free; from then on
/// its tries count beforehand too, one at a time.
struct SignInTry: Sendable {
    let account: CredentialStore.Account?
    private let now: Instant
    private let accountSubject: String
    private let addressSubject: String?
    /// The subjects that were counted before the password was looked at, and what was known of them till then.
    private let counted: [String: SignInFailureStore.Record?]

    /// - Parameters:
    ///   - account: who is meant, if anybody; by e-mail or external id they are one.
    ///   - address: where the caller comes from; nil where only the account is guarded.
    /// - Throws: ``Refusal`` of kind `throttled`.
    init(
        account: CredentialStore.Account?, login: String, address: String?, now: Instant,
        _ connection: any SQLConnection
    ) throws {
        self.account = account
        self.now = now
        accountSubject = Self.subject(account?.person.text ?? SortKey.make(login))
        addressSubject = address.map { Secret.hash("address \(SignInThrottle.place(of: $0))") }
        try SignInFailureStore.sweep(before: now.advanced(bySeconds: -SignInThrottle.account.memory), connection)
        let ofAccount = try SignInFailureStore.record(of: accountSubject, connection)
        let ofAddress = try addressSubject.flatMap { try SignInFailureStore.record(of: $0, connection) }
        let wait = max(ofAccount?.wait(.account, now: now) ?? 0, ofAddress?.wait(.address, now: now) ?? 0)
        guard wait == 0 else {
            throw Refusal(
                .throttled, "sign-in-throttled",
                "Too many wrong passwords: the next try is looked at in \(wait) seconds.", retryAfter: wait)
        }
        try SignInFailureStore.count(accountSubject, .account, now: now, connection)
        var counted = [accountSubject: ofAccount]
        if let addressSubject, let ofAddress, SignInThrottle.address.isUsedUp(ofAddress.failures) {
            try SignInFailureStore.count(addressSubject, .address, now: now, connection)
            counted[addressSubject] = ofAddress
        }
        self.counted = counted
    }

    /// The password was wrong.
    func fail(_ connection: any SQLConnection) throws {
        guard let addressSubject, counted[addressSubject] == nil else { return }
        try SignInFailureStore.count(addressSubject, .address, now: now, connection)
    }

    /// The password was not looked at, for a reason that is not the caller's: all is as it was.
    func takeBack(_ connection: any SQLConnection) throws {
        for (subject, before) in counted {
            try SignInFailureStore.takeBack(subject, counted: now, before: before, connection)
        }
    }

    /// The password was right: the account starts afresh, and the address is as it was.
    func succeed(_ connection: any SQLConnection) throws {
        try takeBack(connection)
        try SignInFailureStore.forget(accountSubject, connection)
    }

    /// Lets an account start afresh, whose owner has just chosen a new password.
    static func forgive(_ person: Identifier<Person>, _ connection: any SQLConnection) throws {
        try SignInFailureStore.forget(subject(person.text), connection)
    }

    private static func subject(_ account: String) -> String { Secret.hash("account \(account)") }
}

extension SignInFailureStore.Record {
    /// Seconds until another try is looked at; 0 when it is at once.
    fileprivate func wait(_ throttle: SignInThrottle, now: Instant) -> Int {
        throttle.wait(failures: failures, lastAt: lastAt, now: now)
    }
}

extension Campus {
    /// Whether this is the password of the account that is tried. What is wrong stays counted; what could not be looked at
    /// does not.
    /// - Throws: ``Refusal`` of kind `unavailable` when too many wait already.
    func isRight(_ password: String, _ tried: SignInTry) async throws -> Bool {
        let isRight: Bool
        do {
            isRight = try await passwords.matches(password, tried.account?.hash) && tried.account != nil
        } catch {
            try await retrying { try await database.write { try tried.takeBack($0) } }
            throw error
        }
        if !isRight { try await retrying { try await database.write { try tried.fail($0) } } }
        return isRight
    }
}
