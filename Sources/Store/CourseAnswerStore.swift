public import Learning
public import Persistence

/// The answers that courses bring for the knowledge base.
public enum CourseAnswerStore {
    /// What an author should know of it.
    public struct Outcome: Hashable, Sendable {
        /// Keys of answers that the author changed too, but that stay as a person left them.
        public var keptEdits: [String] = []
        /// Whom the author names as owners, although there is nobody here of that name, sorted.
        public var unknownOwners: [String] = []
    }

    /// Brings the answers of a course to what a version's author wrote, in the transaction that publishes the version.
    ///
    /// What a person edited since it came is theirs and stays as it is. An answer that the version no longer has is retired.
    /// - Parameter makeID: makes bare UUIDs.
    public static func publish(
        _ version: CourseVersion, by person: Identifier<Person>?, now: Instant, makeID: () -> String,
        _ connection: any SQLConnection
    ) throws -> Outcome {
        let drafts = try CourseVersionStore.answers(of: version.id, connection)
        var brought = try Brought.all(of: version.courseID, connection)
        let owners = try owners(of: drafts, connection)
        var added: [BroughtAnswer] = []
        var outcome = Outcome()
        outcome.unknownOwners = Set(drafts.compactMap(\.owner)).filter { owners[$0.lowercased()] == nil }.sorted()
        for draft in drafts {
            let definition = try Definition.encode(draft)
            let answer = BroughtAnswer(
                draft: draft, definition: definition, course: version.courseID, language: version.language,
                owner: draft.owner.flatMap { owners[$0.lowercased()] }, by: person, now: now)
            guard let before = brought.removeValue(forKey: draft.key) else {
                added.append(answer)
                continue
            }
            let isSame = before.definition == definition
            if before.isEdited {
                if !isSame { outcome.keptEdits.append(draft.key) }
            } else if !isSame || !before.isPublished || before.language != version.language {
                try answer.replace(before, connection)
            }
        }
        try BroughtAnswer.insert(added.map { ($0, makeID()) }, connection)
        for before in brought.values where !before.isEdited && before.isPublished {
            try before.retire(by: person, now: now, connection)
        }
        return outcome
    }

    /// Who keeps the answers right, by what the drafts call them in lower case: e-mail or personnel number.
    private static func owners(
        of drafts: [AnswerDraft], _ connection: any SQLConnection
    ) throws -> [String: Identifier<Person>] {
        let names = Set(drafts.compactMap(\.owner))
        guard !names.isEmpty else { return [:] }
        let rows = try connection.tuples(
            """
            SELECT id, email_key, external_id FROM person
            WHERE left_at IS NULL
              AND (email_key IN \(list: names.map { $0.lowercased() }) OR external_id IN \(list: Array(names)))
            """, Identifier<Person>.self, String?.self, String?.self)
        var owners: [String: Identifier<Person>] = [:]
        for (id, email, externalID) in rows {
            if let externalID { owners[externalID.lowercased()] = id }
            if let email { owners[email] = id }
        }
        return owners
    }
}

/// An answer that an earlier version brought, as it stands now.
private struct Brought: RowDecodable {
    let key: String
    let answerID: String
    let definition: String
    let revision: Int
    let isEdited: Bool
    let isPublished: Bool
    let language: String

    init(row: inout SQLRow) throws {
        key = try row.next()
        answerID = try row.next()
        definition = try row.next()
        let left: Int = try row.next()
        revision = try row.next()
        isEdited = left != revision
        isPublished = try row.next(String.self) == "published"
        language = try row.next()
    }

    static func all(of course: Identifier<Course>, _ connection: any SQLConnection) throws -> [String: Brought] {
        let rows: [Brought] = try connection.rows(
            """
            SELECT course_answer.key, course_answer.answer_id, course_answer.definition, course_answer.revision,
                   answer.revision, answer.state, answer.language
            FROM course_answer JOIN answer ON answer.id = course_answer.answer_id
            WHERE course_answer.course_id = \(course)
            """)
        return Dictionary(rows.map { ($0.key, $0) }) { first, _ in first }
    }

    func retire(by person: Identifier<Person>?, now: Instant, _ connection: any SQLConnection) throws {
        try AnswerRevisionStore.keep(Identifier(stored: answerID), connection)
        try connection.execute(
            """
            UPDATE answer SET state = 'retired', changed_by = \(person), updated_at = \(now), revision = revision + 1
            WHERE id = \(answerID)
            """)
        try connection.execute(
            "UPDATE course_answer SET revision = \(revision + 1) WHERE answer_id = \(answerID)")
    }
}

/// An answer as a version brings it.
private struct BroughtAnswer {
    /// Most rows of one statement.
    private static let statementLimit = 500

    let draft: AnswerDraft
    let definition: String
    let course: Identifier<Course>
    let language: String
    let owner: Identifier<Person>?
    let by: Identifier<Person>?
    let now: Instant

    /// What the author just wrote holds for as long as what a trainer writes.
    private var verifyBy: CivilDate { CivilDate(now, in: "UTC").advanced(days: AnswerFields.verifyAfterDays) }

    static func insert(_ answers: [(BroughtAnswer, id: String)], _ connection: any SQLConnection) throws {
        try insert(
            """
            INSERT INTO answer (
                id, key, question, text, language, owner_id, verify_by, course_id, activity, state, created_by,
                changed_by, verified_by, verified_at, created_at, updated_at
            ) VALUES
            """,
            answers.map { answer, id in
                [
                    .text(id), .text(answer.draft.key), .text(answer.draft.question), .text(answer.draft.text),
                    .text(answer.language), answer.owner.sqlValue, answer.verifyBy.sqlValue, answer.course.sqlValue,
                    answer.draft.activity.sqlValue, .text("published"), answer.by.sqlValue, answer.by.sqlValue,
                    answer.by.sqlValue,
                    answer.now.sqlValue, answer.now.sqlValue, answer.now.sqlValue,
                ]
            }, connection)
        try insert(
            "INSERT INTO course_answer (course_id, key, answer_id, revision, definition) VALUES",
            answers.map { answer, id in
                [
                    answer.course.sqlValue, .text(answer.draft.key), .text(id), .integer(1),
                    .text(answer.definition),
                ]
            }, connection)
        try insertWords(answers, connection)
    }

    func replace(_ before: Brought, _ connection: any SQLConnection) throws {
        let id = before.answerID
        try AnswerRevisionStore.keep(Identifier(stored: id), connection)
        try connection.execute(
            """
            UPDATE answer
            SET question = \(draft.question), text = \(draft.text), language = \(language), owner_id = \(owner),
                verify_by = \(verifyBy), activity = \(draft.activity), state = 'published', merged_into = NULL,
                verified_at = \(now),
                verified_by = \(by), changed_by = \(by), updated_at = \(now), revision = revision + 1
            WHERE id = \(id)
            """)
        try connection.execute(
            """
            UPDATE course_answer SET revision = \(before.revision + 1), definition = \(definition)
            WHERE answer_id = \(id)
            """)
        try connection.execute("DELETE FROM answer_phrasing WHERE answer_id = \(id)")
        try connection.execute("DELETE FROM answer_tag WHERE answer_id = \(id)")
        try Self.insertWords([(self, id)], connection)
    }

    /// Other phrasings and tags.
    private static func insertWords(
        _ answers: [(BroughtAnswer, id: String)], _ connection: any SQLConnection
    ) throws {
        try insert(
            "INSERT INTO answer_phrasing (answer_id, position, text) VALUES",
            answers.flatMap { answer, id in
                answer.draft.also.enumerated().map { [.text(id), $0.sqlValue, .text($1)] }
            }, connection)
        try insert(
            "INSERT INTO answer_tag (answer_id, tag) VALUES",
            answers.flatMap { answer, id in Set(answer.draft.tags).sorted().map { [.text(id), .text($0)] } },
            connection)
    }

    private static func insert(
        _ statement: SQLQuery, _ rows: [[SQLValue]], _ connection: any SQLConnection
    ) throws {
        var rest = rows[...]
        while !rest.isEmpty {
            try connection.execute("\(statement) \(rows: Array(rest.prefix(statementLimit)))")
            rest = rest.dropFirst(statementLimit)
        }
    }
}
