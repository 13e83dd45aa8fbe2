public import Learning
public import Persistence

extension PersonStore {
    /// Who has these external ids, those who left included.
    public static func find(
        externalIDs names: Set<String>, _ connection: any SQLConnection
    ) throws -> [String: Identifier<Person>] {
        let rows = try connection.tuples(
            "SELECT external_id, id FROM person WHERE external_id IN \(list: names.sorted())", String.self,
            Identifier<Person>.self)
        return Dictionary(rows) { first, _ in first }
    }
}
