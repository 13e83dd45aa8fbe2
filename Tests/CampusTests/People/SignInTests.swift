import Learning
import Persistence
import TestKit
import Testing

@testable import Campus

@Suite struct SignInTests {
    private static let password = "correct horse battery"

    private func stage(_ backend: Backend) async throws -> (TestCampus, Person) {
        let test = try await TestCampus(backend)
        let person = try await test.person("Mia Ortiz").person
        try await test.setPassword(Self.password, of: person, email: "Mia@Example.com")
        return (test, person)
    }

    private func refusal(_ body: () async throws -> Void) async throws -> Refusal {
        do {
            try await body()
        } catch let refusal as Refusal {
            return refusal
        }
        return try #require(nil, "nothing was refused")
    }

    @Test(arguments: Backend.allCases)
    func `an e-mail in any case and the right password begin a session`(backend: Backend) async throws {
        let (test, person) = try await stage(backend)
        let begun = try await test.campus.signIn(login: "mia@EXAMPLE.com", password: Self.password, address: "10.0.0.1")
        #expect(begun.person.id == person.id)
        let session = try await test.campus.currentSession(.token(begun.secret))
        #expect(session.token.kind == .session && session.caller.scope == .all)
        try await test.campus.signOut(.token(begun.secret))
        let dead = try await refusal { _ = try await test.campus.currentSession(.token(begun.secret)) }
        #expect(dead.code == "token-dead")
    }

    @Test(arguments: [("mia@example.com", "wrong horse battery"), ("nobody@example.com", "correct horse battery")])
    func `a wrong password and an unknown name read alike`(login: String, password: String) async throws {
        let (test, _) = try await stage(.sqliteMemory)
        let refused = try await refusal {
            _ = try await test.campus.signIn(login: login, password: password, address: "10.0.0.1")
        }
        #expect(refused == Campus.wrongCredentials)
    }

    @Test func `a name that nobody has, or nobody with a password, costs as much as a wrong password`() async throws {
        let (test, _) = try await stage(.sqliteMemory)
        _ = try await test.campus.addPerson(PersonDraft(name: "New", email: "new@example.com"), .operator)
        for login in ["mia@example.com", "nobody@example.com", "new@example.com"] {
            let made = test.campus.passwords.made
            _ = try await refusal {
                _ = try await test.campus.signIn(login: login, password: "wrong wrong wrong", address: "a")
            }
            #expect(test.campus.passwords.made == made + 1, "\(login)")
        }
    }

    @Test(arguments: ["mia@example.com", "nobody@example.com"])
    func `guessing at one account is slowed down, known or not, from wherever`(login: String) async throws {
        let (test, _) = try await stage(.sqliteMemory)
        for number in 0..<SignInThrottle.account.free {
            let refused = try await refusal {
                _ = try await test.campus.signIn(
                    login: login, password: "wrong wrong wrong", address: "10.0.0.\(number)")
            }
            #expect(refused.kind == .unauthenticated)
        }
        let slowed = try await refusal {
            _ = try await test.campus.signIn(login: login, password: Self.password, address: "10.9.9.9")
        }
        #expect(slowed.kind == .throttled)
        #expect(slowed.retryAfter == 15)
    }

    @Test func `after the wait the right password is let in and the count starts afresh`() async throws {
        let (test, _) = try await stage(.sqliteMemory)
        for _ in 0..<SignInThrottle.account.free {
            _ = try await refusal {
                _ = try await test.campus.signIn(login: "mia@example.com", password: "wrong wrong wrong", address: "a")
            }
        }
        test.clock.advance(seconds: 15)
        _ = try await test.campus.signIn(login: "mia@example.com", password: Self.password, address: "a")
        let refused = try await refusal {
            _ = try await test.campus.signIn(login: "mia@example.com", password: "wrong wrong wrong", address: "a")
        }
        #expect(refused.kind == .unauthenticated)
    }

    @Test func `guessing at many accounts from one address is slowed down`() async throws {
        let (test, _) = try await stage(.sqliteMemory)
        for number in 0..<SignInThrottle.address.free {
            _ = try await refusal {
                _ = try await test.campus.signIn(
                    login: "x\(number)@example.com", password: "wrong wrong wrong", address: "2001:db8:0:1::\(number)")
            }
        }
        let slowed = try await refusal {
            _ = try await test.campus.signIn(
                login: "mia@example.com", password: Self.password, address: "2001:db8:0:1:ffff::1")
        }
        #expect(slowed.kind == .throttled)
        _ = try await test.campus.signIn(login: "mia@example.com", password: Self.password, address: "2001:db8:0:2::1")
    }

    @Test func `guesses sent at once are counted before any is looked at`() async throws {
        let (test, _) = try await stage(.sqliteMemory)
        let kinds = try await withThrowingTaskGroup { group in
            for number in 0..<20 {
                group.addTask {
                    try await self.refusal {
                        _ = try await test.campus.signIn(
                            login: "mia@example.com", password: "wrong \(number) wrong", address: "a")
                    }.kind
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(kinds.count { $0 == .unauthenticated } == SignInThrottle.account.free)
        #expect(kinds.count { $0 == .throttled } == 20 - SignInThrottle.account.free)
    }

    private func counted(_ test: TestCampus) async throws -> [Int] {
        try await test.campus.database.read { try $0.column("SELECT failures FROM sign_in_failure") }
    }

    @Test func `a house full of people signs in at once from one address`() async throws {
        let test = try await TestCampus()
        let people = SignInThrottle.address.free + 10
        for number in 0..<people {
            let person = try await test.person("P \(number)").person
            try await test.setPassword(Self.password, of: person, email: "p\(number)@example.com")
        }
        let count = try await withThrowingTaskGroup { group in
            for number in 0..<people {
                group.addTask {
                    try await test.campus.signIn(
                        login: "p\(number)@example.com", password: Self.password, address: "10.0.0.1"
                    ).person.id
                }
            }
            return try await group.reduce(into: Set<Identifier<Person>>()) { $0.insert($1) }.count
        }
        #expect(count == people)
        #expect(try await counted(test) == [])
    }

    @Test func `an address that has used up its free tries has one looked at after each wait, however many are sent`()
        async throws
    {
        let (test, _) = try await stage(.sqliteMemory)
        @Sendable func wrong(_ login: String) async throws -> Refusal.Kind {
            try await self.refusal {
                _ = try await test.campus.signIn(login: login, password: "wrong wrong wrong", address: "a")
            }.kind
        }
        for number in 0..<SignInThrottle.address.free { _ = try await wrong("a\(number)@example.com") }
        test.clock.advance(seconds: 15)
        let kinds = try await withThrowingTaskGroup { group in
            for number in 0..<20 { group.addTask { try await wrong("b\(number)@example.com") } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(kinds.count { $0 == .unauthenticated } == 1)
        #expect(kinds.count { $0 == .throttled } == 19)
    }

    @Test func `whoever signs in from an address where others guessed makes nobody there wait longer`() async throws {
        let (test, _) = try await stage(.sqliteMemory)
        for number in 0..<SignInThrottle.address.free {
            _ = try await refusal {
                _ = try await test.campus.signIn(
                    login: "x\(number)@example.com", password: "wrong wrong wrong", address: "a")
            }
        }
        test.clock.advance(seconds: 15)
        for _ in 0..<3 {
            _ = try await test.campus.signIn(login: "mia@example.com", password: Self.password, address: "a")
        }
    }

    @Test(arguments: ["mia@example.com", "nobody@example.com"])
    func `a try that was not looked at does not count`(login: String) async throws {
        let test = try await TestCampus(passwords: PasswordHasher(.cheap, longestLine: 0))
        let (person, token) = try await test.person("Mia Ortiz")
        try await test.setPassword(Self.password, of: person, email: "mia@example.com")
        for _ in 0..<SignInThrottle.account.free + 2 {
            let busy = try await refusal {
                _ = try await test.campus.signIn(login: login, password: Self.password, address: "a")
            }
            #expect(busy.code == "sign-in-busy")
            let alsoBusy = try await refusal {
                try await test.campus.setPassword(
                    "another horse battery", current: Self.password, of: person.id, .token(token))
            }
            #expect(alsoBusy.code == "sign-in-busy")
        }
        #expect(try await counted(test).allSatisfy { $0 == 0 })
    }

    @Test func `nothing that was typed is kept`() async throws {
        let (test, _) = try await stage(.sqliteMemory)
        _ = try await refusal {
            _ = try await test.campus.signIn(login: "secret@example.com", password: "wrong wrong", address: "10.0.0.1")
        }
        let subjects = try await test.campus.database.read { connection -> [String] in
            try connection.column("SELECT subject FROM sign_in_failure ORDER BY subject")
        }
        #expect(subjects.count == 2)
        #expect(subjects.allSatisfy { $0.count == 64 && $0.allSatisfy(\.isHexDigit) })
    }
}
