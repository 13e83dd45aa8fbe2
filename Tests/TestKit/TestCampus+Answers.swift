import Campus
import Learning
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
