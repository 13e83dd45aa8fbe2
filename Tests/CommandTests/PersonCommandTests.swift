import Foundation
import TestKit
import Testing

/// `cornerman person` and `cornerman token`, run as a person runs them.
@Suite struct PersonCommandTests {
    private let folder: TemporaryFolder
    private let cornerman: Program

    init() throws {
        folder = try TemporaryFolder()
        cornerman = Program(data: folder.url)
    }

    private func object(_ line: some StringProtocol) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }

    @Test func `people are added, listed, given roles and let in`() throws {
        let ada = try cornerman(
            "person", "add", "Ada Admin", "--email", "ada@example.com", "--role", "admin", "--role", "learner")
        #expect(ada.status == 0 && ada.output.hasSuffix("  Ada Admin\n"))
        let mia = try cornerman(
            "person", "add", "Mia Ortiz", "--external-id", "77", "--manager", "ADA@example.com", "--json")
        let row = try object(mia.output)
        #expect(row["name"] as? String == "Mia Ortiz")
        #expect(row["email"] is NSNull)
        #expect(row["manager_id"] as? String == ada.output.split(separator: " ").first.map(String.init))
        let listed = try cornerman("person", "list", "ort", "--json")
        #expect(listed.output == mia.output)
        #expect(try cornerman("person", "list", "--team", "ada@example.com").lines.count == 1)
        let roles = try cornerman("person", "role", "77", "--add", "trainer", "--remove", "learner")
        #expect(roles.output == "Mia Ortiz: trainer\n")
        let server = try RunningProgram(
            cornerman,
            [
                "serve", "--port", "0", "--content-port", "0", "--public-url", "http://127.0.0.1:9", "--content-url",
                "http://localhost:9",
            ])
        _ = server.output(until: "Cornerman is at")
        server.end()
        #expect(try cornerman("person", "invite", "77").output.hasPrefix("http://127.0.0.1:9/#/invitation/cmi_"))
        let invited = try cornerman("person", "invite", "77", "--public-url", "https://corner.example.com/")
        #expect(invited.output.hasPrefix("https://corner.example.com/#/invitation/cmi_"))
        let set = try cornerman("person", "password", "77", input: "correct horse battery\n")
        #expect(set.status == 0 && set.output.isEmpty)
    }

    @Test func `a token's secret is printed alone, this once`() throws {
        _ = try cornerman("person", "add", "Mia", "--external-id", "77")
        let made = try cornerman("token", "create", "77", "--name", "my script")
        #expect(made.output.wholeMatch(of: /cmp_[\w-]{43}\n/) != nil)
        let listed = try cornerman("token", "list", "--json")
        let row = try object(listed.output)
        #expect(row["name"] as? String == "my script")
        #expect(row["scope"] as? String == "read")
        #expect(row["token"] == nil && !listed.output.contains(made.output))
        let id = try #require(row["id"] as? String)
        #expect(try cornerman("token", "revoke", id).status == 0)
        #expect(try cornerman("token", "list").output.isEmpty)
        #expect(try cornerman("token", "revoke", id).status == 65)
    }

    static let refused: [(arguments: [String], status: Int32, sentence: String)] = [
        (["person", "add", "Mia", "--external-id", "1"], 65, "Somebody else has this external id."),
        (["person", "add", " ", "--locale", "!"], 65, "/locale"),
        (["person", "add", "Mia", "--role", "boss"], 64, "'learner', 'trainer'"),
        (["person", "add", "Mia", "--manager", "nobody"], 65, "There is no such person"),
        (["person", "password", "1"], 64, "no password on standard input"),
        (["token", "create", "1", "--days", "0"], 65, "between 1 and 366"),
        (["token", "revoke", "tok_1"], 64, "no id of a token"),
        (["person", "add", "Mia", "--data", "/dev/null/x"], 69, "cannot be made"),
    ]

    @Test func `what cannot be done is said on standard error, with a code of sysexits`() throws {
        #expect(try cornerman("person", "add", "One", "--external-id", "1").status == 0)
        for (arguments, status, sentence) in Self.refused {
            let run = try cornerman(arguments)
            #expect(run.status == status, "\(arguments)")
            #expect(run.errors.contains(sentence), "\(arguments): \(run.errors)")
            #expect(run.output.isEmpty)
        }
    }

    @Test func `a roster is looked at, taken in with links, and written as it is`() throws {
        let file = folder.url.appendingPathComponent("roster.csv")
        let links = folder.url.appendingPathComponent("links.csv")
        try Data("external_id,name,manager_external_id\n2,Rita,1\n1,Max,\n3,,\n".utf8).write(to: file)
        let look = try cornerman("roster", file.path)
        #expect(look.status == 65)
        #expect(look.output.contains("roster.csv:2: Rita added") && look.output.contains("roster.csv:4: name "))
        #expect(look.output.contains("It would be: 2 added, 0 changed, 0 unchanged, 0 left, 0 returned, 1 refused."))
        #expect(try !cornerman("person", "list").output.contains("Rita"))
        let taken = try cornerman("roster", file.path, "--commit", "--invitations", links.path, "--json")
        #expect(taken.status == 65 && taken.lines.count == 3)
        let made = try String(contentsOf: links, encoding: .utf8)
        #expect(made.contains("2,Rita,http://127.0.0.1:8080/#/invitation/cmi_"))
        let mode = try FileManager.default.attributesOfItem(atPath: links.path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        let written = try cornerman("roster")
        #expect(written.output.contains("2,Rita,,1,learner,UTC,en,active"))
        try Data(written.output.utf8).write(to: file)
        let again = try cornerman("roster", file.path, "--commit")
        #expect(again.status == 0 && again.output.hasSuffix(" unchanged, 0 left, 0 returned, 0 refused\n"))
        #expect(again.lines.count == 1)
    }
}
