import ArgumentParser
import Campus
import Learning

/// `cornerman person list`
struct PersonListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List people by name.")

    @Argument(help: "The start of any word of the name, of the e-mail or of the external id; everybody without it.")
    var start: String?

    @OptionGroup var options: DataOptions

    @Option(help: ArgumentHelp("Only those below this manager, at every depth.", valueName: "person"))
    var team: String?

    @Flag(help: "Those who left as well.")
    var left = false

    @Flag(help: "Print one JSON object a line.")
    var json = false

    func run() async throws {
        try await CommandFailure.catching {
            let campus = try await options.campus(.existing)
            var filter = PersonFilter(prefix: start, includesLeft: left)
            if let team { filter.team = try await campus.person(named: team, .operator) }
            var page = Page<PersonPlace>(limit: Limits.pageSize.value)
            while true {
                let people = try await campus.people(filter, page: page, .operator)
                for person in people { print(try line(person)) }
                guard people.count == page.limit, let last = people.last else { break }
                page.after = PersonPlace(last)
            }
        }
    }

    private func line(_ person: Person) throws -> String {
        if json { return try PersonLine(person).json() }
        let roles = person.roles.sorted().map(\.rawValue).joined(separator: ", ")
        let names = [person.email, person.externalID].compactMap { $0 }.joined(separator: "  ")
        let left = person.leftAt.map { "  left \($0.text)" } ?? ""
        return "\(person.id)  \(person.name)  [\(roles)]  \(names)\(left)"
    }
}
