import Learning
import Persistence
import Store

/// One try at a password. It counts as failed before the password is looked at, so that many at once gain nothing.
struct SignInTry: Sendable {
    let account: CredentialStore.Account?
    private let accountSubject: String
    private let addressSubject: String?

    /// - Parameters:
    ///   - account: who is meant, if anybody; by e-mail or external id they are one.
    ///   - address: where the caller comes from; nil where only the account is guarded.
    init(account: CredentialStore.Account?, login: String, address: String?) {
        self.account = account
        accountSubject = Self.subject(account?.person.text ?? SortKey.make(login))
        addressSubject = address.map { Secret.hash("address \(SignInThrottle.place(of: $0))") }
    }

    /// - Throws: ``Refusal`` of kind `throttled`.
    func begin(now: Instant, _ connection: any SQLConnection) throws {
        try SignInFailureStore.sweep(before: now.advanced(bySeconds: -SignInThrottle.account.memory), connection)
        let wait = max(
            try SignInFailureStore.wait(accountSubject, .account, now: now, connection),
            try addressSubject.map { try SignInFailureStore.wait($0, .address, now: now, connection) } ?? 0)
        guard wait == 0 else {
            throw Refusal(
                .throttled, "sign-in-throttled",
                "Too many wrong passwords: the next try is looked at in \(wait) seconds.", retryAfter: wait)
        }
        try SignInFailureStore.count(accountSubject, .account, now: now, connection)
        if let addressSubject { try SignInFailureStore.count(addressSubject, .address, now: now, connection) }
    }

    /// The password was right: the account starts afresh, and the address is as it was.
    func succeed(_ connection: any SQLConnection) throws {
        try SignInFailureStore.forget(accountSubject, connection)
        if let addressSubject { try SignInFailureStore.takeBack(addressSubject, connection) }
    }

    /// Lets an account start afresh, whose owner has just chosen a new password.
    static func forgive(_ person: Identifier<Person>, _ connection: any SQLConnection) throws {
        try SignInFailureStore.forget(subject(person.text), connection)
    }

    private static func subject(_ account: String) -> String { Secret.hash("account \(account)") }
}
