public import Campus
import Foundation
public import Learning
import Persistence
import Store

extension TestCampus {
    /// Opens a course to everybody, or closes it.
    public func setOpen(_ isOpen: Bool, _ course: Identifier<Course>) async throws {
        try await campus.database.write { connection in
            _ = try connection.execute("UPDATE course SET is_open = \(isOpen) WHERE id = \(course)")
        }
    }
}

extension Campus {
    /// Takes in a table.
    public func importAnswers(csv text: String, _ access: Access) async throws -> [AnswerRowResult] {
        try await importAnswers(Data(text.utf8), as: .csv, access)
    }

    /// All published answers as a file.
    public func exportAnswers(_ format: AnswerFormat, part: Int = 500, _ access: Access) async throws -> Data {
        var writer = AnswerWriter(format)
        var text = writer.header
        var last: Identifier<Answer>?
        repeat {
            let lines = try await answerLines(after: last, limit: part, access)
            for line in lines { text += writer.write(line.line) }
            last = lines.last?.id
        } while last != nil
        return Data((text + writer.footer).utf8)
    }
}
