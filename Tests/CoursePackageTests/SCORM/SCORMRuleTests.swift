import CoursePackage
import Learning
import Testing

/// What an item says about how it is played.
@Suite struct SCORMRuleTests {
    private func step(_ version: String, _ inside: String, type: String = "adlcp:scormtype='sco'") throws -> Step {
        let reading = try Manifest(
            version, items: "<item identifier='i' identifierref='r'><title>I</title>\(inside)</item>",
            resources: "<resource identifier='r' type='webcontent' \(type) href='index.html'/>"
        ).read()
        #expect(reading.outcome == .imports)
        return try #require(reading.steps.first)
    }

    @Test func `SCORM 1.2 says mastery score, time and launch data`() throws {
        let step = try step(
            "1.2",
            "<adlcp:maxtimeallowed>00:30:00</adlcp:maxtimeallowed><adlcp:timelimitaction>exit, no message</adlcp:timelimitaction><adlcp:datafromlms> a = b \n c</adlcp:datafromlms><adlcp:masteryscore>80</adlcp:masteryscore>"
        )
        #expect(step.masteryScore == 0.8 && step.moveOn == .completedOrPassed)
        #expect(
            step.content
                == ContentLaunch(
                    standard: .scorm12, launchData: "a = b \n c", masteryScore: 80, maxTimeAllowed: "00:30:00",
                    timeLimitAction: .exit))
    }

    @Test(arguments: [("75%", 75.0), (" 60 ", 60), ("66,5", 66.5), ("", nil), ("high", nil), ("120", nil)])
    func `a mastery score is read as exporters write it`(text: String, score: Double?) throws {
        #expect(try step("1.2", "<adlcp:masteryscore>\(text)</adlcp:masteryscore>").content?.masteryScore == score)
    }

    @Test func `SCORM 2004 says measures, thresholds, limits and what the player hides`() throws {
        let step = try step(
            "2004 4th Edition",
            """
            <adlcp:timeLimitAction>continue,message</adlcp:timeLimitAction><adlcp:dataFromLMS>d</adlcp:dataFromLMS>
            <adlcp:completionThreshold completedByMeasure="true" minProgressMeasure="0.75"/>
            <imsss:sequencing><imsss:limitConditions attemptLimit="2" attemptAbsoluteDurationLimit="PT30M"/>
            <imsss:objectives><imsss:primaryObjective objectiveID="P" satisfiedByMeasure="true">
            <imsss:minNormalizedMeasure>0.6</imsss:minNormalizedMeasure></imsss:primaryObjective>
            <imsss:objective objectiveID="two"/><imsss:objective objectiveID="P"/></imsss:objectives>
            <imsss:deliveryControls completionSetByContent="true" objectiveSetByContent="true"/></imsss:sequencing>
            <adlnav:presentation><adlnav:navigationInterface><adlnav:hideLMSUI>continue</adlnav:hideLMSUI>
            <adlnav:hideLMSUI>exitall</adlnav:hideLMSUI></adlnav:navigationInterface></adlnav:presentation>
            """)
        #expect(step.masteryScore == 0.6)
        #expect(
            step.content
                == ContentLaunch(
                    standard: .scorm2004, launchData: "d", passingMeasure: 0.6, completionThreshold: 0.75,
                    maxTimeAllowed: "PT30M", timeLimitAction: .continueWithMessage, attemptLimit: 2,
                    setsCompletion: true, setsSuccess: true, hiddenControls: ["continue", "exitAll"],
                    objectives: ["P", "two"]))
    }

    @Test(arguments: [
        ("<adlcp:completionThreshold>0.5</adlcp:completionThreshold>", 0.5),
        ("<adlcp:completionThreshold completedByMeasure='true'/>", 1),
        ("<adlcp:completionThreshold minProgressMeasure='0.5'/>", nil),
        ("<adlcp:completionThreshold completedByMeasure='false' minProgressMeasure='0.5'/>", nil),
    ])
    func `a completion threshold is that of its edition`(element: String, threshold: Double?) throws {
        #expect(try step("2004 3rd Edition", element).content?.completionThreshold == threshold)
    }

    @Test(arguments: [
        ("adlcp:scormtype='sco'", ContentLaunch.Role.sco), ("adlcp:scormType='SCO'", .sco), ("scormtype='sco'", .sco),
        ("adlcp:scormtype=' Asset '", .asset), ("adlcp:scormtype='asset'", .asset),
    ])
    func `what reports nothing is done with when it is opened`(type: String, role: ContentLaunch.Role) throws {
        let step = try step("1.2", "", type: type)
        #expect(step.content?.role == role)
        var opened = ProgressFacts()
        opened.first[.opened] = Instant(milliseconds: 5)
        #expect((step.outcome(opened).completedAt != nil) == (role == .asset))
        #expect(step.unmet(ProgressFacts()).count == 1)
    }

    @Test func `what is not tracked is not required`() throws {
        let tracked = try step(
            "2004 3rd Edition", "<imsss:sequencing><imsss:deliveryControls tracked='false'/></imsss:sequencing>")
        #expect(tracked.content?.isTracked == false && !tracked.isRequired)
    }

    @Test func `sequencing that is named is that of the collection`() throws {
        let manifest = Manifest(
            text: """
                <manifest identifier="m-20260711" \(Manifest.adl)><metadata><schema>ADL SCORM</schema>
                <schemaversion>2004 3rd Edition</schemaversion></metadata><organizations><organization identifier="o"><title>T</title>
                <item identifier="i" identifierref="r"><title>I</title><imsss:sequencing IDRef="s"/></item></organization></organizations>
                <resources><resource identifier="r" adlcp:scormType="sco" href="index.html"/></resources>
                <imsss:sequencingCollection><imsss:sequencing ID="s"><imsss:objectives><imsss:primaryObjective satisfiedByMeasure="true">
                <imsss:minNormalizedMeasure>0.7</imsss:minNormalizedMeasure></imsss:primaryObjective></imsss:objectives></imsss:sequencing>
                </imsss:sequencingCollection></manifest>
                """)
        let step = try #require(try manifest.read().steps.first)
        #expect(step.content?.passingMeasure == 0.7 && step.masteryScore == 0.7)
    }

    @Test(arguments: [
        ("<imsss:controlMode choice='true' flow='true'/>", 0), ("<imsss:controlMode choice='false' flow='true'/>", 1),
        ("<imsss:sequencingRules/><imsss:rollupRules/>", 2),
        (
            "<imsss:objectives><imsss:primaryObjective><imsss:mapInfo targetObjectiveID='x'/></imsss:primaryObjective><imsss:objective/></imsss:objectives>",
            2
        ),
    ])
    func `sequencing that is not played is counted`(inside: String, count: Int) throws {
        let reading = try Manifest(
            "2004 4th Edition",
            items:
                "<item identifier='i' identifierref='r'><title>I</title><imsss:sequencing>\(inside)</imsss:sequencing></item>"
        ).read()
        #expect(reading.notes == (count == 0 ? [:] : ["not-played-sequencing": count]))
    }

    @Test(arguments: [
        ("a", ["a"]), ("a &amp; b", ["a", "b"]), ("&quot;a&quot;&amp;m", ["a", "m"]), ("a|b", nil), ("~a", nil),
        ("a=passed", nil), ("nobody", nil), ("c", nil),
    ])
    func `prerequisites that are a list of items are kept, others counted`(script: String, requires: [String]?) throws {
        let reading = try Manifest(
            items: """
                <item identifier='a' identifierref='r'><title>A</title></item><item identifier='b' identifierref='r'><title>B</title></item>
                <item identifier='m'><title>M</title><item identifier='m1' identifierref='r'><title>M1</title></item></item>
                <item identifier='c' identifierref='r'><title>C</title><adlcp:prerequisites type='aicc_script'>\(script)</adlcp:prerequisites></item>
                """
        ).read()
        #expect(reading.steps.last?.requires == requires ?? [])
        #expect(reading.notes == (requires == nil ? ["not-played-prerequisites": 1] : [:]))
    }

    @Test func `prerequisites of an item with items hold back all that is in it`() throws {
        let reading = try Manifest(
            items: """
                <item identifier='a' identifierref='r'><title>A</title></item>
                <item identifier='m'><title>M</title><item identifier='m1' identifierref='r'><title>M1</title></item>
                <item identifier='n'><title>N</title><item identifier='n1' identifierref='r'><title>N1</title></item></item>
                <adlcp:prerequisites>a</adlcp:prerequisites></item>
                """
        ).read()
        #expect(reading.draft?.modules.map(\.requires) == [[], ["a"], ["a"]])
    }
}
