/// One row of a roster: who somebody is as the personnel department has it.
public struct RosterRow: Hashable, Sendable {
    /// What a roster may have as columns; `external_id` it must have. A column that it lacks changes nothing.
    public static let columns = [
        "external_id", "name", "email", "manager_external_id", "roles", "time_zone", "locale", "status",
    ]

    /// 1-based line on which it starts.
    public let line: Int
    /// The personnel number, or our own id of somebody who has none; empty where the row names nobody.
    public let externalID: String
    public let name: String?
    public let email: Edit<String?>
    /// The manager's personnel number, or our own id.
    public let manager: Edit<String?>
    public let roles: Edit<Set<Role>>
    public let timeZone: String?
    public let locale: String?
    /// Whether the person is here; nil where the roster does not say.
    public let isHere: Bool?
    /// Why it cannot be taken as it stands; nil when it can.
    public internal(set) var fault: Refusal.Detail?

    /// Reads every row of a table, in the order in which they can be taken: managers before those who report to them, and
    /// whoever leaves at the end, so that those who reported to them have found their new manager.
    /// - Throws: ``Refusal`` when a column is missing or unknown, or there are too many rows.
    public static func rows(ofCSV text: String) throws(Refusal) -> [RosterRow] {
        let table = try CSVTable(text, of: columns, needing: ["external_id"], upTo: Limits.rosterRows)
        return RosterOrder(table.rows.map(RosterRow.init)).rows
    }

    init(_ row: CSVTable.Row) {
        line = row.line
        externalID = row["external_id"] ?? ""
        name = row["name"]
        email = row.has("email") ? .set(row["email"]) : .keep
        manager = row.has("manager_external_id") ? .set(row["manager_external_id"]) : .keep
        timeZone = row["time_zone"]
        locale = row["locale"]
        let words = row.list("roles").map { $0.lowercased() }
        roles = row.has("roles") ? .set(Set(words.compactMap { Role(rawValue: $0) })) : .keep
        let status = row["status"]?.lowercased()
        isHere = status.map { $0 != "left" }
        if let problem = row.fault {
            fault = .init(pointer: "", code: "csv-fields", message: problem)
        } else if externalID.isEmpty {
            fault = .init(
                pointer: "/external_id", code: "required",
                message: "Every row names its person: by the personnel number, which stays when the name changes.")
        } else if let word = words.first(where: { Role(rawValue: $0) == nil }) {
            fault = .init(
                pointer: "/roles", code: "unknown-role",
                message: "\"\(word.prefix(50))\" is no role; roles are "
                    + "\(Role.allCases.map(\.rawValue).joined(separator: ", ")), with | between them.")
        } else if let status, !["active", "left"].contains(status) {
            fault = .init(
                pointer: "/status", code: "unknown-status",
                message: "A status is active or left, not \"\(status.prefix(50))\".")
        }
    }
}
