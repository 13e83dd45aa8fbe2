import Foundation
import TestKit

/// A starter organization in which everything happens once.
struct SmallOrganization {
    private let folder = Result { try TemporaryFolder() }

    var url: URL {
        get throws { try folder.get().url }
    }

    var courses: URL {
        get throws { try url.appendingPathComponent("courses") }
    }

    init() throws {
        let files = [
            "people.csv": """
            external_id,name,email,manager_external_id,roles,time_zone,locale,status
            3,Rep,rep@example.com,2,learner,UTC,en,active
            2,Manager,manager@example.com,1,manager|learner,UTC,en,active
            1,Leader,leader@example.com,,leader|manager,UTC,en,active
            4,Trainer,trainer@example.com,1,trainer,UTC,en,active
            5,Gone,gone@example.com,2,learner,UTC,en,left
            """,
            "answers.csv": """
            key,question,also,text,tags,course,activity,owner,language,verify_by
            price,What does it cost?,How much?,Ask first.,price,,,4,en,
            late,Who decides?,,Ask who else.,,small,quiz,4,en,
            """,
            "courses/small/curriculum.xml": """
            <curriculum xmlns="urn:cornerman:curriculum:1" id="small" version="1" xml:lang="en">
              <title>Small</title><why>Because.</why><benefit>It helps.</benefit><stop>Guessing.</stop>
              <module id="one" kind="training"><title>One</title>
                <lesson id="lesson"><title>Reasons</title><text>Text.</text></lesson>
                <quiz id="quiz" masteryScore="0.5" moveOn="Passed"><title>Check</title>
                  <question id="q1" type="choice"><prompt>Which?</prompt>
                    <option correct="true"><text>This</text></option><option><text>That</text></option></question>
                </quiz>
                <feedback id="pulse"><title>Pulse</title><scale id="belief" from="1" to="5">I believe it.</scale></feedback>
              </module>
            </curriculum>
            """,
            "organization.json": """
            {"start_days_ago": 9,
             "enrollments": [{"person": "3", "course": "small", "days_ago": 9}],
             "events": [
               {"person": "3", "course": "small", "activity": "lesson", "occurrence": 1, "verb": "completed", "actor": "3",
                "days_ago": 8, "hour": 9, "data": {}},
               {"person": "3", "course": "small", "activity": "pulse", "occurrence": 1, "verb": "answered", "actor": "3",
                "days_ago": 8, "hour": 9, "data": {"scores": {"belief": 4}}}],
             "attempts": [{"person": "3", "course": "small", "activity": "quiz", "days_ago": 7, "hour": 9, "correct": 1}],
             "questions": [
               {"person": "3", "text": "Who else?", "course": "small", "activity": "quiz", "days_ago": 6,
                "answered_by": "4", "answer": "**Everybody** at the table."},
               {"person": "3", "text": "And then?", "days_ago": 5}],
             "feedback": [
               {"person": "3", "course": "small", "activity": "lesson", "rating": 4, "words": "Short.", "days_ago": 4,
                "outcome": {"by": "4", "kind": "changed", "text": "Shorter still."}},
               {"person": "3", "course": "small", "rating": 5, "days_ago": 3}],
             "searches": [
               {"person": "3", "text": "cost", "days_ago": 6, "hour": 8, "helped": "price"},
               {"person": "3", "text": "who must agree", "days_ago": 6, "hour": 10, "helped": null}]}
            """,
        ]
        for (path, text) in files {
            let file = try url.appendingPathComponent(path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
    }
}
