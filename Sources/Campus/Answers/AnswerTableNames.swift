import Learning
import Persistence
import Store

/// Who and which course is meant by the names in a file of answers.
struct AnswerTableNames {
    private let people: [String: Identifier<Person>]
    private let courses: [String: Identifier<Course>]

    init(of rows: [AnswerRow], _ connection: any SQLConnection) throws {
        // What is refused anyhow is not asked for.
        let rows = rows.filter { $0.fault == nil }
        people = try PersonStore.find(named: Set(rows.compactMap(\.owner)), connection)
        var courses: [String: Identifier<Course>] = [:]
        for key in Set(rows.compactMap(\.course)) { courses[key] = try CourseStore.find(key: key, connection)?.id }
        self.courses = courses
    }

    func resolve(_ row: AnswerRow) throws(Refusal) -> AnswerFields {
        var fields = row.fields
        if let owner = row.owner {
            guard let person = people[owner] else {
                throw .invalid("/owner", "unknown-person", "There is nobody here who is \"\(owner.prefix(100))\".")
            }
            fields.ownerID = person
        }
        if let key = row.course {
            guard let course = courses[key] else {
                throw .invalid("/course", "unknown-course", "There is no course \"\(key.prefix(100))\".")
            }
            fields.courseID = course
        }
        return fields
    }
}
