import Campus
import Learning
import Persistence
import Store
import TestKit
import Testing

@Suite struct VoiceStoreTests {
    private static let paths = [["", "T", "MT", "NT", "LMT", "KMT", "S", "MS", "LMS"], ["MT", "NT"]]

    private func voices(_ count: Int, seed: UInt64, on stage: VoiceStage) -> [RuleOfFive.Voice] {
        let paths = Self.paths[Int(seed % 2)].map(stage.teams)
        var state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
        func next(_ bound: Int) -> Int {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return Int(state % UInt64(bound))
        }
        var at = TestClock.start
        return (0..<count).map { _ in
            // Now and then a clock goes back.
            at = at.advanced(bySeconds: Int64(next(5) - 1) * 43_200)
            return RuleOfFive.Voice(
                author: stage.people[next(stage.people.count)].id, teams: paths[next(paths.count)], at: at)
        }
    }

    /// What is written voice by voice is what the rule makes of all voices, at any time.
    @Test(arguments: Backend.allCases, 0..<8 as Range<UInt64>)
    func `the rows hold the blocks of the rule`(backend: Backend, seed: UInt64) async throws {
        let stage = try await VoiceStage(backend)
        let voices = voices(150, seed: seed, on: stage)
        let blocks = try await stage.test.campus.database.write { connection in
            for (index, voice) in voices.enumerated() {
                // Every third writes words alone, so that the two go their own ways.
                let feedback = stage.feedback(
                    voice, rating: index % 3 == 0 ? nil : 3, words: index % 2 == 0 || index % 3 == 0 ? "So" : nil)
                try FeedbackStore.insert(feedback, teams: voice.teams, connection)
                guard index % 10 == 9 else { continue }
                let said = voices.prefix(index + 1).enumerated()
                let rated = said.filter { $0.offset % 3 != 0 }.map(\.element)
                #expect(try VoiceStage.blocks(.score, connection) == RuleOfFive.blocks(rated), "seed \(seed)")
                let wrote = said.filter { $0.offset % 2 == 0 || $0.offset % 3 == 0 }.map(\.element)
                #expect(try VoiceStage.blocks(.words, connection) == RuleOfFive.blocks(wrote), "seed \(seed)")
            }
            return try VoiceStage.blocks(.score, connection)
        }
        #expect(blocks.count > 4, "seed \(seed)")
        if seed % 2 == 1 { #expect(blocks.contains { $0.teams.count > 1 }, "seed \(seed)") }
    }

    @Test(arguments: Backend.allCases)
    func `what was said before there were rows is put in order at the next start`(backend: Backend) async throws {
        let stage = try await VoiceStage(backend)
        let voices = voices(60, seed: 99, on: stage)
        let database = stage.test.campus.database
        try await database.write { connection in
            for voice in voices {
                try FeedbackStore.insert(stage.feedback(voice), teams: voice.teams, connection)
            }
        }
        let enrolled = try await stage.test.person("Eve")
        let enrollment = try await stage.test.enroll(enrolled.person, in: stage.course)
        let data = EventData(text: "So", scores: ["belief": 4])
        let answer = EventDraft.made(.answered, "pulse", in: enrollment, occurrence: 1, data: data)
        _ = try await stage.test.campus.record([answer], .token(enrolled.token))
        let before = try await database.read { try Self.all($0) }
        #expect(before.contains { $0.contains("pulse") } && before.contains { $0.contains("feedback") })
        try await database.write { connection in
            for table in ["voice_waiting", "voice_block", "voice", "voice_series"] {
                try connection.script("DELETE FROM \(SQLQuery(stringLiteral: table))")
            }
            try SettingStore.set("voices", value: "unformed", connection)
        }
        #expect(try await database.read { try Self.all($0) } == [])
        #expect(try await stage.test.campus.needsMigration())
        try await stage.test.campus.migrate()
        #expect(try await database.read { try Self.all($0) } == before)
        #expect(try await database.checkIntegrity() == [])
        // Once is enough.
        #expect(try await !stage.test.campus.needsMigration())
        try await stage.test.campus.migrate()
        #expect(try await database.read { try Self.all($0) } == before)
    }

    /// Every row there is of voices, as text.
    private static func all(_ connection: any SQLConnection) throws -> [String] {
        var lines: [String] = []
        let tables: [(SQLQuery, Int)] = [
            (
                "SELECT source, activity, occurrence, measure, key, voices, blocks, clock FROM voice_series ORDER BY id",
                8
            ),
            ("SELECT series_id, position, person_id, score, words, block FROM voice ORDER BY series_id, position", 6),
            (
                "SELECT series_id, team, position, height, said_at FROM voice_waiting ORDER BY series_id, team, position",
                5
            ),
            ("SELECT team, series_id, number FROM voice_block ORDER BY team, series_id, number", 3),
        ]
        for (query, columns) in tables {
            try connection.forEach(query) { row in
                lines.append(try (0..<columns).map { _ in "\(try row.next(SQLValue.self))" }.joined(separator: " "))
            }
        }
        return lines
    }
}
