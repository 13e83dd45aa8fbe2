import Campus
import Learning
import Persistence
import Store
import TestKit
import Testing

/// What boards tell of questions and searches, against the rule in memory.
@Suite struct StuckVoiceTests {
    private static func search(
        _ number: Int, by person: Identifier<Person>, in course: Identifier<Course>?, isWeak: Bool = true
    ) -> Search {
        Search(
            id: Identifier(stored: UUIDv7.make()), personID: person, words: "w", courseID: course, found: 0,
            isWeak: isWeak, createdAt: TestClock.start.advanced(bySeconds: Int64(number)))
    }

    private static func rows(
        _ test: TestCampus, _ kind: String
    ) async throws -> [(subject: String, block: Int)] {
        try await test.campus.database.read { connection in
            try connection.tuples(
                "SELECT subject, block FROM stuck_voice WHERE kind = \(kind) ORDER BY said_at, subject", String.self,
                Int.self
            ).map { (subject: $0.0, block: $0.1) }
        }
    }

    @Test(arguments: Backend.allCases)
    func `voice by voice the rows are the blocks of the rule`(backend: Backend) async throws {
        let test = try await TestCampus(backend)
        let course = try await test.publish(.sample()).course
        var people: [Person] = []
        for number in 0..<7 { people.append(try await test.person("Person \(number)").person) }
        var random = SystemRandomNumberGenerator()
        var searches: [Search] = []
        for number in 0..<60 {
            let author = people[Int.random(in: 0..<people.count, using: &random)]
            let search = Self.search(number, by: author.id, in: course)
            searches.append(search)
            try await test.campus.database.write { try SearchStore.insert([search], $0) }
            let blocks = RuleOfFive.blocks(
                searches.map { RuleOfFive.Voice(author: $0.personID, teams: [], at: $0.createdAt) })
            var wanted = Array(repeating: 0, count: searches.count)
            for (index, block) in blocks.enumerated() {
                for voice in block.voices { wanted[voice] = index + 1 }
            }
            #expect(try await Self.rows(test, "search").map(\.block) == wanted)
        }
    }

    @Test func `a search is a voice once, when it comes to nothing, and stays one`() async throws {
        let test = try await TestCampus()
        let course = try await test.publish(.sample()).course
        let person = try await test.person("Rep").person
        let weak = Self.search(0, by: person.id, in: course)
        let strong = Self.search(1, by: person.id, in: course, isWeak: false)
        let asked = Self.search(2, by: person.id, in: course, isWeak: false)
        let elsewhere = Self.search(3, by: person.id, in: nil)
        func told() async throws -> [String] { try await Self.rows(test, "search").map(\.subject) }
        try await test.campus.database.write { connection in
            try SearchStore.insert([weak, strong, asked, elsewhere], connection)
            try SearchStore.insert([weak], connection)
        }
        #expect(try await told() == [weak.id.text])
        for (outcome, wanted) in [(Search.Outcome.helped, 1), (.notHelped, 2), (.helped, 2), (.notHelped, 2)] {
            let isTheirs = try await test.campus.database.write { connection in
                try SearchStore.setOutcome(outcome, helpedBy: nil, of: strong.id, by: person.id, connection)
            }
            #expect(isTheirs)
            #expect(try await told().count == wanted)
        }
        try await test.campus.database.write { connection in
            try SearchStore.setAsked(asked.id, connection)
            try SearchStore.setAsked(elsewhere.id, connection)
        }
        #expect(try await told() == [weak.id.text, strong.id.text, asked.id.text])
    }
}
