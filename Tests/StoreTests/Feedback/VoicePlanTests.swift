import Learning
import Persistence
import Store
import TestKit
import Testing

/// What a voice costs, and a report, does not grow with what others said elsewhere.
@Suite struct VoicePlanTests {
    @Test func `a voice goes by indexes, and so does the block that it completes`() async throws {
        let stage = try await VoiceStage()
        let teams = stage.teams("T")
        let (scans, blocks) = try await stage.test.campus.database.write { connection in
            let recorder = PlanRecorder(connection)
            for person in stage.people.prefix(5) {
                let voice = RuleOfFive.Voice(author: person.id, teams: teams, at: TestClock.start)
                try FeedbackStore.insert(stage.feedback(voice, words: "So"), teams: voice.teams, recorder)
            }
            return (recorder.scans, try VoiceStage.blocks(.score, connection))
        }
        // What is about to be written, and the five at most that were counted.
        #expect(Set(scans).isSubset(of: ["SCAN 2 CONSTANT ROWS", "SCAN people"]), "\(scans)")
        #expect(blocks.map(\.voices) == [[0, 1, 2, 3, 4]])
    }

    @Test(arguments: [VoiceSeries.Source.feedback, .pulse], [true, false])
    func `a report reads the blocks of its team alone`(source: VoiceSeries.Source, ofCourse: Bool) async throws {
        let stage = try await VoiceStage(.sqliteMemory)
        for team in [stage.people[0].id, nil] {
            let (scans, lines) = try await stage.test.campus.database.read { connection in
                let recorder = PlanRecorder(connection)
                _ = try ToldStore.rows(
                    source, course: ofCourse ? stage.course : nil, team: team, reader: stage.people[1].id, recorder)
                return (recorder.scans, recorder.lines)
            }
            // The series found are sorted by their courses' titles.
            #expect(Set(scans).isSubset(of: ["SCAN told", "USE TEMP B-TREE FOR ORDER BY"]), "\(lines)")
            let read = lines.filter { $0.hasPrefix("SEARCH voice ") || $0.hasPrefix("SEARCH own ") }
            #expect(
                Set(read) == [
                    "SEARCH voice USING PRIMARY KEY (series_id=? AND block=?)",
                    "SEARCH own USING PRIMARY KEY (series_id=? AND block=?)",
                ])
        }
    }
}
