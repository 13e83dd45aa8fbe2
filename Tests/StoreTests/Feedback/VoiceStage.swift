import Campus
import Persistence
import Store
import TestKit

@testable import Learning

/// A course that people of many teams say something about.
struct VoiceStage {
    static let names = "abcdefghijklmnopqrst"

    let test: TestCampus
    let course: Identifier<Course>
    let people: [Person]
    private let managers: [Character: Identifier<Person>]

    init(_ backend: Backend = .standard) async throws {
        test = try await TestCampus(backend)
        course = try await test.publish(.sample()).course
        var people: [Person] = []
        for name in Self.names { people.append(try await test.person(String(name)).person) }
        self.people = people
        managers = Dictionary(uniqueKeysWithValues: "KLMNST".map { ($0, Identifier(stored: UUIDv7.make())) })
    }

    /// The teams of a path like "MT": below M, who is below T.
    func teams(_ path: String) -> [Identifier<Person>] { path.compactMap { managers[$0] } }

    /// Somebody's rating, as feedback keeps it.
    func feedback(_ voice: RuleOfFive.Voice, rating: Int? = 3, words: String? = nil) -> Feedback {
        Feedback(
            id: Identifier(stored: UUIDv7.make()), personID: voice.author, courseID: course, rating: rating,
            words: words, createdAt: voice.at)
    }

    /// The blocks that stand as rows about the course as a whole, in the order of their numbers.
    static func blocks(
        _ measure: VoiceSeries.Measure, _ connection: any SQLConnection
    ) throws -> [RuleOfFive.Block] {
        let told = try connection.tuples(
            """
            SELECT voice.block, voice.position FROM voice
            JOIN voice_series ON voice_series.id = voice.series_id AND voice_series.measure = \(measure)
            WHERE voice.block > 0 ORDER BY voice.block, voice.position
            """, Int.self, Int.self)
        let teams = try connection.tuples(
            """
            SELECT voice_block.number, voice_block.team FROM voice_block
            JOIN voice_series ON voice_series.id = voice_block.series_id AND voice_series.measure = \(measure)
            """, Int.self, String.self)
        return Set(told.map(\.0)).sorted().map { number in
            RuleOfFive.Block(
                voices: told.filter { $0.0 == number }.map { $0.1 - 1 },
                teams: Set(teams.filter { $0.0 == number && !$0.1.isEmpty }.map { Identifier(stored: $0.1) }))
        }
    }
}
