import CoursePackage
import Learning
import Testing

@Suite struct PackageActivityTests {
    @Test func `packages that are not played yet are counted, and stay open to the learner's mark`() throws {
        let marked = Marked.module(
            "1️⃣<package id='a' href='v/one.two.zip' moveOn='CompletedOrPassed' masteryScore='0.7'/><package id='b' href='folder'/>"
        )
        let reading = try marked.read(files: ["v/one.two.zip": [1], "folder/imsmanifest.xml": [2]])
        #expect(marked.said(reading) == ["1 warning not-played"])
        #expect(reading.findings.first?.count == 2)
        let steps = try #require(reading.draft?.modules.first?.steps)
        #expect(steps.map(\.title) == ["one.two", "folder"])
        #expect(steps.map(\.href) == ["v/one.two.zip", "folder"])
        #expect(steps.allSatisfy { $0.unavailable == nil })
        #expect(steps[0].moveOn == .completedOrPassed && steps[0].masteryScore == 0.7)
    }

    @Test func `a package that is missing cannot be opened, and is not counted as one that is not played`() throws {
        let marked = Marked.module("1️⃣<package id='a' href='gone.zip'/>\n2️⃣<package id='b'/>")
        let reading = try marked.read()
        #expect(marked.said(reading) == ["1 warning missing-files", "2 warning bad-value"])
        #expect(reading.draft?.modules.first?.steps.allSatisfy { $0.unavailable != nil } == true)
    }

    @Test func `passing is read as completing while nothing can report a score`() throws {
        let marked = Marked.module("1️⃣<package id='a' href='a.zip' moveOn='Passed'/>")
        let reading = try marked.read(files: ["a.zip": [1]])
        #expect(marked.said(reading) == ["1 warning move-on", "1 warning not-played"])
        #expect(try Marked.step(reading).moveOn == .completed)
    }
}
