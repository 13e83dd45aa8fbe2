import ArgumentParser
import Campus
import Foundation
import Learning

/// `cornerman token`
struct TokenCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "token", abstract: "Make, list and revoke tokens: what lets a program speak for a person.",
        subcommands: [TokenCreateCommand.self, TokenListCommand.self, TokenRevokeCommand.self])
}

/// A token as a line of JSON, with the fields of the API.
struct TokenLine: Encodable {
    let id: Identifier<Token>
    let personID: Identifier<Person>
    let kind: String
    let name: String
    let scope: Caller.Scope
    let createdAt: String
    let expiresAt: String
    var token: String?

    init(_ token: Token, secret: String? = nil) {
        id = token.id
        personID = token.personID
        kind = token.kind.rawValue
        name = token.name
        scope = token.scope
        createdAt = token.createdAt.text
        expiresAt = token.expiresAt.text
        self.token = secret
    }
}

/// `cornerman token create`
struct TokenCreateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "create", abstract: "Make a token for a person, and print its secret this once.")

    @Argument(help: "Whom it speaks for: an id, external id or e-mail.")
    var person: String

    @OptionGroup var options: DataOptions

    @Option(help: "What it is for.")
    var name = "command line"

    @Option(help: "read, or all that the person may do.")
    var scope = Caller.Scope.read

    @Option(help: "How long it lives, 1 to \(Campus.tokenDays.upperBound).")
    var days = 90

    @Flag(help: "Print one JSON object, the secret in token.")
    var json = false

    func run() async throws {
        try await CommandFailure.catching {
            let campus = try await options.campus(.existing)
            let id = try await campus.person(named: person, .operator)
            let made = try await campus.makeToken(of: id, name: name, scope: scope, days: days, .operator)
            if json {
                print(try JSONLine.make(TokenLine(made.token, secret: made.secret)))
            } else {
                let note = "\(made.token.id) of \(made.person.name), good until \(made.token.expiresAt.text):\n"
                FileHandle.standardError.write(Data(note.utf8))
                print(made.secret)
            }
        }
    }
}

/// `cornerman token list`
struct TokenListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List live tokens and sessions, oldest first, without their secrets.")

    @Argument(help: "Whose; everybody's without it.")
    var person: String?

    @OptionGroup var options: DataOptions

    @Flag(help: "Print one JSON object a line.")
    var json = false

    func run() async throws {
        try await CommandFailure.catching {
            let campus = try await options.campus(.existing)
            var owner: Identifier<Person>?
            if let person { owner = try await campus.person(named: person, .operator) }
            var page = Page<Identifier<Token>>(limit: Limits.pageSize.value)
            while true {
                let tokens = try await campus.tokens(of: owner, page: page, .operator)
                for token in tokens {
                    print(
                        json
                            ? try JSONLine.make(TokenLine(token))
                            : """
                            \(token.id)  \(token.personID)  \(token.kind.rawValue)  \(token.scope.rawValue)  \
                            until \(token.expiresAt.text)  \(token.name)
                            """)
                }
                guard tokens.count == page.limit, let last = tokens.last else { break }
                page.after = last.id
            }
        }
    }
}

/// `cornerman token revoke`
struct TokenRevokeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "revoke", abstract: "End a token or session, at once.")

    @Argument(help: "Its id, as `cornerman token list` prints it.")
    var token: String

    @OptionGroup var options: DataOptions

    func validate() throws {
        guard Identifier<Token>(token) != nil else { throw ValidationError("“\(token)” is no id of a token.") }
    }

    func run() async throws {
        try await CommandFailure.catching {
            let campus = try await options.campus(.existing)
            guard let id = Identifier<Token>(token) else { return }
            try await campus.revokeToken(id, .operator)
        }
    }
}
