public import Learning
import Store

extension Campus {
    /// Who is meant by an id, an external id or an e-mail; for the command line.
    /// - Throws: ``Refusal`` of kind `missing` when nobody is.
    public func person(named name: String, _ access: Access) async throws -> Identifier<Person> {
        try await read(access) { connection, caller in
            guard caller.isAdmin else { throw Refusal.forbidden("Only an admin may look people up.") }
            guard let id = try PersonStore.find(named: [name], connection)[name] else {
                throw Refusal.missing("person")
            }
            return id
        }
    }
}
