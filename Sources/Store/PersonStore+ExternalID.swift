public import Learning
public import Persistence

extension PersonStore {
    /// Who has these external ids, those who left included.
    public static func find(
        externalIDs names: Set<String>, _ connection: any SQLConnection
    ) throws -> [String: Identifier<Person>] {
        var found: [String: Identifier<Person>] = [:]
        try Slices.forEachList(names.sorted()) { list in
            for (name, id) in try connection.tuples(
                "SELECT external_id, id FROM person WHERE external_id IN \(list: list)", String.self,
                Identifier<Person>.self)
            {
                found[name] = id
            }
        }
        return found
    }
}
