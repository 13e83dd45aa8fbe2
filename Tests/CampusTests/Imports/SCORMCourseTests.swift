import Campus
import Foundation
import Learning
import TestKit
import Testing

/// A SCORM package from its upload to what comes of it.
@Suite struct SCORMCourseTests {
    private static func package(_ label: String) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        let manifest = """
            <manifest identifier="com.example.selling.4711" version="\(label)" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
                xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
              <metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion></metadata>
              <organizations default="o"><organization identifier="o"><title>Selling</title>
                <item identifier="read" identifierref="page"><title>Read \(label)</title></item>
                <item identifier="play" identifierref="sco" parameters="mode=full"><title>Play</title>
                  <adlcp:prerequisites type="aicc_script">read</adlcp:prerequisites><adlcp:masteryscore>80</adlcp:masteryscore></item>
              </organization></organizations>
              <resources>
                <resource identifier="page" type="webcontent" adlcp:scormtype="asset" href="read me.html"/>
                <resource identifier="sco" type="webcontent" adlcp:scormtype="sco" href="sco/start.html"/>
              </resources>
            </manifest>
            """
        let files = ["imsmanifest.xml": manifest, "read me.html": "<p>Read</p>", "sco/start.html": "<p>Play</p>"]
        for (path, text) in files {
            let file = folder.url.appendingPathComponent(path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
        return folder
    }

    @Test(arguments: Backend.allCases)
    func `it is imported, planned, opened from the content origin and done`(backend: Backend) async throws {
        let company = try await SmallCompany(backend)
        let campus = company.campus
        let package = try Self.package("1")
        let report = try await campus.importCourse(package.url, by: .token(company.trainer.token))
        #expect(report.result == .created)
        #expect(report.counts.modules == 1 && report.counts.activities == 2 && report.counts.files == 3)
        let course = try #require(report.course)
        let enrollment = try await company.test.enroll(company.rep.person, in: course)
        let rep = Access.token(company.rep.token)

        var items = try await campus.plan(of: enrollment, rep).plan.modules.flatMap(\.items)
        #expect(items.map(\.step.title) == ["Read 1", "Play"] && items.map(\.status) == [.open, .locked])
        let content = try #require(items[1].step.content)
        #expect(content == ContentLaunch(standard: .scorm12, suffix: "?mode=full", masteryScore: 80))
        #expect(items[1].step.masteryScore == 0.8)

        let page = try await campus.launch(LaunchRequest(.enrollment(enrollment), activity: "read"), by: rep)
        #expect(page.url == page.base + "read%20me.html")
        await #expect(throws: Refusal.self) {
            try await campus.launch(LaunchRequest(.enrollment(enrollment), activity: "play"), by: rep)
        }
        for path in ["sco/start.html", "SCO/Start.html"] {
            await #expect(throws: Refusal.self) { try await campus.launchedFile(page.secret, path: path) }
        }
        #expect(try await company.send(.made(.opened, "read", in: enrollment), as: company.rep).map(\.code) == [nil])
        items = try await campus.plan(of: enrollment, rep).plan.modules.flatMap(\.items)
        #expect(items.map(\.status) == [.done, .open])
        #expect(!items[0].isMarkedByLearner)

        let sco = try await campus.launch(LaunchRequest(.enrollment(enrollment), activity: "play"), by: rep)
        #expect(sco.base.hasSuffix("/l/\(sco.secret)/") && sco.url.hasSuffix("/p/\(sco.secret)"))
        let file = try await campus.launchedFile(sco.secret, path: "sco/start.html")
        #expect(try await campus.bytes(of: file, in: 0..<file.size) == Array("<p>Play</p>".utf8))
        // Programs for Windows write names as it comes.
        #expect(try await campus.launchedFile(sco.secret, path: "SCO/Start.html") == file)

        let played = try await campus.played(sco.secret)
        #expect(played.file == "sco/start.html?mode=full" && played.learner.id == company.rep.person.id)
        #expect(played.enrollment == enrollment && played.item == ItemKey("play") && played.state == nil)
        func say(_ verb: Verb, _ data: EventData = EventData(), launch: String?, at: Int64 = 0) async throws -> String?
        {
            let draft = EventDraft.made(
                verb, "play", in: enrollment, data: data, at: company.test.clock.now.advanced(bySeconds: at))
            let results = try await campus.record([draft], launch: launch, rep)
            guard case .refused(let detail) = results[0].outcome else { return nil }
            return detail.code
        }
        // Nobody but the content says how it went.
        for verb in [Verb.completed, .passed, .suspended] {
            #expect(try await say(verb, launch: nil) == "verb-not-yours")
            #expect(try await say(verb, launch: "cml_nothing") == "launch-over")
            #expect(try await say(verb, launch: page.secret) == "launch-other")
        }
        let data = EventData(score: 0.5, state: "{}", location: "5", interactions: "[]")
        #expect(try await say(.suspended, data, launch: sco.secret) == nil)
        #expect(try await campus.played(sco.secret).state == "{}")
        #expect(try await campus.plan(of: enrollment, rep).plan.modules.flatMap(\.items)[1].status == .started)
        let last = EventDraft.made(.passed, "play", in: enrollment, data: EventData(score: 0.9))
        let completed = EventDraft.made(.completed, "play", in: enrollment)
        #expect(
            try await campus.recordLast([completed, last], launch: sco.secret).allSatisfy { $0.outcome == .recorded })
        let done = try await campus.plan(of: enrollment, rep).plan.modules.flatMap(\.items)[1]
        #expect(done.status == .done && done.outcome.success == true && done.outcome.score == 0.9)
        #expect(!done.isMarkedByLearner)
        // The launch ends with the session that made it.
        try await campus.signOut(rep)
        await #expect(throws: Refusal.self) { try await campus.played(sco.secret) }
        await #expect(throws: Refusal.self) { try await campus.recordLast([last], launch: sco.secret) }
    }

    @Test func `a second package of the course is its next version, with the same keys`() async throws {
        let company = try await SmallCompany()
        let first = try Self.package("1")
        let second = try Self.package("2")
        let one = try await company.campus.importCourse(first.url, by: .token(company.trainer.token))
        let two = try await company.campus.importCourse(second.url, by: .token(company.trainer.token))
        let again = try await company.campus.importCourse(second.url, by: .token(company.trainer.token))
        #expect(two.result == .created && two.course == one.course && two.version != one.version)
        #expect(again.result == .unchanged && again.version == two.version)
    }
}
