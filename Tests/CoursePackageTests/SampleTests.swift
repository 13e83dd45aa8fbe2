import Archive
import CoursePackage
import Foundation
import Learning
import Testing

/// The documented example, read in every way in which it can arrive.
@Suite struct SampleTests {
    static let folder = Repository.path("docs/curriculum/ask-before-you-pitch")

    static func contents() throws -> [String: [UInt8]] {
        var contents: [String: [UInt8]] = [:]
        let files = try PackageFiles(path: folder)
        try files.forEachFile { file, read in
            var bytes: [UInt8] = []
            try read { piece in
                for index in piece.indices { bytes.append(piece[index]) }
                return true
            }
            contents[file.path] = bytes
        }
        return contents
    }

    @Test func `a folder, a zip and a tar of it hold the same course`() throws {
        let scratch = try Scratch()
        let folder = PackageReader().read(Self.folder)
        #expect(folder.outcome == .warnings)
        #expect(folder.findings.map(\.code) == ["not-played"])
        let zip = scratch.path("sample.zip")
        try ArchiveWriter.write(try Self.contents().mapValues { .bytes($0) }, to: zip)
        let tar = scratch.path("sample.tar.gz")
        #expect(try run("tar", ["-czf", tar, "-C", Self.folder, "."]).status == 0)
        for path in [zip, tar] {
            let reading = PackageReader().read(path)
            #expect(reading.draft == folder.draft)
            #expect(reading.findings == folder.findings)
            #expect(reading.facts == folder.facts)
            #expect(reading.digest == folder.digest)
        }
        #expect(folder.digest?.count == 64)
    }

    @Test func `every part of it arrives`() throws {
        let reading = PackageReader().read(Self.folder)
        let draft = try #require(reading.draft)
        #expect(draft.key == "ask-before-you-pitch")
        #expect(draft.versionLabel == "2026.1")
        #expect(draft.language == "en")
        #expect(draft.title == "Ask before you pitch")
        #expect(
            draft.why
                == "Last year we lost **four of ten** late deals to \"no decision\". In most of them we never learned why the\ncustomer wanted to change at all."
        )
        #expect(draft.behaviors.map(\.key) == ["ask-first", "play-back"])
        #expect(draft.modules.map(\.kind) == [.training, .development, .coaching])
        #expect(draft.modules[1].requires == ["break"])
        #expect(
            draft.modules.map { $0.steps.map(\.kind) } == [
                [.kickoff, .lesson, .lesson, .file, .link, .quiz, .package], [.pledge, .practice, .practice],
                [.coaching, .meeting, .feedback],
            ])
        #expect(
            draft.files.map(\.path) == [
                "files/call-notes.md", "files/question-card.md", "vendor/discovery-scorm12.zip",
            ])

        let steps = Dictionary(uniqueKeysWithValues: draft.modules.flatMap(\.steps).map { ($0.key, $0) })
        #expect(
            steps["kickoff"]
                == Step(
                    key: "kickoff", kind: .kickoff, title: "Kickoff with our sponsor",
                    text: "Bring one deal that you lost late. We look for the moment at which we stopped asking.",
                    schedule: Schedule(offset: Period(), minutes: 60)))
        #expect(
            steps["reasons"]?.text
                == "People change for reasons of their own:\n\n1. something hurts,\n2. something beckons,\n3. somebody asks them to.\n\nOur slides answer none of them. The [card](files/question-card.md) has five openers."
        )
        #expect(steps["call-notes"]?.href == "files/call-notes.md")
        #expect(steps["call-notes"]?.text?.hasPrefix("# One call, read closely\n") == true)
        #expect(
            steps["card"]?.href == "files/question-card.md"
                && steps["card"]?.text == "Five openers to keep beside the phone.")
        #expect(steps["talk"]?.href == "https://example.org/listening")
        #expect(
            steps["say-it-back"]
                == Step(
                    key: "say-it-back", was: "mirror", kind: .practice, title: "Say it back",
                    text:
                        "Record one call in which you play back what you heard, and share the minute that you like best.",
                    schedule: Schedule(offset: Period(days: 14), after: "break"), behaviors: ["play-back"],
                    requires: ["three-calls"], evidence: .link, witness: .peer))
        #expect(
            steps["one-on-one"]?.schedule
                == Schedule(offset: Period(days: 7), every: Period(days: 14), times: 4, minutes: 30))
        #expect(steps["one-on-one"]?.with == "manager" && steps["one-on-one"]?.behaviors == ["ask-first", "play-back"])
        #expect(steps["clinic"]?.meetingType == "clinic")
        #expect(
            steps["pulse"]?.scales == [
                Scale(key: "belief", from: 1, to: 5, prompt: "I believe that asking first helps me sell.")
            ])
        #expect(steps["pulse"]?.words == [WordsPrompt(key: "in-the-way", prompt: "What gets in the way?")])
        #expect(steps["vendor"]?.moveOn == .completedOrPassed && steps["vendor"]?.unavailable == nil)

        let check = try #require(steps["check"])
        #expect(check.moveOn == .passed && check.masteryScore == 0.8 && check.requires == ["reasons"])
        let questions = try #require(check.quiz?.questions)
        #expect(questions.map(\.kind) == [.choice, .multiple, .text])
        #expect(questions[0].options.map(\.key) == ["o1", "o2"])
        #expect(questions[0].options.map(\.isCorrect) == [true, false])
        #expect(questions[0].options[1].feedback == "Nothing of ours is in that sentence.")
        #expect(questions[1].weight == 2 && questions[1].options.map(\.key) == ["why-now", "cost", "demo"])
        #expect(questions[1].feedback == "A question that can be answered with \"yes, please\" opens nothing.")
        #expect(questions[2].accepted == ["reasons", "reason"] && questions[2].options.isEmpty)

        #expect(
            draft.answers == [
                AnswerDraft(
                    key: "price-first", activity: "reasons", tags: ["price", "discovery"],
                    question: "What do I say when they open with the price?",
                    also: ["They only want to know what it costs"],
                    text:
                        "Give a range, then ask: *\"What would it have to change for you to be worth that?\"*\nA price without a reason is always too high.",
                    owner: "dana@example.com")
            ])
        #expect(reading.format == "Cornerman curriculum" && reading.version == "1")
        var facts = PackageFacts()
        facts.items = 16
        facts.leaves = 13
        facts.depth = 2
        facts.first3 = ["Kickoff with our sponsor", "Three kinds of reasons", "One call, read closely"]
        facts.tests = 1
        facts.questions = 3
        facts.refs = 3
        #expect(reading.facts == facts)
    }
}
