import ArgumentParser
import Campus
import Foundation
import Learning
import Logging

/// `cornerman audit`
struct AuditCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit", abstract: "Show who changed what, the newest first.")

    @OptionGroup var options: DataOptions

    @Option(help: "Only changes of this: an id as the API shows it.")
    var subject: String?

    @Option(help: "Only what this person did: an e-mail, personnel number or id.")
    var actor: String?

    @Option(help: "Only what concerns this person: an e-mail, personnel number or id.")
    var person: String?

    @Option(help: "How many, at most.")
    var limit = 50

    @Flag(help: "Print one JSON object a line.")
    var json = false

    func run() async throws {
        try await CommandFailure.catching {
            var logger = Logger(label: "cornerman")
            logger.logLevel = .error
            let campus = try await options.campus(.existing, logger: logger)
            var filter = AuditFilter(subject: subject)
            if let actor { filter.actor = try await campus.person(named: actor, .operator) }
            if let person { filter.person = try await campus.person(named: person, .operator) }
            for record in try await campus.audit(filter, page: Page(limit: max(0, limit)), .operator) {
                print(json ? try Line(record).text() : Self.line(record))
            }
        }
    }

    private static func line(_ record: AuditRecord) -> String {
        let entry = record.entry
        let about = record.personName.map { " (\($0))" } ?? ""
        let changes = entry.changes.map { "\($0.field): \($0.before ?? "–") → \($0.after ?? "–")" }
            .joined(separator: "; ").replacing("\n", with: " ")
        return "\(Line.time(entry.at))  \(Line.actor(record))  \(entry.verb.rawValue)  \(entry.subject)\(about)"
            + (changes.isEmpty ? "" : "  \(changes)")
    }

    private struct Line: Encodable {
        let number: Int64
        let at: String
        let actor: String
        let verb: String
        let subject: String
        let person: String?
        let changes: [AuditChange]

        init(_ record: AuditRecord) {
            number = record.entry.number
            at = Self.time(record.entry.at)
            actor = Self.actor(record)
            verb = record.entry.verb.rawValue
            subject = record.entry.subject
            person = record.personName
            changes = record.entry.changes
        }

        static func time(_ at: Instant) -> String {
            Date(timeIntervalSince1970: Double(at.milliseconds) / 1000).formatted(.iso8601)
        }

        static func actor(_ record: AuditRecord) -> String {
            switch record.entry.actor {
            case .person(let id): record.actorName ?? "\(id)"
            case .operator: "operator"
            case .link: "link"
            }
        }

        func text() throws -> String { try JSONLine.make(self) }
    }
}
